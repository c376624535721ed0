"""In whatever order notes are read and judged, and a client says yes or no: without her yes nothing of her is there."""

from dataclasses import dataclass, field

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.access.api import system_viewer
from kith.audit.witness.strand import drop_strand
from kith.desk.actions.answer_consent import answer_consent
from kith.kernel.errors import NotPossibleError
from kith.ripples.api import (
    draw,
    judge,
    look_at_next_note,
    look_at_next_sentence,
    next_period,
    notes_drawn,
    progress_of,
    proposals_visible_to,
    tellings_visible_to,
    to_judge,
    undo_last_judgement,
)
from kith.ripples.models import Judgement, NoteRead, Proposal, Telling
from tests.ripples import reviewing as r

pytestmark = pytest.mark.django_db
READERS = ("manager", "leader of the team")
ANSWERS = ("accept", "reject", "not_sure")


@dataclass
class Around:
    """A client, those around her, and what she said last."""

    people: object
    service: object
    says: str = ""
    notes: int = 0
    is_read: bool = field(default=False, init=False)

    def do(self, step: str) -> None:
        """One step; what is not possible now is left."""
        name, _, given = step.partition(" ")
        self.is_read = name == "read"
        try:
            getattr(self, f"_{name}")(given)
        except NotPossibleError:
            assert name in ("undo", "judge")

    def _note(self, words: str) -> None:
        self.notes += 1
        said = f"Visit {self.notes}. Her sister number {self.notes} got a job." if words == "found" else r.NOTHING
        r.note(self.people["own worker"], self.people.client, said)

    def _say(self, answer: str) -> None:
        self.says = answer
        r.say(self.people["own worker"], self.people.client, answer)

    def _desk(self, answer: str) -> None:
        self.says = answer
        worker, client = self.people["own worker"], self.people.client
        answer_consent(viewer=worker, client=client, purpose="evaluation", answer=answer)

    def _read(self, _: str) -> None:
        r.read(self.service.id)

    def _draw(self, _: str) -> None:
        period = next_period(self.service.id)
        if period:
            draw(viewer=system_viewer(), service_id=self.service.id, period=period)

    def _judge(self, given: str) -> None:
        answer, _, who = given.partition(" ")
        waiting = to_judge(self.people[who]).first()
        if waiting:
            judge(viewer=self.people[who], proposal_id=waiting.id, answer=answer)

    def _undo(self, who: str) -> None:
        undo_last_judgement(viewer=self.people[who])

    def check(self) -> None:
        """Nothing of a person without a recorded yes is proposed, shown or counted; a reading leaves nothing kept."""
        if self.says == "yes":
            return
        for who in READERS:
            viewer = self.people[who]
            assert look_at_next_sentence(viewer=viewer) is None
            assert look_at_next_note(viewer=viewer) is None
            assert not proposals_visible_to(viewer).exists()
            assert not notes_drawn(viewer).exists()
            assert not tellings_visible_to(viewer).exclude(state="withdrawn").exists()
            assert (progress_of(viewer).drawn, progress_of(viewer).waiting) == (0, 0)
        if self.is_read:
            assert not NoteRead.objects.exists()
            assert not Proposal.objects.exists()
            assert not Judgement.objects.exists()
            assert set(Telling.objects.values_list("account", "relation")) <= {("", "")}


STEPS = st.sampled_from(
    ["read", "read", "draw", "note found", "note found", "note nothing", "say yes", "say yes", "say no", "desk no"]
    + [f"judge {answer} {who}" for answer in ANSWERS for who in READERS]
    + [f"undo {who}" for who in READERS]
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=4, max_size=10), read_twice=st.booleans())
def test_without_a_yes_nothing_is_proposed_shown_or_counted(around, service, steps, read_twice):
    with transaction.atomic():
        her = Around(around, service)
        for step in ["note found", "note nothing", *steps]:
            her.do(step)
            Proposal.objects.update(read_twice=read_twice)
            her.check()
        her.do("say yes")
        her.do("read")
        assert NoteRead.objects.count() == her.notes
        transaction.set_rollback(True)
    drop_strand()
