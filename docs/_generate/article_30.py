"""docs/data-protection/article-30.md: the record of processing, from the classified fields of every model."""

from collections import defaultdict

from django.apps import apps
from django.db.models import Model

from docs._generate.page import Page, table
from kith.kernel.privacy import Personal

INTRODUCTION = (
    "What is held about people, why, who sees it, how long it is kept, and what stands in its place elsewhere: the",
    "part of the record under Article 30 of the UK GDPR that the software can know. The service adds its own name and",
    "contact, its data protection officer, its lawful bases and whom it discloses to.",
    "",
    "Every field of every table is classified in the code, or a test fails. Fields that tell of no person are left",
    "out. The audit keeps names of fields and never what stood in them.",
)


def page() -> Page:
    """One section a room, one table a kind of record."""
    lines = [*INTRODUCTION]
    for room, models in _by_room().items():
        lines += ["", f"## {room}"]
        for model in models:
            lines += ["", *_section(model)]
    return Page("data-protection/article-30.md", "Record of processing", tuple(lines))


def _by_room() -> dict[str, list[type[Model]]]:
    rooms: dict[str, list[type[Model]]] = defaultdict(list)
    for model in apps.get_models():
        if model.__module__.startswith("kith.") and getattr(model, "classified", None):
            rooms[model._meta.app_label].append(model)
    return {room: sorted(rooms[room], key=lambda model: model.__name__) for room in sorted(rooms)}


def _section(model: type[Model]) -> list[str]:
    kinds: dict[Personal, list[str]] = defaultdict(list)
    for field, kind in getattr(model, "classified", {}).items():
        kinds[kind].append(field.replace("_", " "))
    rows = [(", ".join(fields), kind.purpose, kind.seen_by, kind.kept, kind.masked) for kind, fields in kinds.items()]
    head = ("what is held", "why", "who sees it", "how long it is kept", "in figures and extracts")
    return [f"### {model.__name__}", "", (model.__doc__ or "").strip(), "", *table(head, rows)]
