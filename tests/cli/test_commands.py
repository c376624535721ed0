"""The command line as somebody at a terminal meets it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.factories.workbook import write_workbook

Run = Callable[..., subprocess.CompletedProcess[str]]
TAKE = ("--service", "Weirdale", "--profile", "health-trainer-export", "--format", "json")
PERIOD = ("--service", "Weirdale", "--from", "2024-04-01", "--to", "2025-03-31")


@pytest.fixture
def kith(empty_database: str, tmp_path: Path) -> Run:
    """`kith("init")` runs the command in a deployment of its own; `env` changes its environment."""
    data = tmp_path / "data"

    def run(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        given = {**os.environ, "DATABASE_URL": empty_database, "KITH_DATA": str(data), **env}
        command = [sys.executable, "-m", "kith.cli.main", *arguments]
        return subprocess.run(command, env=given, capture_output=True, text=True, check=False)

    return run


def _one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    lines = [line for line in done.stderr.splitlines() if line]
    assert "Traceback" not in done.stderr
    assert lines[-1].endswith(".")
    return lines[-1]


def test_from_workbook_to_report_with_two_settings_only(kith: Run, tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    planted = write_workbook(path, clients=30)
    taken = kith("import-workbook", str(path), *TAKE)
    assert taken.returncode == 0, taken.stderr
    account = json.loads(taken.stdout)
    assert set(account) == {"sheets", "problems", "possible_duplicates", "questions"}
    assert {each["sheet"]: each["refused"] for each in account["sheets"]}["Sessions"] == planted.refused["Sessions"]
    first, second = (kith("report", *PERIOD, "--audience", "service", "--format", "json") for _ in range(2))
    assert first.returncode == 0, first.stderr
    assert first.stdout == second.stdout
    report = json.loads(first.stdout)
    assert list(report) == ["service", "period", "audience", "figures"]
    assert report["period"] == {"from": "2024-04-01", "to": "2025-03-31"}
    keys = ["id", "definition_version", "group", "value", "base", "missing", "unit", "interval", "suppressed"]
    assert all(list(figure) == keys for figure in report["figures"])
    figures = {figure["id"]: figure["value"] for figure in report["figures"] if not figure["group"]}
    assert figures["people.clients"] == planted.taken("Clients")


def test_a_dry_run_makes_nothing_not_even_the_service(kith: Run, tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    write_workbook(path, clients=5)
    assert kith("import-workbook", str(path), *TAKE, "--dry-run").returncode == 0
    missing = kith("report", *PERIOD, "--audience", "service", "--format", "json")
    assert missing.returncode == 3
    assert _one_sentence(missing) == "There is no service named 'Weirdale'."


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "empty"), (b"PK\x03\x04 cut short", "damaged"), (b"%PDF-1.7 no table", "PDF")],
)
def test_a_file_that_is_no_workbook_is_refused_in_a_sentence(
    kith: Run, tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "export.xlsx"
    path.write_bytes(content)
    done = kith("import-workbook", str(path), *TAKE)
    assert (done.returncode, done.stdout) == (3, "")
    assert words in _one_sentence(done)


def test_a_file_that_is_not_there_and_a_profile_that_is_not_there(kith: Run, tmp_path: Path) -> None:
    assert "cannot be read" in _one_sentence(kith("import-workbook", "nowhere.xlsx", *TAKE))
    path = tmp_path / "export.xlsx"
    write_workbook(path, clients=2)
    done = kith("import-workbook", str(path), "--service", "Weirdale", "--profile", "nobody")
    assert done.returncode == 3
    assert "health-trainer-export" in _one_sentence(done)


def test_audit_verify_tells_a_row_changed_by_hand(kith: Run, empty_database: str) -> None:
    assert kith("init").returncode == 0
    areas = "nation,lsoa,original_decile\nE,E01000001,3\n"
    source = Path(os.environ["KITH_DATA"]) / "areas.csv"
    source.write_text(areas)
    assert kith("import-areas", str(source), "--index", "imd-2019-england").returncode == 0
    untouched = kith("audit", "verify")
    assert (untouched.returncode, untouched.stdout) == (0, "1 row in 1 seal: nothing was touched\n")
    _change_by_hand(empty_database)
    told = kith("audit", "verify", "--format", "json")
    assert told.returncode == 5
    assert len(json.loads(told.stdout)["faults"]) == 1


def test_postcodes_are_taken_and_a_wrong_file_is_told(kith: Run, empty_database: str) -> None:
    source = Path(os.environ["KITH_DATA"]).parent / "ONSPD_MAY_2025_UK.csv"
    source.write_text("pcds,doterm,lsoa11,lsoa21\nNX1 1AA,,E01000001,E01033701\nnone,,,\n")
    taken = json.loads(kith("import-postcodes", str(source), "--format", "json").stdout)
    assert (taken["edition"], taken["postcodes"], taken["refused"]) == ("ONSPD_MAY_2025_UK", 1, 1)
    source.write_text("area,decile\n")
    wrong = kith("import-postcodes", str(source))
    assert wrong.returncode == 3
    assert "ONS Postcode Directory" in _one_sentence(wrong)


def _change_by_hand(url: str) -> None:
    statement = "UPDATE audit_auditrow SET actor_name = 'Nobody'"
    if url.startswith("sqlite"):
        import sqlite3

        with sqlite3.connect(url.removeprefix("sqlite:///")) as database:
            database.execute(statement)
        return
    import psycopg

    with psycopg.connect(url, autocommit=True) as server:
        server.execute(statement)


@pytest.mark.parametrize(
    ("env", "words"),
    [
        ({"DATABASE_URL": "mysql://x"}, "Use sqlite:// or postgresql://"),
        ({"DATABASE_URL": ""}, "DATABASE_URL is not set"),
        ({"KITH_DATA": ""}, "KITH_DATA is not set"),
        ({"KITH_DATA": "/dev/null"}, "which is a file"),
        ({"DATABASE_URL": "postgresql://kith@127.0.0.1:1/kith"}, "cannot be reached"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_a_sentence(kith: Run, env: dict[str, str], words: str) -> None:
    done = kith("init", **env)
    assert done.returncode == 4
    assert words in _one_sentence(done)


def test_people_that_lack_an_age_are_told_and_people_counted_twice_are_refused(kith: Run, tmp_path: Path) -> None:
    source = tmp_path / "people.csv"
    source.write_text("area,age,people\nE01000001,16-24,9\nE01000001,25-34,8\n")
    taken = kith("import-population", str(source))
    assert taken.returncode == 0, taken.stderr
    assert "17 people in 1 areas" in taken.stdout
    assert "Nobody in it is younger than 16." in taken.stdout
    source.write_text("area,age,people\nE01000001,16-24,9\nE01000001,18-24,8\n")
    twice = kith("import-population", str(source))
    assert twice.returncode == 3
    assert "Row 3 (E01000001, 18-24) counts people whom row 2 (E01000001, 16-24) has counted" in _one_sentence(twice)


@pytest.mark.parametrize(
    "command",
    [
        "init",
        "add-account",
        "import-workbook",
        "import-areas",
        "import-postcodes",
        "import-population",
        "set-areas",
        "import-return",
        "read-notes",
        "report",
        "serve",
        "demo",
    ],
)
def test_every_command_shows_an_example(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kith.cli.main", command, "--help"], capture_output=True, text=True, check=True
    )
    assert f"example:\n  kith {command}" in done.stdout


def test_an_account_takes_the_seat_of_a_worker_from_a_file(kith: Run, tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    write_workbook(path, clients=5)
    assert kith("import-workbook", str(path), *TAKE).returncode == 0
    seat = ("--name", "Jo Firth", "--service", "Weirdale", "--role", "worker", "--worker", "ht001")
    made = kith("add-account", "jo@staff.example", *seat)
    assert made.returncode == 0, made.stderr
    assert made.stdout.startswith("jo@staff.example can sign in with the password ")
    again = kith("add-account", "sam@staff.example", *seat)
    assert (again.returncode, _one_sentence(again)) == (3, "Somebody signs in to that seat already.")
    assert kith("add-account", "sam@staff.example", *seat[:-1], "ht999").returncode == 3
