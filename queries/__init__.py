"""Questions to a plan graph: one question, one module. Nothing here reads files."""
