"""The questions in Cypher: one module for each, beside its form on NetworkX.

``build_statement(directory, **parameters)`` makes the one statement that answers, with its names
resolved; ``answer(rows, statement)`` makes the typed rows from what the server returns.
"""
