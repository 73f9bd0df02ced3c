"""Questions to a plan graph: one question, one folder. Nothing here reads files."""
