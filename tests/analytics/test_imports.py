"""The bench is light to open and asks for neither settings nor database."""

import subprocess
import sys

HEAVY = {"django", "duckdb", "ibis", "pandas", "scipy", "statsmodels", "sklearn", "altair", "vl_convert"}
PARTS = [
    *("intervals", "rates", "inequality", "change", "spc", "funnel", "disclosure", "economics", "claims"),
    *("charts", "charts.control", "charts.funnel"),
]


def loaded_by(statement):
    code = f"import sys; {statement}; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_opening_the_bench_imports_nothing_but_itself():
    assert not (HEAVY | {"numpy", "yaml"}) & loaded_by("import kith.analytics")


def test_opening_all_its_parts_imports_nothing_heavy():
    statement = "; ".join(f"import kith.analytics.{part}" for part in PARTS)
    assert not HEAVY & loaded_by(statement)
