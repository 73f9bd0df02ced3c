"""The question ``impact``: its answer on NetworkX, and its statement in Cypher."""
