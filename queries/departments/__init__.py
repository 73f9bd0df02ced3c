"""The question ``departments``: its answer on NetworkX, and its statement in Cypher."""
