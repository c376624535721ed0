"""Corrects a visit, and takes back at once what was found in its note and no longer stands in it: both, or neither."""

from django.db import transaction

from kith.access.api import Viewer
from kith.casework.api import Session, Visit, correct_session
from kith.ripples.api import note_corrected


@transaction.atomic
def correct_visit(*, viewer: Viewer, session: Session, visit: Visit, version: int, reason: str) -> None:
    """Raises NotAllowedError, NotPossibleError, StaleError."""
    correct_session(viewer=viewer, session=session, visit=visit, version=version, reason=reason)
    note_corrected(viewer=viewer, session=session)
