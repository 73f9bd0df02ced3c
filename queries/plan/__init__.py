"""The question ``plan``: its answer on NetworkX, and its statement in Cypher."""
