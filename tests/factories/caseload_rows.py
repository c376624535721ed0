"""The rows of a made caseload spreadsheet, and how many records each holds."""

import datetime as dt
import random
from collections import Counter
from typing import Any

from tests.factories import workbook_words as words
from tests.factories.workbook import Planted

FIRST_DAY = dt.date(2024, 4, 1)
VISITS = 6
WORKERS = (("UG", "Una Gill", "Qualified"), ("KM", "Kaz Mensah", "Senior"), ("RP", "Rhona Pryce", "Trainee"))
Row = dict[str, Any]


class Caseload:
    """The rows of a caseload spreadsheet while they are made, and what they hold."""

    def __init__(self, chance: random.Random) -> None:
        self.chance, self.planted, self.rows = chance, Planted(), list[Row]()
        self._number = 0

    def add(self, row: Row, *, refused: Counter[str] | None = None, repeated: Counter[str] | None = None) -> None:
        """A row, with how many of its records are refused or repeated."""
        self.rows.append(row)
        self.planted.read.update(records_in(row))
        self.planted.refused.update(refused or {})
        self.planted.repeated.update(repeated or {})

    def client(self, visits: int | None = None) -> Row:
        """An ordinary client: every cell right."""
        self._number += 1
        chance, first = self.chance, FIRST_DAY + dt.timedelta(days=self.chance.randrange(100))
        row: Row = {
            "Client ref": f"FD{self._number:04}", "First name": chance.choice(words.FIRST_NAMES),
            "Surname": f"{chance.choice(words.SURNAMES)}-{self._number}",
            "DOB": dt.date(1940, 1, 1) + dt.timedelta(days=chance.randrange(22_000)), "Sex": chance.choice(("F", "M")),
            "Ethnicity": chance.choice(words.ETHNICITIES), "Postcode": f"NX{chance.randrange(1, 20)} 2DN",
            "LSOA": f"E01{chance.randrange(900_000, 999_999)}", "Consent": chance.choice(("Y", "Y", "N", "")),
            "Worker": chance.choice(WORKERS)[0], "Old ref": f"old {self._number}",
            "Referral Date": self.day(first), "Referral By": chance.choice(words.SOURCES),
            "Start Date": self.day(first), "Start BMI": round(chance.uniform(20, 40), 1),
            "Start WHO-5": 4 * chance.randrange(25), "Weight": f"{chance.randrange(50, 110)}kg",
            "PHP Date": self.day(first + dt.timedelta(days=14)),
            "PHP Issues": chance.choice(("Diet", "Smoking", "Debt")),
            "PHP Outcome": chance.choice(("Achieved", "Part", "")),
        }  # fmt: skip
        self._add_visits(row, first, chance.randrange(1, VISITS) if visits is None else visits)
        if chance.random() < 0.5:
            row |= {"End Date": self.day(first + dt.timedelta(days=200)), "End WHO-5": 4 * chance.randrange(25)}
        if chance.random() < 0.3:
            row |= {"Signposting To": chance.choice(words.PLACES), "Signposting Date": self.day(first)}
        return row

    def day(self, day: dt.date) -> dt.date | str:
        """A day as people type it."""
        return day if self.chance.random() < 0.6 else f"{day:{self.chance.choice(words.DATE_STYLES)}}"

    def _add_visits(self, row: Row, first: dt.date, visits: int) -> None:
        for n in range(1, visits + 1):
            row[f"Visit {n} Date"] = self.day(first + dt.timedelta(days=12 * n))
            row[f"Visit {n} Mins"] = self.chance.choice((30, 45, "60 mins"))
            row[f"Visit {n} Type"] = self.chance.choice(words.MODES)
            row[f"Visit {n} Notes"] = self.chance.choice(words.NOTES)


def records_in(row: Row) -> Counter[str]:
    """How many records of each part a row without faults holds: one issue and one place to a cell."""
    found = Counter(clients=1)
    found["referrals"] = int(bool(row.get("Referral Date")))
    found["plans"] = int(bool(row.get("PHP Date")))
    found["visits"] = sum(1 for n in range(1, VISITS + 1) if row.get(f"Visit {n} Date"))
    found["measures"] = sum(
        1 for at in ("Start", "End") for what in ("BMI", "WHO-5") if row.get(f"{at} {what}") is not None
    )
    found["signposts"] = int(bool(row.get("Signposting To")))
    return found
