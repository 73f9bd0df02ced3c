"""Which cells are labels, and what they mean: words, years, departments, levels (見出し)."""
