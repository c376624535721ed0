"""make bench: every promise of speed and size, and whether it is kept.

`python -m bench` runs all of them, `python -m bench import_workbook` one.
"""

import importlib
import sys

from bench.measured import tell

ALL = ("import_workbook", "report", "pages", "sealing", "keeping", "analytics", "notes", "reading")


def main(names: list[str]) -> int:
    """Run the benchmarks named, or all."""
    kept = True
    for name in names or ALL:
        print(f"-- {name.replace('_', ' ')}", flush=True)
        kept = tell(importlib.import_module(f"bench.{name}").measure()) and kept
    return 0 if kept else 1


sys.exit(main(sys.argv[1:]))
