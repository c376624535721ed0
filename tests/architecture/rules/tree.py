"""The tree of files the rules read, and the floors of the plan."""

import ast
import configparser
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Floors:
    """The rooms of the plan from the top down; side by side on one floor they may not import each other."""

    names: tuple[tuple[str, ...], ...]

    def may_use(self, room: str, other: str) -> bool:
        """Whether a room may use what belongs to another: itself, or on a floor below."""
        return room == other or self.height(room) > self.height(other)

    def height(self, room: str) -> int:
        """How high a room lies; the bottom floor is 0."""
        for below, floor in enumerate(reversed(self.names)):
            if room in floor:
                return below
        raise LookupError(f"The room {room} is not in the plan of the house, .importlinter.")

    def __contains__(self, room: str) -> bool:
        return any(room in floor for floor in self.names)


def read_floors(root: Path = ROOT) -> Floors:
    """The floors as the import contract names them."""
    plan = configparser.ConfigParser()
    plan.read(root / ".importlinter")
    lines = plan["importlinter:contract:floors"]["layers"].split("\n")
    return Floors(tuple(tuple(room.strip(" ()") for room in line.split("|")) for line in lines if line.strip()))


def rooms(root: Path) -> list[Path]:
    """The folders of the package that hold code."""
    return sorted(folder.parent for folder in (root / "kith").glob("*/__init__.py"))


def room_of(root: Path, path: Path) -> str:
    """The room a file lies in."""
    return path.relative_to(root / "kith").parts[0]


def python_files(root: Path, pattern: str = "**/*.py") -> Iterator[tuple[Path, ast.Module]]:
    """Every Python file of the rooms that fits a pattern, parsed."""
    for path in sorted((root / "kith").glob(pattern)):
        if path.parent != root / "kith":
            yield path, ast.parse(path.read_text(), str(path))


def imported_modules(module: ast.Module) -> Iterator[tuple[str, int]]:
    """Every module a file imports, wherever the import stands, with its line. `from a import b` gives `a.b`."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def relative_imports(module: ast.Module) -> Iterator[int]:
    """The lines of imports that name no module in full."""
    return (node.lineno for node in ast.walk(module) if isinstance(node, ast.ImportFrom) and node.level)


def place(root: Path, path: Path, line: int) -> str:
    """Where a fault stands."""
    return f"{path.relative_to(root)}:{line}"
