"""The question ``whatif``: its answer on NetworkX, and its statement in Cypher."""
