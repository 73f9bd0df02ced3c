"""Pictures of an answer: the interactive map, workload, timeline, theme matrix.

Each draws what a query has answered and computes nothing itself.
"""
