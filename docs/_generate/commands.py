"""docs/commands.md: every command, in the words of its own help."""

import argparse
import os
from unittest import mock

from docs._generate.page import Page
from kith.cli.main import parser

WIDTH = {"COLUMNS": "100", "NO_COLOR": "1"}


def page() -> Page:
    """One section a command."""
    lines = [
        "JSON alone comes on standard output, progress and errors on standard error. An error is one sentence.",
        "",
        "```",
        _help(parser()),
        "```",
    ]
    for name, command in subcommands().items():
        lines += ["", f"## `{name}`", "", "```", _help(command), "```"]
    return Page("commands.md", "Commands", tuple(lines))


def subcommands() -> dict[str, argparse.ArgumentParser]:
    """Every command of `kith`, and every command under a command, by its full name."""
    return dict(_below(parser()))


def _below(command: argparse.ArgumentParser) -> list[tuple[str, argparse.ArgumentParser]]:
    found = []
    for action in command._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                found += [(each.prog, each), *_below(each)]
    return found


def _help(command: argparse.ArgumentParser) -> str:
    with mock.patch.dict(os.environ, WIDTH):
        return command.format_help().rstrip()
