"""The graph in Neo4j: several documents side by side, each whole or not there.

A node has the label of its kind and the label ``Keikaku``; its properties are its facts. A node of
one document alone has the id of that document as ``document``. A node that documents share (a
theme, a law, a department) has the union of what they state: each document is a node ``Source``,
and a relationship ``TELLS`` keeps what that document states of the shared node. So a document can
be taken out again, and comes back as it went in.
"""
