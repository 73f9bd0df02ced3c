"""The question ``bridges``: its answer on NetworkX, and its statement in Cypher."""
