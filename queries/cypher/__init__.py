"""The questions in Cypher: one module for each, beside its form on NetworkX.

``asked(directory, **parameters)`` makes the one statement that answers, its names resolved;
``answer(rows, asked)`` makes the typed rows of what the server returns.
"""
