"""The shape *form*: labels beside or over their values, a form per plan (個票)."""
