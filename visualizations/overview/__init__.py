"""The map of a graph too large to be drawn at once: headings with counts, unfolded on demand."""

MOST_PLANS = 1500
"""The most plans that the map draws fast enough."""
