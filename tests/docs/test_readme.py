"""What the README says can be done, can be done as written."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kith.cli import exits

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BIN = Path(sys.executable).parent
RUNNABLE = re.compile(r"^```console runnable\n(.*?)^```", re.MULTILINE | re.DOTALL)


def script(block: str) -> str:
    """The commands of a console block: lines after `$ `, continued after `> `."""
    return "\n".join(line[2:] for line in block.splitlines() if line[:2] in ("$ ", "> "))


def commands() -> list[str]:
    """The `kith` commands the README names, `audit verify` as one."""
    named = re.findall(r"(?:`|\$ )kith ([a-z][a-z-]*(?: verify)?)", README)
    return sorted(set(named))


def environment() -> dict[str, str]:
    """This machine's environment without any setting of Kith's, and with its command."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("KITH_", "DATABASE_", "DJANGO_"))}
    return ours | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}


@pytest.fixture(scope="module")
def worked_run(tmp_path_factory: pytest.TempPathFactory, northport: Path, deprivation_file: Path) -> Path:
    """The folder in which the README's run was done, as written."""
    folder = tmp_path_factory.mktemp("worked-run")
    shutil.copy(northport, folder / "export.xlsx")
    shutil.copy(deprivation_file, folder / "UK_IMD_E.csv")
    for block in RUNNABLE.findall(README):
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script(block)],
            cwd=folder, env=environment(), capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
    return folder


def test_readme_has_a_run_to_try() -> None:
    assert len(RUNNABLE.findall(README)) == 1


@pytest.mark.parametrize("command", commands())
def test_command_named_in_the_readme_exists(command: str) -> None:
    done = subprocess.run(
        [BIN / "kith", *command.split(), "--help"], env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert f"kith {command}" in done.stdout


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:`|\$ )make ([a-z-]+)", README))))
def test_target_named_in_the_readme_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)


def test_exit_codes_are_those_of_the_command_line() -> None:
    table = README.split("| code | means |")[1].split("\n\n")[0]
    promised = [int(code) for code in re.findall(r"^\| (\d+) \|", table, flags=re.MULTILINE)]
    assert promised == sorted(value for name, value in vars(exits).items() if name.isupper())


def test_places_to_look_exist() -> None:
    table = README.split("| to change | go to |")[1].split("\n\n")[0]
    places = re.findall(r"`(kith/[^`]+)`", table)
    assert [place for place in places if not (ROOT / place).exists()] == []


def test_check_of_the_worked_run_changes_nothing_that_the_taking_finds(worked_run: Path) -> None:
    check, taken = (json.loads((worked_run / name).read_text()) for name in ("check.json", "taken.json"))
    assert check["sheets"] == taken["sheets"]
    assert check["problems"] == taken["problems"]
    assert all(sheet["read"] == sheet["taken"] + sheet["repeated"] + sheet["refused"] for sheet in taken["sheets"])


def test_report_of_the_worked_run_is_one_file_without_a_network(worked_run: Path) -> None:
    page = (worked_run / "report.html").read_text(encoding="utf-8")
    assert "Northport" in page
    assert re.findall(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=[\"'](?!data:|#)", page) == []


def test_commissioners_report_of_the_worked_run_hides_small_numbers(worked_run: Path) -> None:
    report = json.loads((worked_run / "for-the-commissioner.json").read_text())
    assert report["audience"] == "commissioner"
    assert any(figure["suppressed"] for figure in report["figures"])
    assert all(figure["value"] is None for figure in report["figures"] if figure["suppressed"])
