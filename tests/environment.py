"""What the tests run on, set before Django reads its settings: a folder of their own, and a database of their own.

`KITH_TEST_DATABASE` names a PostgreSQL server, `python -m tests.postgres -- pytest` sets it; without it, SQLite.
A `DATABASE_URL` of the shell is never used, so that no test can reach a real service.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path


def prepare() -> Path:
    """Set the environment of this process, once; returns its folder."""
    folder = _folder()
    data = folder / os.environ.get("PYTEST_XDIST_WORKER", "main")
    data.mkdir(parents=True, exist_ok=True)
    (data / "secret").write_text("a secret for tests only, of no use anywhere else")
    for name in [name for name in os.environ if name.startswith("KITH_")]:
        if name not in ("KITH_TEST_DATABASE", "KITH_TEST_FOLDER", "KITH_REFERENCE_DATA"):
            del os.environ[name]
    os.environ["KITH_DATA"] = str(data)
    os.environ["KITH_HTTPS"] = "no"
    os.environ["KITH_NO_SECOND_STEP_BECAUSE"] = "tests of other things sign in without one"
    os.environ["DATABASE_URL"] = os.environ.get("KITH_TEST_DATABASE") or f"sqlite:///{data}/kith.sqlite3"
    return data


def _folder() -> Path:
    if "KITH_TEST_FOLDER" not in os.environ:
        made = tempfile.mkdtemp(prefix="kith-tests-")
        os.environ["KITH_TEST_FOLDER"] = made
        atexit.register(shutil.rmtree, made, ignore_errors=True)
    return Path(os.environ["KITH_TEST_FOLDER"])


FOLDER = prepare()
