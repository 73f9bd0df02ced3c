"""One small language of conditions over the facts of a graph (条件式), under every question."""
