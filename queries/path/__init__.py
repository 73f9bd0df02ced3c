"""The question ``path``: its declaration, its answer on NetworkX, and its statement in Cypher."""
