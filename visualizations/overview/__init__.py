"""The map of a graph too large to be drawn at once: headings with counts, unfolded on demand."""

MOST_PLANS = 1500
"""More plans than the map draws at a speed that is pleasant."""
