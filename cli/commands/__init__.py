"""The commands: one command, one module, which parses nothing and computes nothing itself."""
