"""The question ``check``: its answer on NetworkX, and its statement in Cypher."""
