"""All figures of the report against one hand-written script of the embedded engine, and against pandas."""

import datetime as dt
import os
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.measured import Measured, median_of_pairs

CLIENTS = 100_000
SCRIPT_LIMIT, PANDAS_LIMIT = 1.5, 1.0
TIMES = 7
FIRST, LAST = dt.date(2024, 4, 1), dt.date(2025, 3, 31)
SCRIPT = Path(__file__).with_name("report.sql")
NOT_IN_THE_SCRIPT = ("reach.share_", "reach.ratio_", "reach.population_", "reach.area", "notes.")
"""Figures beside the local population and of notes: the script and pandas do not count them, so neither do we."""
Found = dict[tuple[str, str], float]


def measure() -> list[Measured]:
    """Ratios of pairs run in turn; before it, that all three say the same."""
    with tempfile.TemporaryDirectory() as folder:
        _get_ready(Path(folder))
        tables = _made(Path(folder))
        _check_they_agree(Path(folder), tables)
        script = median_of_pairs(TIMES, lambda: _timed(_ours, Path(folder), tables), lambda: _timed(_script, tables))
        pandas = median_of_pairs(3, lambda: _timed(_ours, Path(folder), tables), lambda: _timed(_pandas, tables))
    size = f"{CLIENTS:,} clients and {10 * CLIENTS:,} sessions"
    return [
        Measured(f"all figures of {size} against one hand-written script", script, SCRIPT_LIMIT),
        Measured(f"all figures of {size} against pandas", pandas, PANDAS_LIMIT),
    ]


def _get_ready(folder: Path) -> None:
    os.environ.update(
        DJANGO_SETTINGS_MODULE="kith.config.settings",
        KITH_DATA=str(folder),
        DATABASE_URL=f"sqlite:///{folder}/kith.sqlite3",
    )
    import django

    django.setup()


def _made(folder: Path) -> dict[str, Path]:
    """The files of a store, with the tables it is refreshed with."""
    from bench.made_store import MadeStore
    from kith.reporting.actions.refresh_store import derive

    store = folder / "store"
    store.mkdir()
    MadeStore(store, CLIENTS).write()
    derive(store, folder)
    return {path.stem: path for path in store.glob("*.parquet")}


def _timed(do: Any, *given: Any) -> float:
    start = time.perf_counter()
    do(*given)
    return time.perf_counter() - start


def _ours(folder: Path, tables: dict[str, Path]) -> Found:
    from kith.kernel.days import Period
    from kith.reporting import definitions
    from kith.reporting.domain.book import BookKeeper
    from kith.reporting.domain.figures import figures_of
    from kith.reporting.domain.stopped import NOBODY_STOPPED
    from kith.reporting.queries import counted

    metrics = [each for each in definitions.metrics().values() if not each.id.startswith(NOT_IN_THE_SCRIPT)]
    answers = counted(tables, metrics, Period(FIRST, LAST), folder, NOBODY_STOPPED)
    book = BookKeeper(metrics, answers).write()
    return {(each.id, ", ".join(each.group.values())): each.value or 0 for each in figures_of(book)}


def _script(tables: dict[str, Path]) -> Found:
    import duckdb

    with duckdb.connect() as connection:
        for name, path in tables.items():
            connection.read_parquet(str(path)).create_view(name)
        text = SCRIPT.read_text().replace("$first", f"DATE '{FIRST}'").replace("$last_number", f"{LAST:%Y%m%d}")
        rows = connection.execute(text.replace("$last", f"DATE '{LAST}'")).fetchall()
    return {(name, group): float(value) for name, group, value in rows}


def _pandas(tables: dict[str, Path]) -> Found:
    from bench.report_pandas import figures

    return figures(tables, FIRST, LAST)


def _check_they_agree(folder: Path, tables: dict[str, Path]) -> None:
    ours, others = _ours(folder, tables), {"script": _script(tables), "pandas": _pandas(tables)}
    for name, found in others.items():
        for key in ours.keys() | found.keys():
            one, other = ours.get(key, 0), found.get(key, 0)
            if abs(one - other) > 1e-9 * max(1.0, abs(one)):
                raise SystemExit(f"{key[0]} {key[1]} is {one} by the report and {other} by the {name}.")
