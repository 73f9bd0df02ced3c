"""The question ``plans``: its answer on NetworkX, and its statement in Cypher."""
