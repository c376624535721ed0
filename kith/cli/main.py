"""The command line: one sentence for every error, JSON alone on standard output, progress on standard error."""

import argparse
import os
import sys
from collections.abc import Sequence

from kith.cli.commands import (
    add_account,
    audit,
    backup,
    demo,
    health,
    import_areas,
    import_population,
    import_postcodes,
    import_return,
    import_workbook,
    init,
    propose_ripples,
    read_notes,
    report,
    reset_second_step,
    restore,
    serve,
    set_areas,
)
from kith.cli.exits import FAULT, REFUSED, WRONG_SETTING
from kith.cli.faults import write_fault
from kith.kernel.errors import KithError, WrongSettingError

COMMANDS = (
    init,
    add_account,
    reset_second_step,
    import_workbook,
    import_areas,
    import_postcodes,
    import_population,
    set_areas,
    read_notes,
    propose_ripples,
    import_return,
    report,
    audit,
    backup,
    restore,
    health,
    serve,
    demo,
)


def parser() -> argparse.ArgumentParser:
    """Every command with its options, its help and an example."""
    top = argparse.ArgumentParser(
        prog="kith",
        description="The record and the voice of lay health workers.",
        epilog="kith COMMAND --help tells more of each command, with an example.",
    )
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add(commands)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    given = parser().parse_args(arguments)
    os.umask(0o077)
    try:
        return int(given.run(given))
    except WrongSettingError as wrong:
        return _say(wrong.sentence, WRONG_SETTING)
    except KithError as wrong:
        return _say(wrong.sentence, REFUSED)
    except KeyboardInterrupt:
        return _say("Stopped. Nothing is half done.", FAULT)
    except BrokenPipeError:
        return FAULT
    except Exception as fault:  # noqa: BLE001  the border: a traceback is for a file, not for the user
        return _say(write_fault(fault), FAULT)


def _say(sentence: str, code: int) -> int:
    sys.stderr.write(sentence + "\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
