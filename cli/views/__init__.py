"""How the answer to each question looks: one view, one module."""
