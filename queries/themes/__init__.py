"""The question ``themes``: its answer on NetworkX, and its statement in Cypher."""
