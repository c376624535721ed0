"""A service with random records, made in bulk: edges are likely, nothing is realistic."""

import datetime as dt
import random
from uuid import UUID

from kith.access.models import Membership, Service
from kith.casework.models import Case, CaseState, Plan, Referral, Session, Signpost
from kith.kernel.actors import Actor
from kith.kernel.ids import new_id
from kith.measures.models import MissedReading, Reading
from kith.people.models import Client, Consent, Person, PossibleDuplicate
from kith.places.models import AreaIndex, AreaRank, Population, PopulationCount, Postcode, PostcodeLookup
from kith.ripples.domain.kinds import BENEFICIARIES, DIRECTIONS, DOMAINS, STATES
from kith.ripples.models import Telling, TellingState
from kith.workforce.models import Worker
from tests.reporting.made_reading import MadeReading

SOMEBODY = Actor(id=new_id(), name="Somebody")
AREAS = [f"E0100000{n}" for n in range(10)]
POSTCODES = ["", "NX1 1AA", "NX1 1AB", "NX1 1AE", "NX1 1AD", "NX9 9ZZ", "ZZ99 3VZ", "ZZ99 3WZ"]
MEASURES = {
    "bmi": [18_500, 24_100, 31_700, 40_000],
    "fruit_veg_portions": [0, 1_000, 5_000],
    "self_efficacy": [10_000, 25_000, 40_000],
    "who_5": [0, 48_000, 52_000, 100_000],
    "life_satisfaction": [0, 7_000],
}
WORDS = ["", "debt letters", "fuel bills", "xyz", "son not in school", "Loneliness"]
START, DAYS = dt.date(2024, 1, 1), 540


def make_areas(seed: int = 1) -> None:
    """An index with most of the areas in it."""
    index = AreaIndex.objects.create(name="imd-2019-england", version="2019", file_sha256="0" * 64)
    dice = random.Random(seed)
    AreaRank.objects.bulk_create(
        AreaRank(index=index, area_code=code, decile=dice.randint(1, 10)) for code in AREAS[:-2]
    )


def make_postcodes() -> None:
    """A lookup: one postcode in use, one that ended within the year, one that ended long ago, one without an area."""
    lookup = PostcodeLookup.objects.create(edition="made", file_sha256="0" * 64, governs_2011=True)
    held = (("NX11AA", AREAS[0], 0), ("NX11AB", AREAS[1], 202408), ("NX11AE", AREAS[2], 199801), ("NX11AD", "", 0))
    for key, area, ended in held:
        Postcode.objects.create(lookup=lookup, key=key, area_2011=area, ended=ended)


def make_population(areas: list[str], seed: int = 1) -> None:
    """The people of some areas by sex, age band and ethnicity; some groups are empty."""
    dice = random.Random(seed)
    bands = ["under 16", "16 to 24", "85 and over"]
    divisions = {"everybody": [""], "sex": ["female", "male"], "age_band": bands, "ethnicity": ["A", "B", "J"]}
    population = Population.objects.create(
        name="made", census="2011", divisions=[*divisions][1:], areas=len(areas), file_sha256="0" * 64
    )
    cells = [(area, name, value) for area in areas for name, values in divisions.items() for value in values]
    PopulationCount.objects.bulk_create(
        PopulationCount(
            population=population, area_code=area, division=name, value=value, people=dice.choice([0, 40, 700])
        )
        for area, name, value in cells
    )


