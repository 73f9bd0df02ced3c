"""The question ``dependencies``: its answer on NetworkX, and its statement in Cypher."""
