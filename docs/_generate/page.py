"""One generated page, and the pieces pages are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[1]
ROOT = FOLDER.parent
REVIEW = ("author", "checker", "source", "reviewed_on", "review_due")
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


def as_yaml(given: dict[str, Any]) -> list[str]:
    """A part of a definition, as it stands in its file."""
    return ["```yaml", yaml.safe_dump(given, sort_keys=False, allow_unicode=True, width=100).rstrip(), "```"]


def review(definition: dict[str, Any]) -> list[str]:
    """Who wrote and checked a definition, from what, and when that is due again."""
    return [f"- {key.replace('_', ' ')}: {inline(definition[key])}" for key in REVIEW if key in definition]


def inline(text: object) -> str:
    """A text in one line."""
    return " ".join(str(text).split())


def _cell(text: str) -> str:
    return inline(text).replace("|", "\\|")
