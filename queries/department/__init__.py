"""``department``: one department whole, put together from the answers to other questions."""
