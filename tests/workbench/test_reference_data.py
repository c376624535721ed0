"""Outside data that is absent fails a test loudly; it is never skipped."""

import os
import subprocess
import sys

import pytest

from tests.architecture.rules.tree import ROOT

TEST = "def test_that_reads_it(northport):\n    assert northport\n"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (None, "The reference data is not there: KITH_REFERENCE_DATA is not set."),
        ("/no/such/folder", "The reference data is not there: KITH_REFERENCE_DATA is '/no/such/folder'."),
        (".", "The reference data lacks workbooks/northport_2024-25.xlsx. See KITH_REFERENCE_DATA."),
    ],
)
def test_reference_data_that_is_absent_fails_with_a_sentence(given, sentence, tmp_path):
    (tmp_path / "test_one.py").write_text(TEST)
    (tmp_path / "conftest.py").write_text("from tests.conftest import northport, reference_data\n")
    leave_out = ("KITH_REFERENCE_DATA", "KITH_TEST_FOLDER", "PYTEST_XDIST_WORKER", "PYTEST_ADDOPTS")
    environment = {name: value for name, value in os.environ.items() if name not in leave_out}
    if given:
        environment["KITH_REFERENCE_DATA"] = str(tmp_path) if given == "." else given
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), str(tmp_path)],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert sentence in done.stdout
    assert "skipped" not in done.stdout
