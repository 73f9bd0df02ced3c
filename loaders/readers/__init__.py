"""Readers: a published source of any format → one intermediate, pages of blocks.

:func:`read_source` looks at what a file holds, not at its name, and calls the reader of that
format; each reader is a module of its own.
"""
