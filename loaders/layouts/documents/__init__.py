"""A document as it flows: headings, lines, lists and forms, in their order (文書)."""
