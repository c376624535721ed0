"""A room is entered by its front door only: `api.py`, or `extracts.py` for tables."""

from collections.abc import Iterator
from pathlib import Path

from tests.architecture.rules.tree import imported_modules, place, python_files, relative_imports, room_of, rooms

DOORS = ("api", "extracts")


def side_doors(root: Path) -> list[str]:
    """Imports that enter another room past its doors. A room without `api.py` is a box of tools, open everywhere."""
    return [*_past_the_doors(root), *_rooms_without_a_door(root)]


def _past_the_doors(root: Path) -> Iterator[str]:
    closed = {room.name for room in rooms(root) if (room / "api.py").is_file() or _holds_records(room)}
    for path, module in python_files(root):
        own = room_of(root, path)
        for name, line in imported_modules(module):
            parts = name.split(".")
            if parts[0] == "kith" and len(parts) > 2 and parts[1] in closed - {own} and parts[2] not in DOORS:
                yield f"{place(root, path, line)} enters {parts[1]} by {parts[2]}, not by its api or extracts."
        for line in relative_imports(module):
            yield f"{place(root, path, line)} imports relatively: name the module in full."


def _rooms_without_a_door(root: Path) -> Iterator[str]:
    for room in rooms(root):
        if _holds_records(room) and not (room / "api.py").is_file():
            yield f"kith/{room.name} holds records and has no api.py."


def _holds_records(room: Path) -> bool:
    return (room / "models").is_dir() or (room / "models.py").is_file()
