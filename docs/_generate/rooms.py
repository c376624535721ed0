"""docs/rooms.md: the plan of the house, from the import contract and each room's own first lines."""

import configparser

from docs._generate.page import ROOT, Page, table


def page() -> Page:
    """The plan, top floor first."""
    plan = configparser.ConfigParser()
    plan.read(ROOT / ".importlinter")
    floors = [line for line in plan["importlinter:contract:floors"]["layers"].split("\n") if line.strip()]
    rows = [row for floor in floors for row in _rows(floor)]
    return Page(
        "rooms.md",
        "The rooms of the house",
        (
            "Each folder of `kith/` is a room. A room may import only rooms on floors below it, and enters another",
            "room only by its `api.py`, or by its `extracts.py` for tables. Rooms on one floor may not import each",
            "other. A room that has no tenant yet is in the plan, so that its floor is settled before it is built.",
            "",
            *table(("floor", "room", "what it is for"), rows),
        ),
    )


def _rows(floor: str) -> list[tuple[str, ...]]:
    names = [name.strip(" ()") for name in floor.split("|")]
    return [(" ".join(names) if at == 0 and len(names) > 1 else "", *_row(name)) for at, name in enumerate(names)]


def _row(name: str) -> tuple[str, str]:
    readme = ROOT / "kith" / name / "README.md"
    if not readme.is_file():
        return name, "not built yet"
    return f"[{name}](../kith/{name}/README.md)", first_sentence(readme.read_text())


def first_sentence(readme: str) -> str:
    """The first paragraph under the heading of a room's README."""
    paragraphs = [part.strip() for part in readme.split("\n\n")]
    return next(" ".join(part.split()) for part in paragraphs if part and not part.startswith("#"))
