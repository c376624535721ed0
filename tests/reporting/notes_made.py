"""Notes of a small service, with what the reader and people made of them, a line each."""

import datetime as dt

from kith.kernel.ids import new_id
from kith.ripples.models import Judgement, NoteJudgement, NoteRead, Proposal, Sample, Telling
from tests.reporting.conftest import SmallService, day

STATE = {"accept": "accepted", "reject": "rejected", "not_sure": "proposed", "": "proposed"}


class Notes:
    """What is left out is plain."""

    def __init__(self, small: SmallService) -> None:
        self.small = small

    def client(self, answer="", **person):
        client = self.small.client(**person)
        if answer:
            self.small.consent(client, answer)
        return client

    def note(self, client, *, read=None, restricted=False, on="2024-06-01"):
        """A note; `read` is whether it was withheld, None where nobody read it."""
        session = self.small.session(client, on, note="words", note_restricted=restricted)
        if read is not None:
            self._read(client, session, withheld=read)
        return session

    def _read(self, client, session, **given):
        return NoteRead.objects.create(
            service=self.small.service, client=client, source_room="casework", source_id=session.id,
            noted_on=day(str(session.held_on)), digest="", reader_version="", as_of_version=session.version, **given,
        )  # fmt: skip

    def frame(self, first="2024-04-01", last="2025-03-31"):
        """A period that was drawn from."""
        return Sample.objects.create(
            service=self.small.service, first=first, last=last, seed="", reader_version="", found=0, without=0,
            by_id=new_id(), by_name="S",
        )  # fmt: skip

    def sentence(
        self, client, *answers, frame=None, place=None, state="", on="2024-06-01", change_id=None, **given
    ) -> Telling:
        """A sentence found in a note, what people said of it, one after the other, and the state it is left in."""
        session = self.small.session(client, on, note="words")
        last = [state or STATE[answers[0] if answers else ""]]
        states = ["proposed"] if last == ["proposed"] else ["proposed", *last]
        telling = self.small.telling(client, on, *states, **({"change_id": change_id} if change_id else {}))
        proposal = Proposal.objects.create(
            telling=telling, note=self._read(client, session, found=1), start=0, end=5, cue="", sentence_key="",
            frame=frame, place=place, **{"read_twice": len(answers) > 1, **given},
        )  # fmt: skip
        for hour, answer in enumerate(answers):
            at = dt.datetime(2025, 1, 1, hour, tzinfo=dt.UTC)
            Judgement.objects.create(proposal=proposal, by_id=new_id(), by_name="S", answer=answer, at=at)
        return telling

    def quiet(self, client, answer="", *, frame=None, place=None, on="2024-06-01"):
        """A note in which nothing was found, and what somebody said of it."""
        note = self._read(client, self.small.session(client, on, note="words"), frame=frame, place=place)
        if answer:
            NoteJudgement.objects.create(note=note, by_id=new_id(), by_name="S", answer=answer)
        return note
