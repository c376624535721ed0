"""Takes what a person says of a proposed sentence: accept, reject, not sure; and lets the last answer be taken back."""

from dataclasses import replace
from uuid import UUID

from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.kernel.days import now
from kith.people.api import amend_record
from kith.ripples.domain.correction import Correction
from kith.ripples.domain.judging import ACCEPT, REJECT
from kith.ripples.models import Judgement, Proposal, Telling, TellingState
from kith.ripples.permissions import check_user_may_judge
from kith.ripples.policies import check_can_correct, check_can_judge, check_can_undo, check_no_names
from kith.ripples.queries.as_read import sentence_of
from kith.ripples.queries.judgements import kinds_as_proposed, kinds_of, last_judgement, standing
from kith.ripples.queries.review import is_own_note, proposal_for

WHY = {REJECT: "Not a change, or not as the note has it.", "queried": "Two people read this sentence and differ."}
TAKEN_BACK = "Taken back by whoever decided."


@transaction.atomic
def judge(*, viewer: Viewer, proposal_id: UUID, answer: str, correction: Correction | None = None) -> Judgement:
    """One person's answer. The first that decides, decides; of the one in ten a second one is kept beside it.

    Where the first accepted and the second does not, or has it as another change, it goes back with a question.
    Accepting keeps the sentence, or the corrected words, as the account; a second person's words are checked like the
    first one's and not kept. Raises NotAllowedError, NotFoundError, NotPossibleError, NamesLeftError, StaleError.
    """
    proposal = _locked(viewer, proposal_id)
    telling = proposal.telling
    check_user_may_judge(viewer, proposal.note.client, is_author=is_own_note(viewer, proposal.note.source_id))
    state, readers = proposal.state, proposal.readers  # type: ignore[attr-defined]
    mine = standing(proposal=proposal, by_id=viewer.actor.id).exists()
    check_can_judge(state, answer, readers=readers, read_twice=proposal.read_twice, mine=mine)
    said = _checked(viewer, proposal, correction or Correction()) if answer == ACCEPT else None
    before: dict[str, str] = {}
    if state == "proposed" and said:
        before = _accept(viewer, proposal, said)
    elif state == "proposed" and answer == REJECT:
        _give(viewer, telling, "rejected", WHY[REJECT])
    elif state == "accepted" and (said is None or said.kinds() != kinds_of(telling)):
        _give(viewer, telling, "queried", WHY["queried"])
    given = Judgement.objects.create(
        proposal=proposal, by_id=viewer.actor.id, by_name=viewer.actor.name, answer=answer, before=before,
        kinds=said.kinds() if said else {},
    )  # fmt: skip
    record(actor=viewer.actor, deed=_deed("judged", telling))
    return given


@transaction.atomic
def undo_last_judgement(*, viewer: Viewer) -> Proposal:
    """Take back the viewer's newest answer, as long as nobody answered after it. Raises NotPossibleError."""
    last = last_judgement(viewer)
    proposal = _locked(viewer, last.proposal_id)
    check_can_undo(answered_since=standing(proposal=proposal, at__gt=last.at).exclude(id=last.id).exists())
    _step_back(viewer, proposal, last)
    Judgement.objects.filter(id=last.id).update(undone_at=now())
    record(actor=viewer.actor, deed=_deed("took back", proposal.telling))
    return proposal


def _step_back(viewer: Viewer, proposal: Proposal, last: Judgement) -> None:
    """The telling as it stood before the answer, if the answer moved it."""
    state, telling = proposal.state, proposal.telling  # type: ignore[attr-defined]
    moved = TellingState.objects.filter(telling=telling).order_by("-at", "-id").first()
    if state == "proposed" or moved is None or moved.by_id != last.by_id:
        return
    if state == "queried":
        _give(viewer, telling, "accepted", TAKEN_BACK)
        return
    if state == "accepted":
        emptied = {"account": "", "relation": "", **last.before}
        _amend(viewer, telling, emptied, TAKEN_BACK)
    _give(viewer, telling, "proposed", TAKEN_BACK)


def _checked(viewer: Viewer, proposal: Proposal, given: Correction) -> Correction:
    """All that is accepted, words and kinds, by the same rules for a second person as for the first."""
    kinds = kinds_as_proposed(proposal) | given.kinds()
    check_can_correct(kinds)
    words = given.account.strip() or sentence_of(viewer, proposal).sentence
    person = proposal.note.client.person
    check_no_names(f"{words}\n{given.relation}", [*given.not_names, person.first_name, person.surname])
    return replace(given, account=words, **kinds)


def _accept(viewer: Viewer, proposal: Proposal, said: Correction) -> dict[str, str]:
    """Keep the words and kinds, accept; returns the kinds that are other than they were proposed."""
    telling, kinds = proposal.telling, said.kinds()
    before = {name: was for name, was in kinds_of(telling).items() if kinds[name] != was}
    words = {"account": said.account, "relation": said.relation.strip()}
    _amend(viewer, telling, {**words, **kinds}, "Accepted from a note")
    _give(viewer, telling, "accepted", "")
    return before


def _locked(viewer: Viewer, proposal_id: UUID) -> Proposal:
    """The proposal, held until the end of the transaction, so that two answers come one after the other."""
    Proposal.objects.select_for_update().filter(id=proposal_id).first()
    return proposal_for(viewer, proposal_id)


def _amend(viewer: Viewer, telling: Telling, changes: dict[str, str], reason: str) -> None:
    amend_record(
        viewer=viewer, client=telling.client, record_type="telling", kept=telling,  # type: ignore[arg-type]
        changes=changes, version=telling.version, reason=reason,
    )  # fmt: skip


def _give(viewer: Viewer, telling: Telling, state: str, reason: str) -> None:
    actor = viewer.actor
    TellingState.objects.create(telling=telling, state=state, by_id=actor.id, by_name=actor.name, reason=reason)
    record(actor=actor, deed=_deed(state, telling))


def _deed(verb: str, telling: Telling) -> Deed:
    return Deed(verb, "telling", [telling.id], (), telling.client_id, telling.service_id)
