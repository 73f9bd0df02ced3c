"""The shape *list*: a row per plan, under a head of one row or more (一覧表)."""
