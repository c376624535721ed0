"""Reviews a telling: accept it, send it back with a question, reject it, withdraw it."""

from collections.abc import Collection

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.people.api import amend_record
from kith.ripples.models import Telling, TellingState
from kith.ripples.permissions import check_user_may_review, check_user_may_tell
from kith.ripples.policies import check_can_give_state, check_decided_where_it_stands, check_no_names
from kith.ripples.queries.tellings import found_in_a_note, telling_for


@transaction.atomic
def accept(
    *, viewer: Viewer, telling: Telling, version: int, account: str = "", not_names: Collection[str] = ()
) -> TellingState:
    """Accept what is told, with its words as they now stand; `not_names` are words the reviewer says name nobody.

    Raises NotAllowedError, NotPossibleError, NamesLeftError, StaleError.
    """
    check_user_may_review(viewer, telling)
    check_can_give_state(_state(viewer, telling), "accepted", "")
    words = account.strip() or telling.account
    person = telling.client.person  # type: ignore[union-attr]
    check_no_names(f"{words}\n{telling.relation}", [*not_names, person.first_name, person.surname])
    amend_record(
        viewer=viewer, client=telling.client, record_type="telling", kept=telling,  # type: ignore[arg-type]
        changes={"account": words}, version=version, reason="Words set right before acceptance",
    )  # fmt: skip
    return _give(viewer, telling, "accepted", "")


@transaction.atomic
def query(*, viewer: Viewer, telling: Telling, reason: str) -> TellingState:
    """Send it back with a question. Raises NotAllowedError, NotPossibleError."""
    check_user_may_review(viewer, telling)
    return _after_check(viewer, telling, "queried", reason)


@transaction.atomic
def reject(*, viewer: Viewer, telling: Telling, reason: str) -> TellingState:
    """Say that it does not count, and why. Raises NotAllowedError, NotPossibleError."""
    check_user_may_review(viewer, telling)
    return _after_check(viewer, telling, "rejected", reason)


@transaction.atomic
def withdraw(*, viewer: Viewer, telling: Telling, reason: str) -> TellingState:
    """Take it back, whatever its state. Raises NotAllowedError, NotPossibleError."""
    check_user_may_tell(viewer, telling.client)  # type: ignore[arg-type]
    return _after_check(viewer, telling, "withdrawn", reason)


def _after_check(viewer: Viewer, telling: Telling, wanted: str, reason: str) -> TellingState:
    check_can_give_state(_state(viewer, telling), wanted, reason)
    return _give(viewer, telling, wanted, reason.strip())


def _state(viewer: Viewer, telling: Telling) -> str:
    state: str = telling_for(viewer, telling.id).state  # type: ignore[attr-defined]
    check_decided_where_it_stands(state, found_in_a_note=found_in_a_note(telling))
    return state


def _give(viewer: Viewer, telling: Telling, state: str, reason: str) -> TellingState:
    actor = viewer.actor
    given = TellingState.objects.create(telling=telling, state=state, by_id=actor.id, by_name=actor.name, reason=reason)
    record(actor=actor, deed=Deed(state, "telling", [telling.id], (), telling.client_id, telling.service_id))
    return given
