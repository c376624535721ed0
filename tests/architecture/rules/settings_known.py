"""Every setting the code reads is known by name and meaning, and every known one is read."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path

from tests.architecture.rules.tree import python_files

NAME = re.compile(r"KITH_[A-Z_]+|DATABASE_URL")
REGISTRY = "known.py"


def settings_unknown_or_unread(root: Path, known: Iterable[str]) -> list[str]:
    """Names read and not known, and names known and not read."""
    read = {
        node.value
        for path, module in python_files(root)
        if path.name != REGISTRY
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and NAME.fullmatch(node.value)
    }
    return [
        *(f"{name} is read and stands in no list of settings." for name in sorted(read - set(known))),
        *(f"{name} is in the list of settings and is read nowhere." for name in sorted(set(known) - read)),
    ]
