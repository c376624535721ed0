"""Adds a row of what was said of a look, and writes it down."""

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.glass.models import Glass, Said


def say(viewer: Viewer, glass: Glass, kind: str, verb: str, words: str = "") -> None:
    """Within the caller's transaction, after the caller's checks."""
    Said.objects.create(glass=glass, kind=kind, words=words.strip(), by_id=viewer.actor.id, by_name=viewer.actor.name)
    record(actor=viewer.actor, deed=Deed(verb, "glass", [glass.id], (), glass.client_id, glass.service_id))
