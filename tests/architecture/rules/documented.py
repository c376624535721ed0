"""Every metric, return profile, setting and command has its place in the documents."""

from collections.abc import Iterable
from pathlib import Path


def pages_missing(names: Iterable[str], folder: Path) -> list[str]:
    """Names without a page of their own in a folder."""
    return [
        f"{name} has no page {name}.md in docs/{folder.name}."
        for name in names
        if not (folder / f"{name}.md").is_file()
    ]


def pages_without_a_subject(names: Iterable[str], folder: Path) -> list[str]:
    """Pages of a folder that tell of something that is not there."""
    known = {*names, "README"}
    return [
        f"docs/{folder.name}/{page.name} tells of nothing." for page in folder.glob("*.md") if page.stem not in known
    ]


def headings_missing(names: Iterable[str], page: Path) -> list[str]:
    """Names without a heading on one page."""
    headings = {line.lstrip("# ").strip("`") for line in page.read_text().splitlines() if line.startswith("#")}
    return [f"{name} is not on {page.name}." for name in names if name not in headings]


def rooms_without_a_readme(rooms: Iterable[Path]) -> list[str]:
    """Rooms that do not say what they are for, in about twenty lines."""
    return [fault for room in rooms if (fault := _readme_fault(room))]


def _readme_fault(room: Path) -> str:
    page = room / "README.md"
    if not page.is_file():
        return f"{room.name} has no README.md."
    lines = page.read_text().strip().splitlines()
    return (
        ""
        if lines and 5 <= len(lines) <= 40
        else f"{room.name}/README.md has {len(lines)} lines; about 20 tell enough."
    )
