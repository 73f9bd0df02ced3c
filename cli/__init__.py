"""The command line: parse options, call a query, print."""
