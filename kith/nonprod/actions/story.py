"""One client's year, told to the actions a trainer uses."""

import datetime as dt
import random
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kith.access.api import Viewer
from kith.casework.api import (
    GoalDetails,
    Visit,
    decide_referral,
    follow_up_signpost,
    hold_session,
    make_signpost,
    receive_referral,
    set_plan,
    sign_off_plan,
)
from kith.measures.api import note_missed_reading, take_reading
from kith.nonprod.domain import words
from kith.nonprod.domain.areas import CODES
from kith.people.api import PersonDetails, record_consent, register_client
from kith.ripples.api import ToldChange, accept, tell


@dataclass
class Story:
    """Chance, the day it is, and who tells."""

    chance: random.Random
    today: dt.date
    trainer: Viewer
    service_id: Any
    number: int
    passing: random.Random
    """Chance of its own for what a note tells in passing, so that the rest of the year stays as it was."""

    def tell(self) -> None:
        """From the first contact to wherever the client is today."""
        first = self.today - dt.timedelta(days=self.chance.randint(3, 364))
        client = self._register(first)
        if self._refer(client, first):
            self._work(client, first)

    def _register(self, first: dt.date) -> Any:
        chance = self.chance
        details = PersonDetails(
            first_name=chance.choice(words.FIRST_NAMES),
            surname=chance.choice(words.SURNAMES),
            date_of_birth=dt.date(chance.randint(1940, 2004), chance.randint(1, 12), chance.randint(1, 28)),
            sex=chance.choices(("female", "male", "not_known"), weights=(60, 37, 3))[0],
            ethnicity=chance.choice(words.ETHNICITIES),
            postcode=f"LK{chance.randint(1, 9)} {chance.randint(1, 9)}AA",
            area_code=chance.choices((chance.choice(CODES), ""), weights=(19, 1))[0],
            gp_registered=chance.choices(("yes", "no", "not_known"), weights=(85, 9, 6))[0],
        )
        client = register_client(
            viewer=self.trainer, service_id=self.service_id, details=details, first_contact_on=first,
            reference=f"LK{self.number:04}",
        )  # fmt: skip
        answer = chance.choices(("yes", "no", ""), weights=(75, 12, 13))[0]
        if answer:
            record_consent(viewer=self.trainer, client=client, purpose="evaluation", answer=answer)
        return client

    def _refer(self, client: Any, day: dt.date) -> bool:
        source = self.chance.choice(words.SOURCES)
        referral = receive_referral(viewer=self.trainer, client=client, source=source, received_on=day)
        declined = self.chance.random() < 0.08
        decide_referral(
            viewer=self.trainer, referral=referral, version=referral.version, decided_on=day,
            decision="declined" if declined else "accepted",
            reason=self.chance.choice(words.DECLINED) if declined else "",
        )  # fmt: skip
        return not declined

    def _work(self, client: Any, first: dt.date) -> None:
        days = self._days_after(first)
        measures = [name for name in words.MEASURES if self.chance.random() < 0.8]
        starts = {name: self._read_first(client, name, days[0]) for name in measures} if days else {}
        plan_at = self.chance.randint(1, 3)
        plan = None
        for place, day in enumerate(days):
            self._visit(client, day)
            if place == plan_at and self.chance.random() < 0.85:
                plan = self._plan(client, day)
        if days and self.chance.random() < 0.45:
            self._signpost(client, self.chance.choice(days))
        if plan and len(days) > plan_at + 2 and self.chance.random() < 0.7:
            self._end(client, plan, starts, days[-1])

    def _days_after(self, first: dt.date) -> list[dt.date]:
        days, day = [], first
        for _ in range(self.chance.randint(1, 8)):
            day += dt.timedelta(days=self.chance.randint(6, 24))
            if day > self.today:
                break
            days.append(day)
        return days

    def _visit(self, client: Any, day: dt.date) -> None:
        chance, came = self.chance, self.chance.random() < 0.87
        change = came and chance.random() < 0.07
        asked = "something" if change else chance.choice(("nothing", "nothing", "not_asked"))
        visit = Visit(
            held_on=day,
            minutes=chance.choice((20, 30, 40, 45, 60)) if came else 0,
            mode=chance.choice(("face_to_face", "face_to_face", "phone", "video")),
            attended=came,
            note=self._note(chance.choice(words.NOTES)) if came else chance.choice(words.MISSED_NOTES),
            anything_else=asked if came else "not_asked",
        )
        session = hold_session(viewer=self.trainer, client=client, visit=visit)
        if change:
            self._tell_change(client, session, day)

    def _note(self, usual: str) -> str:
        """The usual words, and now and then a change told in passing or something told in trust."""
        kind = self.passing.choices((words.TOLD_IN_PASSING, words.TOLD_IN_TRUST, ()), weights=(30, 3, 67))[0]
        return f"{usual} {self.passing.choice(kind)}" if kind else usual

    def _tell_change(self, client: Any, session: Any, day: dt.date) -> None:
        beneficiary, domain, direction, account, how, relation = self.chance.choice(words.CHANGES)
        told = ToldChange(beneficiary, domain, direction, account, how, relation=relation)
        telling = tell(
            viewer=self.trainer, client=client, told=told, told_on=day, source_room="casework", source_id=session.id
        )
        if self.chance.random() < 0.8:
            accept(viewer=self.trainer, telling=telling, version=telling.version)

    def _plan(self, client: Any, day: dt.date) -> Any:
        issue = self.chance.choice(words.ISSUES)
        goal = GoalDetails(issue, self.chance.randint(4, 10), self.chance.randint(3, 10))
        local = self.chance.choice(words.LOCAL_ISSUES) if issue == "Local issue" else ""
        return set_plan(viewer=self.trainer, client=client, issue=issue, issue_words=local, set_on=day, goals=[goal])

    def _signpost(self, client: Any, day: dt.date) -> None:
        to, outcome = self.chance.choice(words.PLACES), self.chance.choice(("taken_up", "not_taken_up", "not_known"))
        signpost = make_signpost(viewer=self.trainer, client=client, to=to, made_on=day)
        if outcome != "not_known":
            follow_up_signpost(viewer=self.trainer, signpost=signpost, outcome=outcome, version=signpost.version)

    def _end(self, client: Any, plan: Any, starts: dict[str, Decimal], day: dt.date) -> None:
        outcome = self.chance.choices(("full", "part", "none"), weights=(5, 3, 2))[0]
        sign_off_plan(viewer=self.trainer, plan=plan, outcome=outcome, signed_off_on=day, version=plan.version)
        for name, start in starts.items():
            if self.chance.random() < 0.6:
                self._read(client, name, "sign_off", day, self._changed(name, start))
            elif self.chance.random() < 0.5:
                reason = self.chance.choice(("declined", "not_reached", "not_offered"))
                note_missed_reading(viewer=self.trainer, client=client, measure=name, reason=reason, noted_on=day)

    def _read_first(self, client: Any, name: str, day: dt.date) -> Decimal:
        low, high, _, _, decimals = words.MEASURES[name]
        value = round(Decimal(self.chance.uniform(low, high)), decimals)
        self._read(client, name, "baseline", day, value)
        return value

    def _changed(self, name: str, start: Decimal) -> Decimal:
        low, high, change, spread, decimals = words.MEASURES[name]
        moved = start + Decimal(self.chance.gauss(change, spread))
        return round(max(Decimal(low), min(Decimal(high) + 2, moved)), decimals)

    def _read(self, client: Any, name: str, stage: str, day: dt.date, value: Decimal) -> None:
        take_reading(viewer=self.trainer, client=client, measure=name, stage=stage, taken_on=day, value=value)
