"""The graph in Neo4j: several documents side by side, each whole or not there.

A node has the label of its kind and the label ``Keikaku``; its properties are its facts. What only
one document tells bears the id of that document as ``document``. What documents share (themes,
laws, departments) has the union of what they tell: each document is a node ``Source``, and a
relationship ``TELLS`` keeps what it says of a shared node, so that a document can be taken out
again, and comes back as it went in.
"""
