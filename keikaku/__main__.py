"""Run the command line: ``python -m keikaku``."""

from keikaku.cli.main import main

if __name__ == "__main__":
    main()
