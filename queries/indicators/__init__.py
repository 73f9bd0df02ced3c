"""The question ``indicators``: its answer on NetworkX, and its statement in Cypher."""
