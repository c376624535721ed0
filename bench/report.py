"""All figures of the report against one hand-written script of the embedded engine, and against pandas."""

import datetime as dt
import os
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import Any

from bench.measured import Measured, median_of_pairs

CLIENTS = 100_000
SCRIPT_LIMIT, PANDAS_LIMIT = 1.5, 1.0
TIMES = 7
FIRST, LAST = dt.date(2024, 4, 1), dt.date(2025, 3, 31)
SCRIPT = Path(__file__).with_name("report.sql")
AGES = ("under 16", "16 to 24", "25 to 34", "35 to 44", "45 to 54", "55 to 64", "65 to 74", "75 to 84", "85 and over")
LIVING = {
    division: {value: 1000 + 70 * place for place, value in enumerate(values)}
    for division, values in (("sex", ("female", "male")), ("fifth", "12345"), ("ethnicity", "ABCDEFGHJKLMNPRS"),
                             ("age_band", AGES))
}  # fmt: skip
"""People who live there, as a file of them would say."""
STOPPED = tuple(range(0, CLIENTS, 100))
"""Clients who said no after the store was made."""
CORRECTED = tuple(range(0, 10 * CLIENTS, 1_000))
"""Visits whose notes were corrected after the store was made."""
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
    from kith.reporting.domain.local import LocalPopulation
    from kith.reporting.queries import counted

    metrics = definitions.metrics().values()
    answers = counted(tables, metrics, Period(FIRST, LAST), folder, _usable(tables))
    book = BookKeeper(metrics, answers, LocalPopulation(LIVING)).write()
    return {(each.id, ", ".join(each.group.values())): each.value or 0 for each in figures_of(book)}


def _script(tables: dict[str, Path]) -> Found:
    import duckdb

    with duckdb.connect() as connection:
        for name, path in tables.items():
            connection.read_parquet(str(path)).create_view(name)
        for name, table in _usable(tables).tables().items():
            connection.register(name, table)
        connection.register("living", _living())
        text = SCRIPT.read_text().replace("$first", f"DATE '{FIRST}'").replace("$last_number", f"{LAST:%Y%m%d}")
        rows = connection.execute(text.replace("$last", f"DATE '{LAST}'")).fetchall()
    return {(name, group): float(value) for name, group, value in rows}


def _pandas(tables: dict[str, Path]) -> Found:
    from bench.report_pandas import figures

    return figures(tables, FIRST, LAST, LIVING, _usable(tables))


@cache
def _found(tellings: Path) -> tuple[int, ...]:
    """Nineteen in twenty of what was found in the notes of people who did not say no."""
    import pandas as pd

    told = pd.read_parquet(tellings, columns=["telling", "client", "from_a_note"])
    found = told[told["from_a_note"] & ~told["client"].isin(STOPPED) & (told["telling"] % 20 != 0)]
    return tuple(found["telling"].tolist())


def _usable(tables: dict[str, Path]) -> Any:
    """What may be used of people's words when the figures are counted."""
    from kith.reporting.domain.usable import UsableNow

    return UsableNow(STOPPED, _found(tables["tellings"]), dict.fromkeys(CORRECTED, "waiting"))


def _living() -> Any:
    import pyarrow as pa

    rows = [(division, value, people) for division, each in LIVING.items() for value, people in each.items()]
    return pa.table(dict(zip(("division", "value", "people"), zip(*rows, strict=True), strict=True)))


def _check_they_agree(folder: Path, tables: dict[str, Path]) -> None:
    ours, others = _ours(folder, tables), {"script": _script(tables), "pandas": _pandas(tables)}
    for name, found in others.items():
        for key in ours.keys() | found.keys():
            one, other = ours.get(key, 0), found.get(key, 0)
            if abs(one - other) > 1e-9 * max(1.0, abs(one)):
                raise SystemExit(f"{key[0]} {key[1]} is {one} by the report and {other} by the {name}.")
