"""``relate``: what the plans of one document have to do with the projects of others."""
