"""The question ``find``: any condition over any kind, on NetworkX and in Cypher."""
