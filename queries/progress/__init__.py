"""The question ``progress``: its declaration; the workshop answers it."""
