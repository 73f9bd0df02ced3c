"""A sentence as tokens: names, words, numbers and years, and what neighbours mean (語への分解)."""
