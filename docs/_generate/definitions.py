"""docs/metrics/ and docs/returns/: one page a reviewed definition, in the words of its file."""

from typing import Any

import yaml

from docs._generate.page import Page
from kith.kernel import definitions

REVIEW = ("author", "checker", "source", "reviewed_on", "review_due")


def pages(kind: str) -> list[Page]:
    """One page a definition of a kind."""
    return [_page(kind, name, definitions.load(kind, name)) for name in definitions.names(kind)]


def _page(kind: str, name: str, definition: dict[str, Any]) -> Page:
    known = ("title", "meaning", "description", *REVIEW)
    lines = [str(definition.get("meaning") or definition.get("description") or definition.get("title") or "").strip()]
    lines += ["", *[f"- {key.replace('_', ' ')}: {_inline(definition[key])}" for key in REVIEW if key in definition]]
    rest = {key: value for key, value in definition.items() if key not in known}
    if rest:
        lines += ["", "```yaml", yaml.safe_dump(rest, sort_keys=False, allow_unicode=True, width=100).rstrip(), "```"]
    return Page(f"{kind}/{name}.md", str(definition.get("title", name)), tuple(lines))


def _inline(value: object) -> str:
    return " ".join(str(value).split())
