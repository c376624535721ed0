"""docs/data-protection/second-lock.md: which table is under the second lock, how, and which is not, and why."""

from django.apps import apps

from docs._generate.page import Page, table
from kith.rows.api import OfChildren, OfParent, OfService, OfWriter, Outside, Way, belonging

INTRODUCTION = (
    "In PostgreSQL a page works in a role that owns nothing and sees the rows of the services of whoever asks, also",
    "where a query forgot to ask for less; [the decision](../adr/0020-a-second-lock-in-postgresql.md) says how, and",
    "where its limits are. A table that is in neither list fails a test.",
)


def page() -> Page:
    """Two lists."""
    locked, outside = [], []
    for name, way in sorted(_ways().items()):
        if isinstance(way, Outside):
            outside.append((f"`{name}`", way.reason))
        elif way is not None:
            locked.append((f"`{name}`", _words(way)))
    lines = [*INTRODUCTION, "", "## Under the lock", "", *table(("table", "whose a row is"), locked)]
    lines += ["", "## Outside", "", *table(("table", "why"), outside)]
    return Page("data-protection/second-lock.md", "The second lock", tuple(lines))


def _ways() -> dict[str, Way | Outside | None]:
    return {model._meta.db_table: belonging(model) for model in apps.get_models(include_auto_created=True)}


def _words(way: Way) -> str:
    if isinstance(way, OfParent):
        return f"whose the row of `{way.parent}` is"
    if isinstance(way, OfChildren):
        return f"whose the rows of `{way.child}` are that name it"
    if isinstance(way, OfWriter):
        return "whoever's that wrote it, and nobody else's"
    if not isinstance(way, OfService):
        raise TypeError(f"There are no words for {way}.")
    also = ["the service's"]
    if way.person or way.beside:
        also.append("to see only, whoever's for whom that person's record is open in an emergency")
    if way.by:
        also.append("whoever's that wrote it")
    return "; ".join(also) + ("; added, and never changed" if way.for_good else "")
