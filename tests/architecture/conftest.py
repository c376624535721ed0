"""A small house that keeps every rule, for planting faults in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture.rules.tree import ROOT, read_floors


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the plan with every room, each empty but for its front door."""
    (tmp_path / ".importlinter").write_text((ROOT / ".importlinter").read_text())
    (tmp_path / "GLOSSARY.md").write_text((ROOT / "GLOSSARY.md").read_text())
    package = tmp_path / "kith"
    for floor in read_floors().names:
        for room in floor:
            (package / room).mkdir(parents=True)
            (package / room / "__init__.py").touch()
            (package / room / "README.md").write_text("# room\n\nWhat it is for.\n\nIts words.\n\nIts doors.\n")
    (package / "__init__.py").touch()
    for room in ("people", "casework", "measures"):
        (package / room / "api.py").touch()
        (package / room / "models").mkdir()
        (package / room / "models" / "__init__.py").touch()
    return tmp_path


@pytest.fixture
def plant(house: Path) -> Callable[[str, str], Path]:
    """`plant(path, text)`: a file in the small house, its packages made along with it."""

    def write(path: str, text: str) -> Path:
        file = house / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        if file.suffix == ".py":
            for folder in file.relative_to(house).parents:
                if folder.parts:
                    (house / folder / "__init__.py").touch()
        return file

    return write
