"""Records what a client says yes or no to, and forgets at once what a no takes back: both, or neither."""

from django.db import transaction

from kith.access.api import Viewer
from kith.people.api import Client, record_consent
from kith.ripples.api import forget_notes_of


@transaction.atomic
def answer_consent(*, viewer: Viewer, client: Client, purpose: str, answer: str) -> None:
    """Raises NotAllowedError, NotPossibleError."""
    record_consent(viewer=viewer, client=client, purpose=purpose, answer=answer)
    if answer != "yes":
        forget_notes_of(viewer=viewer, client=client)
