"""The question ``workload``: its answer on NetworkX, and its statement in Cypher."""
