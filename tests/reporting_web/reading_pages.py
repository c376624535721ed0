"""Reads what stands on a page as a person would."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

SILENT = ("script", "style")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self._inside.append(tag)
        self.said += [value or "" for name, value in attrs if name in ("alt", "title", "aria-label", "data-label")]

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if not self._inside and data.strip():
            self.said.append(" ".join(data.split()))


def words_of(page: str) -> list[str]:
    """Every piece of text of a page, hidden or spoken, the pictures' letters included."""
    reader = _Words()
    reader.feed(page)
    return reader.said


def section_of(page: str, name: str) -> str:
    """The markup of one section of a report."""
    return re.split(r"<section", page.split(f'aria-labelledby="{name}"', 1)[1])[0]


def cells_of(page: str) -> Iterator[str]:
    """Numbers in tables."""
    return (each.strip() for each in re.findall(r'class="(?:kith-table__)?number">([^<]*)</td>', page))
