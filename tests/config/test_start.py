"""A wrong setting stops the start: one sentence, no traceback."""

import os
import subprocess
import sys

import pytest

WRONG = [
    ({"KITH_DATA": ""}, "KITH_DATA is not set."),
    ({"DATABASE_URL": ""}, "DATABASE_URL is not set."),
    ({"DATABASE_URL": "oracle://db/kith"}, "DATABASE_URL begins with 'oracle:'."),
    ({"KITH_DEMO": "perhaps"}, "KITH_DEMO is 'perhaps'."),
    ({"KITH_IDLE_MINUTES": "soon"}, "KITH_IDLE_MINUTES is 'soon'."),
]


@pytest.mark.parametrize("start", [["-m", "kith.cli.main", "audit", "verify"], ["-c", "import kith.config.wsgi"]])
@pytest.mark.parametrize(("wrong", "sentence"), WRONG)
def test_start_with_a_wrong_setting_stops_with_one_sentence(start, wrong, sentence, tmp_path):
    right = {"KITH_DATA": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path}/kith.sqlite3"}
    done = subprocess.run(
        [sys.executable, *start], env={**os.environ, **right, **wrong}, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert done.stdout == ""
    assert done.stderr.startswith(sentence)
    assert len(done.stderr.strip().splitlines()) == 1
