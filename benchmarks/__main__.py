"""All measurements of speed: ``python -m benchmarks``."""

import sys

from benchmarks import growth, startup
from benchmarks import map as drawing

failed = startup.main([])
print()
growth.main([])
print()
failed |= drawing.main()
sys.exit(failed)
