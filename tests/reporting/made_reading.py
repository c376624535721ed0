"""What a reading of random notes may leave: sentences found, answers of people, samples; edges are likely."""

import datetime as dt
import random

from kith.access.models import Service
from kith.casework.models import Session
from kith.kernel.ids import new_id
from kith.ripples.domain.kinds import DIRECTIONS, DOMAINS
from kith.ripples.models import Judgement, NoteJudgement, NoteRead, Proposal, Sample, Telling, TellingState

AT = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
YEARS = (2023, 2024)
STATES = {
    (): ["proposed"],
    ("not_sure",): ["proposed"],
    ("reject",): ["proposed", "rejected"],
    ("accept",): ["proposed", "accepted"],
    ("accept", "reject"): ["proposed", "accepted", "queried"],
    ("accept", "accept"): ["proposed", "accepted"],
    ("reject", "reject"): ["proposed", "rejected"],
    ("not_sure", "accept"): ["proposed", "accepted"],
    ("not_sure", "not_sure", "reject"): ["proposed", "rejected"],
}
"""Answers, and the states they leave a telling in."""


class MadeReading:
    """Reads some visits' notes, by dice."""

    def __init__(self, service: Service, dice: random.Random, sessions: list[Session]) -> None:
        self.service, self.dice, self.sessions = service, dice, sessions

    def fill(self) -> None:
        """All of it."""
        self.frames = {year: self._frame(year) for year in YEARS}
        for session in self.sessions:
            note = self._note(session)
            for _ in range(note.found):
                self._sentence(session, note)
            if note.place and self.dice.random() < 0.7:
                answer = self.dice.choice(["yes", "no", "no", "not_sure"])
                NoteJudgement.objects.create(note=note, by_id=new_id(), by_name="S", answer=answer)

    def _frame(self, year: int) -> Sample:
        return Sample.objects.create(
            service=self.service, first=dt.date(year, 4, 1), last=dt.date(year + 1, 3, 31), seed="", reader_version="",
            found=0, without=0, by_id=new_id(), by_name="S",
        )  # fmt: skip

    def _drawn(self, session: Session) -> dict[str, object]:
        """The frame of a note's or sentence's year, if it is in one, and its place if it was drawn."""
        year = session.held_on.year - (session.held_on < dt.date(session.held_on.year, 4, 1))
        if year not in self.frames or self.dice.random() < 0.2:
            return {}
        return {"frame": self.frames[year], "place": self.dice.choice([None, 1, 2])}

    def _note(self, session: Session) -> NoteRead:
        withheld = self.dice.random() < 0.2
        found = 0 if withheld else self.dice.choice([0, 0, 1, 2])
        return NoteRead.objects.create(
            service=self.service, client_id=session.client_id, source_room="casework", source_id=session.id,
            noted_on=session.held_on, digest="", reader_version="", withheld=withheld, found=found,
            as_of_version=session.version + (self.dice.random() < 0.1),
            **({} if found or withheld else self._drawn(session)),
        )  # fmt: skip

    def _sentence(self, session: Session, note: NoteRead) -> None:
        telling, answers = self._telling(session), self.dice.choice(list(STATES))
        self._states(telling, STATES[answers])
        proposal = Proposal.objects.create(
            telling=telling, note=note, start=0, end=5, cue="", sentence_key="",
            read_twice=len(answers) > 1 or self.dice.random() < 0.2,
            **self._drawn(session),
        )  # fmt: skip
        # An answer that was taken back counts for nothing.
        taken_back = ["accept"] * (self.dice.random() < 0.2)
        for hour, answer in enumerate([*taken_back, *answers]):
            Judgement.objects.create(
                proposal=proposal, by_id=new_id(), by_name="S", answer=answer, at=AT + dt.timedelta(hours=hour),
                undone_at=AT if hour < len(taken_back) else None,
            )  # fmt: skip
        if self.dice.random() < 0.3:
            again = self._telling(session, change_id=telling.change_id, told_on=session.held_on + dt.timedelta(30))
            self._states(again, ["accepted"])

    def _telling(self, session: Session, **given: object) -> Telling:
        kinds = {"domain": self.dice.choice(DOMAINS), "direction": self.dice.choice(DIRECTIONS)}
        return Telling.objects.create(
            service=self.service, client_id=session.client_id, through="client", beneficiary="client", account="",
            author_id=new_id(), **{**kinds, "told_on": session.held_on, **given},
        )  # fmt: skip

    def _states(self, telling: Telling, states: list[str]) -> None:
        for hour, state in enumerate(states):
            at = AT + dt.timedelta(hours=hour)
            TellingState.objects.create(telling=telling, state=state, at=at, by_id=new_id(), by_name="S")
