"""docs/returns/: one page a return profile, from its reviewed file."""

from typing import Any

from docs._generate.page import Page, as_yaml, inline, review, table
from kith.kernel import definitions


def pages() -> list[Page]:
    """Each return."""
    return [_page(definitions.load("returns", name)) for name in definitions.names("returns")]


def _page(profile: dict[str, Any]) -> Page:
    rows = [
        (section["section"], line["wording"], f"[{line['figure']}](../metrics/{line['figure']}.md)", _only(line))
        for section in profile["lines"]
        for line in section["lines"]
    ]
    holds: dict[str, Any] = {key: profile[key] for key in ("issues", "ripples", "contact") if key in profile}
    lines = [
        inline(profile["what_it_holds"]),
        "",
        "## Its lines",
        "",
        *table(("section", "wording", "figure", "only"), rows),
        "",
        "## What it can hold",
        "",
        "*Held* has a category of its own. *Blunt* is held without saying what it was. What is in neither has no",
        "place.",
        "",
        *as_yaml(holds),
        "",
        "## Review",
        "",
        *review(profile),
    ]
    return Page(f"returns/{profile['id']}.md", profile["title"], tuple(lines))


def _only(line: dict[str, Any]) -> str:
    return ", ".join(f"{key}: {value}" for key, value in line.get("group", {}).items())
