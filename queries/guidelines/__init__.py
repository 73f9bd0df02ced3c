"""The question ``guidelines``: its answer on NetworkX, and its statement in Cypher."""
