"""All measurements of speed: ``python -m benchmarks``."""

import sys

from benchmarks import growth, map, startup

failed = startup.main([])
print()
growth.main([])
print()
failed |= map.main()
sys.exit(failed)
