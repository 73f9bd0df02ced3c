"""What a plan graph is: kinds and relations, records → graph, and the file that holds it."""
