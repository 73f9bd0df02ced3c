"""A proposed layout for a source, and the file that a planner finishes (ひな形)."""