class MadeService:
    """Fills a service with random records, the same for the same seed."""

    def __init__(self, service: Service, seed: int, clients: int = 40) -> None:
        self.service, self.dice, self.size = service, random.Random(seed), clients
        self.homes, self.said = random.Random(seed + 1000), random.Random(seed + 2000)

    def fill(self) -> None:
        """All of it."""
        self.workers = self._workers()
        self.clients = self._clients()
        self._pairs()
        self.cases = self._cases()
        referrals = [self._referral() for _ in range(self.size)]
        Referral.objects.bulk_create(referrals)
        Plan.objects.bulk_create(self._plan() for _ in range(self.size))
        Session.objects.bulk_create(self._session() for _ in range(self.size * 4))
        Signpost.objects.bulk_create(self._signpost() for _ in range(self.size))
        Reading.objects.bulk_create(self._reading() for _ in range(self.size * 8))
        MissedReading.objects.bulk_create(self._missed() for _ in range(self.size))
        self._tellings()
        self._consents()
        self._notes()

    def day(self) -> dt.date:
        """Some day; the ends of a quarter and of a year come often."""
        if self.dice.random() < 0.2:
            return self.dice.choice(
                [dt.date(2024, 4, 1), dt.date(2024, 3, 31), dt.date(2025, 3, 31), dt.date(2025, 4, 1)]
            )
        return START + dt.timedelta(self.dice.randrange(DAYS))

    def maybe(self, value: object, chance: float = 0.7) -> object:
        """A value or nothing."""
        return value if self.dice.random() < chance else None

    def _workers(self) -> list[Worker]:
        seats = [Membership(service=self.service, name=f"Worker {n}", role="worker") for n in range(5)]
        Membership.objects.bulk_create(seats)
        statuses = ["trainee", "qualified", "senior", "champion", "not_known"]
        workers = [
            Worker(
                service=self.service,
                membership=seat,
                status=self.dice.choice(statuses),
                started_on=self.maybe(self.day()),
                left_on=self.maybe(self.day(), 0.3),
                home_area_code=self.dice.choice(["", *AREAS]),
            )
            for seat in seats
        ]
        return Worker.objects.bulk_create(workers)

    def _clients(self) -> list[Client]:
        people = Person.objects.bulk_create(self._person() for _ in range(self.size))
        return Client.objects.bulk_create(
            Client(
                service=self.service,
                person=person,
                allocated_to=self.maybe(self.dice.choice(self.workers).membership, 0.8),
                first_contact_on=self.maybe(self.day(), 0.5),
            )
            for person in people
        )

    def _person(self) -> Person:
        return Person(
            sex=self.dice.choice(["female", "male", "other", "not_known"]),
            ethnicity=self.dice.choice(["A", "B", "J", "Z", "99"]),
            gp_registered=self.dice.choice(["yes", "no", "not_known"]),
            date_of_birth=self.maybe(
                dt.date(self.dice.randint(1925, 2012), self.dice.choice([3, 4]), self.dice.choice([1, 30])), 0.9
            ),
            area_code=self.dice.choice(["", *AREAS]),
            postcode=self.homes.choice(POSTCODES),
        )

    def _pairs(self) -> None:
        some = self.dice.sample(self.clients, 6)
        decided = {"not_the_same_at": dt.datetime(2025, 1, 1, tzinfo=dt.UTC), "decided_by": "Somebody"}
        for number, (first, second) in enumerate(zip(some[::2], some[1::2], strict=True)):
            rest = decided if number == 0 else {}
            PossibleDuplicate.objects.create(service=self.service, first=first, second=second, **rest)

    def _cases(self) -> list[Case]:
        cases = [Case(client=self.client(), opened_on=self.day()) for _ in range(self.size // 2)]
        Case.objects.bulk_create(cases)
        states = []
        for case in cases:
            states.append(CaseState(case=case, state="open", since=case.opened_on, by_name="Somebody"))
            for state in self.dice.choice([[], ["closed"], ["closed", "open"]]):
                since = states[-1].since + dt.timedelta(self.dice.randrange(60))
                states.append(CaseState(case=case, state=state, since=since, by_name="Somebody"))
        CaseState.objects.bulk_create(states)
        return cases

    def client(self) -> Client:
        """Some client, the first ones more often."""
        return self.clients[int(self.dice.random() ** 2 * len(self.clients))]

    def _referral(self) -> Referral:
        decision = self.dice.choice(["accepted", "accepted", "declined", "waiting"])
        reason = self.dice.choice(["", "Out of area", "Could not reach"]) if decision == "declined" else ""
        return Referral(
            client=self.client(),
            source=self.dice.choice(["", "GP", "Self", "gp"]),
            received_on=self.day(),
            decision=decision,
            declined_reason=reason,
        )

    def _plan(self) -> Plan:
        case = self.dice.choice([None, *self.cases])
        outcome = self.dice.choice(["full", "part", "none", "ongoing"])
        return Plan(
            client=case.client if case else self.client(),
            case=case,
            issue=self.dice.choice(
                ["", "Diet", "exercise", "Local issue", "local  issue", "Sleep", "Emotional wellbeing"]
            ),
            issue_words=self.dice.choice(WORDS),
            set_on=self.day(),
            signed_off_on=None if outcome == "ongoing" else self.maybe(self.day(), 0.9),
            outcome=outcome,
        )

    def _session(self) -> Session:
        return Session(
            client=self.client(),
            worker=self.maybe(self.dice.choice(self.workers), 0.9),
            held_on=self.day(),
            minutes=self.maybe(self.dice.choice([0, 20, 45]), 0.9),
            attended=self.dice.choice([True, True, True, False, None]),
            anything_else=self.dice.choice(["something", "nothing", "not_asked"]),
        )

    def _signpost(self) -> Signpost:
        outcome = self.dice.choice(["taken_up", "not_taken_up", "not_known"])
        return Signpost(client=self.client(), made_on=self.day(), outcome=outcome)

    def _reading(self) -> Reading:
        measure = self.dice.choice(list(MEASURES))
        return Reading(
            client=self.client(),
            measure=measure,
            stage=self.dice.choice(["baseline", "baseline", "review", "sign_off", "follow_up"]),
            taken_on=self.day(),
            value_thousandths=self.dice.choice(MEASURES[measure]),
        )

    def _missed(self) -> MissedReading:
        return MissedReading(
            client=self.client(),
            measure=self.dice.choice(list(MEASURES)),
            reason=self.dice.choice(["declined", "not_reached", "not_offered"]),
            noted_on=self.day(),
        )

    def _consents(self) -> None:
        """Some were never asked; some changed their mind, and the rows come in any order."""
        rows = []
        for client in self.clients:
            answers = self.said.choice([[], ["yes"], ["yes"], ["yes"], ["no"], ["yes", "no"], ["no", "yes"]])
            for hour, answer in enumerate(answers):
                at = dt.datetime(2024, 1, 1, hour, tzinfo=dt.UTC)
                who = {"client": client, "recorded_by": "S", "source": "page", "recorded_at": at, "answer": answer}
                rows += [Consent(purpose="evaluation", **who), Consent(purpose="quoting", **{**who, "answer": "no"})]
        self.said.shuffle(rows)
        Consent.objects.bulk_create(rows)

    def _notes(self) -> None:
        """Words under half of the visits, some restricted; most of those were read, also of people who withdrew."""
        sessions = list(Session.objects.filter(client__service=self.service).order_by("id"))
        some = [each for each in sessions if self.said.random() < 0.5]
        for each in some:
            each.note, each.note_restricted = "words", self.said.random() < 0.1
        Session.objects.bulk_update(some, ["note", "note_restricted"])
        MadeReading(self.service, self.said, [each for each in some if self.said.random() < 0.7]).fill()

    def _tellings(self) -> None:
        changes = [new_id() for _ in range(self.size // 2)]
        tellings = [self._telling(self.dice.choice(changes)) for _ in range(self.size)]
        Telling.objects.bulk_create(tellings)
        instant = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
        states = [
            TellingState(
                telling=telling, state=state, at=instant + dt.timedelta(hours=number), by_id=SOMEBODY.id, by_name="S"
            )
            for telling in tellings
            for number, state in enumerate(self._states())
        ]
        self.dice.shuffle(states)
        TellingState.objects.bulk_create(states)

    def _states(self) -> list[str]:
        return self.dice.choice(
            [[], ["proposed"], ["proposed", "accepted"], ["accepted"], ["accepted", "withdrawn"], [STATES[0]]]
        )

    def _telling(self, change: UUID) -> Telling:
        through = self.dice.choice(["client", "worker"])
        return Telling(
            service=self.service,
            client=self.client() if through == "client" else None,
            change_id=change,
            through=through,
            beneficiary=self.dice.choice(BENEFICIARIES),
            domain=self.dice.choice(DOMAINS),
            direction=self.dice.choice(DIRECTIONS),
            account="words",
            told_on=self.day(),
            author_id=SOMEBODY.id,
        )
