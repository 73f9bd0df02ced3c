"""Where a sentence is not understood: other words, else the reason (読み取れない問い)."""
