"""Exports: a graph, or the answer to a question, in the formats of other tools."""
