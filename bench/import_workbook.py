"""Import of a workbook against only reading its cells with the same reader."""

import os
import sys
import tempfile
from pathlib import Path

from bench.measured import Cost, Measured, cost_of, median_of_pairs, tell_cost
from tests.factories.workbook import write_workbook

CLIENTS = 4_300
TIMES_READING, MEGABYTES, GROWTH = 12, 600, 12.5
ME = "bench.import_workbook"


def measure() -> list[Measured]:
    """Processor time as a ratio, memory, and growth to ten times the size."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small.xlsx", Path(folder) / "large.xlsx"
        write_workbook(small, clients=CLIENTS)
        write_workbook(large, clients=10 * CLIENTS)
        imports: list[Cost] = []

        def taken() -> float:
            imports.append(_import(folder, small))
            return imports[-1].cpu

        ratio = median_of_pairs(3, taken, lambda: cost_of(ME, "read", str(small)).cpu)
        grown = _import(folder, large)
    usual = sorted(each.cpu for each in imports)[1]
    return [
        Measured(f"import of {CLIENTS:,} clients, processor time against reading its cells", ratio, TIMES_READING),
        Measured("highest memory of that import", max(each.megabytes for each in imports), MEGABYTES, "MB"),
        Measured("processor time of ten times the clients against once", grown.cpu / usual, GROWTH),
    ]


def _import(folder: str, path: Path) -> Cost:
    data = tempfile.mkdtemp(dir=folder)
    env = {**os.environ, "KITH_DATA": data, "DATABASE_URL": f"sqlite:///{data}/kith.sqlite3"}
    return cost_of(ME, "import", str(path), env=env)


def _read_cells(path: str) -> None:
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_path(path)
    for name in workbook.sheet_names:
        workbook.get_sheet_by_name(name).to_python()


def _child(what: str, path: str) -> None:
    if what == "read":
        tell_cost(lambda: _read_cells(path))
        return
    os.environ["DJANGO_SETTINGS_MODULE"] = "kith.config.settings"
    from kith.cli.ready import get_ready

    get_ready(make=True)
    from kith.access.api import system_viewer
    from kith.exchange.api import GivenFile, take_workbook_for

    file = GivenFile("bench.xlsx", Path(path).read_bytes(), "health-trainer-export")
    tell_cost(lambda: take_workbook_for(viewer=system_viewer(), service="Bench", file=file, progress=lambda _: None))


if __name__ == "__main__":
    _child(*sys.argv[1:])
