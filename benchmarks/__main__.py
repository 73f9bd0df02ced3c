"""All measurements of speed: ``python -m benchmarks``."""

import sys

from benchmarks import growth, startup

failed = startup.main([])
print()
growth.main([])
sys.exit(failed)
