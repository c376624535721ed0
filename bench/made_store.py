"""A store of any size, written directly: random, plausible in its proportions, the same for the same seed."""

import datetime as dt
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from kith.analytics.contracts import Contract
from kith.reporting.store.base_tables import EXTRACTS

START = dt.date(2022, 4, 1)
DAYS = 3 * 365
ISSUES = ["Diet", "Exercise", "Local issue", "Emotional wellbeing", "Smoking", "Alcohol", ""]
MEASURES = ["bmi", "fruit_veg_portions", "self_efficacy", "who_5", "life_satisfaction"]
DOMAINS = ["", "money", "housing", "food and fuel", "social connection", "unsorted"]


class MadeStore:
    """Writes the rooms' tables for so many clients, ten sessions each."""

    def __init__(self, folder: Path, clients: int, seed: int = 7) -> None:
        self.folder, self.clients = folder, clients
        self.dice = np.random.default_rng(seed)
        self.contracts = {extract.contract.name: extract.contract for extract in EXTRACTS}

    def write(self) -> None:
        """All tables."""
        n = self.clients
        self.people(n)
        self.referrals_and_plans(n)
        self.contacts(n)
        self.readings(n)
        self.tellings(n // 5)

    def people(self, n: int) -> None:
        """Clients, pairs, areas and workers."""
        areas = np.array([f"E010{code:05d}" for code in range(2000)])
        self.put("areas", area_code=areas, decile=self.dice.integers(1, 11, len(areas)))
        self.put(
            "workers",
            worker=np.arange(200),
            seat=np.arange(200),
            status=self.pick(["qualified", "trainee", "senior", "champion"], 200),
            started_on=self.days(200, missing=0.1),
            left_on=self.days(200, missing=0.8),
            area_code=self.pick(areas, 200),
        )
        homes = self.pick([*areas, ""], n)
        self.put(
            "clients",
            client=np.arange(n),
            seat=self.dice.integers(0, 200, n),
            first_contact_on=self.days(n, missing=0.1),
            sex=self.pick(["female", "male", "not_known"], n),
            ethnicity=self.pick(["A", "C", "H", "J", "M", "N", "Z", "99"], n),
            gp_registered=self.pick(["yes", "no", "not_known"], n),
            born_on=self.days(n, missing=0.02, first=dt.date(1935, 1, 1), span=365 * 75),
            evaluation=self.pick(["yes", "yes", "yes", "no", "not_asked"], n),
            area_code=homes,
            area_2011=homes,
            area_2021=homes,
            area_known_by=self.pick(["postcode", "file"], n),
            areas_differ=np.zeros(n, dtype=bool),
        )
        pairs = n // 100
        some = self.dice.integers(0, n, (2, pairs))
        self.put("possible_duplicates", pair=np.arange(pairs), client=some[0], other=some[1])

    def referrals_and_plans(self, n: int) -> None:
        """Referrals, cases and plans."""
        self.put(
            "referrals",
            referral=np.arange(n),
            client=np.arange(n),
            received_on=self.days(n),
            source=self.pick(["GP", "Self", "NHS Health Check", "Practice nurse", "Probation", ""], n),
            decision=self.pick(["accepted", "accepted", "accepted", "declined"], n),
            declined_reason=self.pick(["", "Out of area", "Could not reach"], n),
        )
        cases = n
        self.put(
            "case_states",
            case_state=np.arange(2 * cases),
            case=np.repeat(np.arange(cases), 2),
            client=np.repeat(np.arange(cases), 2),
            opened_on=np.repeat(self.days(cases), 2),
            state=np.tile(["open", "closed"], cases),
            since=self.days(2 * cases),
            recorded=np.arange(2 * cases),
        )
        plans = n * 6 // 10
        issue = self.pick(ISSUES, plans)
        self.put(
            "plans",
            plan=np.arange(plans),
            client=self.dice.integers(0, n, plans),
            case=self.dice.integers(0, n, plans),
            set_on=self.days(plans),
            signed_off_on=self.days(plans, missing=0.2),
            outcome=self.pick(["full", "part", "none", "ongoing"], plans),
            issue=issue,
            issue_domain=np.where(issue == "Local issue", self.pick(DOMAINS, plans), ""),
        )

    def contacts(self, n: int) -> None:
        """Sessions and signposts."""
        sessions = n * 10
        self.put(
            "sessions",
            session=np.arange(sessions),
            client=self.dice.integers(0, n, sessions),
            worker=self.dice.integers(0, 200, sessions),
            held_on=self.days(sessions),
            minutes=self.pick([20, 30, 40, 45, 60], sessions),
            attended=self.pick([True, True, True, True, True, False], sessions),
            anything_else=self.pick(["something", "nothing", "not_asked"], sessions),
            note=self.pick(["", "plain", "plain", "plain", "restricted"], sessions),
        )
        some = np.flatnonzero(self.dice.random(sessions) < 0.6)
        frame, place = self.drawn(len(some))
        self.put(
            "notes_read",
            note_read=np.arange(len(some)),
            session=some,
            withheld=self.pick([False] * 9 + [True], len(some)),
            found=self.pick([0, 0, 0, 1, 2], len(some)),
            frame=frame,
            place=place,
            answer=self.pick(["yes", "no", "no", "no", "not_sure", ""], len(some)),
        )
        signposts = n // 2
        self.put(
            "signposts",
            signpost=np.arange(signposts),
            client=self.dice.integers(0, n, signposts),
            made_on=self.days(signposts),
            outcome=self.pick(["taken_up", "not_taken_up", "not_known"], signposts),
        )

    def readings(self, n: int) -> None:
        """Eight readings a client, and a note here and there why there is none."""
        readings, missed = n * 8, n // 2
        self.put(
            "readings",
            reading=np.arange(readings),
            client=self.dice.integers(0, n, readings),
            measure=self.pick(MEASURES, readings),
            stage=self.pick(["baseline", "baseline", "sign_off", "follow_up"], readings),
            taken_on=self.days(readings),
            thousandths=self.dice.integers(0, 100, readings) * 1000,
            recorded=np.arange(readings),
        )
        self.put(
            "missed_readings",
            missed_reading=np.arange(missed),
            client=self.dice.integers(0, n, missed),
            measure=self.pick(MEASURES, missed),
            reason=self.pick(["declined", "not_reached", "not_offered"], missed),
            noted_on=self.days(missed),
            recorded=np.arange(missed),
        )

    def tellings(self, n: int) -> None:
        """Tellings, some of the same change; half of them found in notes."""
        client, told_on, found = self.dice.integers(0, self.clients, n), self.days(n), self.pick([True, False], n)
        state = self.pick(["accepted", "accepted", "proposed", "withdrawn"], n)
        self.put(
            "tellings",
            telling=np.arange(n),
            client=client,
            change=self.dice.integers(0, n, n),
            through=self.pick(["client", "client", "worker"], n),
            beneficiary=self.pick(["client", "family", "friend", "colleague", "community"], n),
            domain=self.pick(["money", "housing", "social connection"], n),
            direction=self.pick(["gain", "maintained", "averted", "none", "harm"], n),
            told_on=told_on,
            from_a_note=found,
            state=state,
            recorded=np.arange(n),
        )
        self.sentences(np.flatnonzero(found), client[found], told_on[found], state[found])

    def sentences(self, telling: np.ndarray, client: np.ndarray, told_on: np.ndarray, state: np.ndarray) -> None:
        """Where those of the notes were found, and what people said of them."""
        n = len(telling)
        frame, place = self.drawn(n)
        answers = ["accept", "reject", "not_sure", ""]
        first = self.pick(answers, n)
        self.put(
            "sentences_found",
            sentence=np.arange(n),
            telling=telling,
            client=client,
            told_on=told_on,
            read_twice=self.pick([True] + [False] * 9, n),
            place=place,
            frame=frame,
            first=first,
            second=np.where(first == "", "", self.pick(answers, n)),
            decided=self.pick(["accept", "accept", "reject", ""], n),
            state=state,
        )

    def drawn(self, n: int) -> tuple[np.ndarray, np.ndarray]:
        """Which year each was drawn from, and its place if it was among the first of it."""
        frame = self.pick(["2022-04-01", "2023-04-01", "2024-04-01", ""], n)
        place = np.where((frame != "") & (self.dice.random(n) < 0.02), np.arange(n, dtype=float), np.nan)
        return frame, place

    def pick(self, values: object, n: int) -> np.ndarray:
        """Some of the values, one a row."""
        values = np.array(values)
        return values[self.dice.integers(0, len(values), n)]

    def days(self, n: int, missing: float = 0.0, first: dt.date = START, span: int = DAYS) -> np.ndarray:
        """Days of a span, some missing."""
        days = np.datetime64(first) + self.dice.integers(0, span, n).astype("timedelta64[D]")
        days[self.dice.random(n) < missing] = np.datetime64("NaT")
        return days

    def put(self, name: str, **columns: np.ndarray) -> None:
        """Write one table as its contract has it."""
        schema = self.contract(name).arrow
        if "entered" in schema.names:
            columns["entered"] = self.days(len(next(iter(columns.values()))))
        arrays = [pa.array(columns[field.name], from_pandas=True).cast(field.type) for field in schema]
        pq.write_table(pa.table(arrays, schema=schema), self.folder / f"{name}.parquet", compression="zstd")

    def contract(self, name: str) -> Contract:
        """The contract of a table."""
        return self.contracts[name]
