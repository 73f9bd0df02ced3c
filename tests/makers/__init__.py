"""Real files in the forms in which cities keep their plans, made when a test runs."""
