"""The question ``compare``: its answer on NetworkX, and its statement in Cypher."""
