"""Sentences as people say them, read by rules and tables into one command (文による問い)."""
