"""Check that a command contains all that a sentence says, joined as it joins it (照合)."""
