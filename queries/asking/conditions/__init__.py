"""The conditions that the tokens of a sentence put on what it asks for (条件)."""
