"""kith import-workbook: takes a service's own workbook."""

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from kith.cli.describe import described
from kith.cli.exits import DONE
from kith.cli.files import read_file, write_file
from kith.cli.passwords import opened
from kith.cli.ready import get_ready, say


def add(commands: Any) -> None:
    """The command and its options."""
    made = described(
        commands, "import-workbook", run,
        "Take a workbook as a whole or not at all; refused rows do not stop the rest. Makes the service if it is new.",
        "kith import-workbook export.xlsx --service Northport --profile health-trainer-export --format json",
    )  # fmt: skip
    made.allow_abbrev = False  # or "--password X" would be taken for the file X
    made.add_argument("file", metavar="FILE", help="the workbook: xlsx, xls, ods, CSV or a zip of CSV")
    made.add_argument("--service", required=True, metavar="NAME", help="the service the records belong to")
    made.add_argument("--profile", required=True, metavar="P", help="the import profile that reads the workbook")
    made.add_argument(
        "--password-file", metavar="FILE",
        help="where the password of a locked workbook stands, in the first line; - is standard input. "
        "Without it you are asked",
    )  # fmt: skip
    made.add_argument("--dry-run", action="store_true", help="only say what would be taken and what refused")
    made.add_argument("--refused", metavar="FILE", help="where to write the refused rows as a workbook (.xlsx)")
    made.add_argument("--format", choices=["text", "json"], default="text", help="how the account is printed")


def run(given: Namespace) -> int:
    """Run it."""
    content = read_file(given.file)
    opened_content = opened(content, Path(given.file).name, given.password_file)
    get_ready()
    account, columns = _account(given, opened_content, content if opened_content is not content else b"")
    if given.format == "json":
        sys.stdout.write(json.dumps(account, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(_as_text(account, columns, dry_run=given.dry_run))
    return DONE


def _account(given: Namespace, content: bytes, locked: bytes) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What the file did, or would do; of a dry run also what was understood of each column."""
    from kith.access.api import system_viewer
    from kith.exchange.api import GivenFile, check_workbook_for, refused_workbook, take_workbook_for

    viewer, file = system_viewer(), GivenFile(Path(given.file).name, content, given.profile, locked)
    if given.dry_run or given.refused:
        check = check_workbook_for(viewer=viewer, service=given.service, file=file, progress=say)
        _write_refused(given.refused, refused_workbook(check.refused))
    if given.dry_run:
        return check.account, check.columns
    return take_workbook_for(viewer=viewer, service=given.service, file=file, progress=say), []


def _write_refused(path: str | None, content: bytes) -> None:
    if path and content:
        write_file(path, content)
        say(f"The refused rows are in {path}. Correct them there and bring that file in by itself.")
    elif path:
        say("No row was refused.")


def _as_text(account: dict[str, Any], columns: list[dict[str, Any]], *, dry_run: bool) -> str:
    lines = ["Nothing was changed: this was a dry run." if dry_run else "The file was taken.", ""]
    for each in account["sheets"]:
        lines.append(
            f"{each['sheet']}: {each['read']} rows read, {each['taken']} taken, "
            f"{each['repeated']} repeated, {each['refused']} refused"
        )
    lines += ["", f"Possible duplicates to look at: {account['possible_duplicates']}"]
    lines += [f"Refused - {_place(each)}: {each['sentence']}" for each in account["problems"]]
    lines += [f"Question - {_place(each)}: {each['sentence']}" for each in account["questions"]]
    lines += [f"Column - {each['sheet']}, {column['heading'] or column['letter']}: {_use(column)}"
              for each in columns for column in each["columns"]]  # fmt: skip
    return "\n".join(lines) + "\n"


def _use(column: dict[str, Any]) -> str:
    return f"{column['field'] or 'not used'}{', hidden in the file' if column['hidden'] else ''}"


def _place(each: dict[str, Any]) -> str:
    row = f", row {each['row']}" if each["row"] else ""
    column = f", {each['column']}" if each["column"] else ""
    return f"{each['sheet']}{row}{column}"
