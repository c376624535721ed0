"""No file over 500 lines, no function over 50."""

import ast
from collections.abc import Iterator
from pathlib import Path

LONGEST_FILE, LONGEST_FUNCTION = 500, 50
FOLDERS = ("kith", "tests", "docs", "bench", "requirements")
KINDS = (".py", ".jinja", ".html", ".js", ".scss", ".sh")


def too_long(root: Path) -> list[str]:
    """Files and functions that nobody reads to the end."""
    return [fault for folder in FOLDERS for path in sorted((root / folder).rglob("*")) for fault in _faults(root, path)]


def _faults(root: Path, path: Path) -> Iterator[str]:
    if path.suffix not in KINDS or "node_modules" in path.parts or "built" in path.parts:
        return
    text = path.read_text()
    if (lines := len(text.splitlines())) > LONGEST_FILE:
        yield f"{path.relative_to(root)} has {lines} lines; {LONGEST_FILE} is the most."
    if path.suffix == ".py":
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                length = node.end_lineno - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    yield f"{path.relative_to(root)}: {node.name} has {length} lines; {LONGEST_FUNCTION} is the most."
