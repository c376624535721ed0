"""One generated page."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[1]
ROOT = FOLDER.parent
NOTICE = "<!-- Written by `make docs`. Change its source, not this page. -->"


@dataclass(frozen=True)
class Page:
    """A path below docs/ and what stands there."""

    path: str
    title: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The page as Markdown."""
        return "\n".join([NOTICE, "", f"# {self.title}", "", *self.lines]).rstrip() + "\n"


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[str]:
    """A Markdown table; a bar within a cell is escaped."""
    cells = [head, tuple("---" for _ in head), *rows]
    return ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in cells]


def _cell(text: str) -> str:
    return " ".join(str(text).split()).replace("|", "\\|")
