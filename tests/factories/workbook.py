"""A workbook like an export of an older health trainer database, of a fictional service, with planted faults.

The layout and the kinds of faults are those of such files; names, ids and areas are invented. The same
arguments give the same cells. The summary says what was planted, counted while writing and not by reading.
"""

import datetime as dt
import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import xlsxwriter

from tests.factories import workbook_words as words

FIRST_DAY, LAST_DAY = dt.date(2024, 4, 1), dt.date(2025, 3, 31)
SERVICE = "Weirdale Health Trainer Service"


@dataclass
class Planted:
    """What a made workbook holds: rows by sheet, and how many of each fault."""

    read: Counter[str] = field(default_factory=Counter)
    repeated: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    questions: Counter[str] = field(default_factory=Counter)
    possible_duplicates: int = 0

    def taken(self, sheet: str) -> int:
        """How many rows of a sheet can be taken."""
        return self.read[sheet] - self.repeated[sheet] - self.refused[sheet]


def write_workbook(path: Path | str, *, clients: int = 200, seed: int = 1, faults: bool = True) -> Planted:
    """Writes a workbook of about four sessions a client and says what it planted."""
    made = _Workbook(random.Random(seed), faults)
    made.fill(clients)
    made.write(path)
    return made.planted


class _Workbook:
    def __init__(self, chance: random.Random, faults: bool) -> None:
        self.chance, self.faults, self.planted = chance, faults, Planted()
        self.rows: dict[str, list[list[Any]]] = {sheet: [] for sheet in words.HEADINGS}
        self.workers = [f"HT{number:03}" for number in range(1, 14)]

    def fill(self, clients: int) -> None:
        for number, worker in enumerate(self.workers):
            self.add_worker(number, worker)
        for number in range(1, clients + 1):
            self.add_client(number)
        if self.faults:
            self.plant_bad_rows(clients)

    def write(self, path: Path | str) -> None:
        with xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_formulas": False}) as book:
            day = book.add_format({"num_format": "dd/mm/yyyy"})
            notice = book.add_worksheet("Read me")
            for row, line in enumerate((SERVICE, "Export 01/04/2024 to 31/03/2025", "Run by: system", "CONFIDENTIAL")):
                notice.write_string(row, 0, line)
            for sheet, headings in words.HEADINGS.items():
                _write_sheet(book.add_worksheet(sheet), sheet, headings, self.rows[sheet], day)

    def add(self, sheet: str, *cells: Any) -> None:
        self.rows[sheet].append(list(cells))
        self.planted.read[sheet] += 1

    def sometimes(self, share: float) -> bool:
        return self.faults and self.chance.random() < share

    def add_worker(self, number: int, worker: str) -> None:
        started = dt.date(2020, 5, 1) + dt.timedelta(days=self.chance.randrange(1400))
        status = words.STATUSES[number % len(words.STATUSES)]
        achieved = self.day(started + dt.timedelta(days=200)) if status != "Trainee" else ""
        self.add("Staff", worker, self.name(), status, self.day(started), self.area(), achieved, "")

    def add_client(self, number: int) -> None:
        client, worker = f"WD{number:06}", self.chance.choice(self.workers)
        first = FIRST_DAY + dt.timedelta(days=self.chance.randrange(330))
        born = dt.date(1935, 1, 1) + dt.timedelta(days=self.chance.randrange(25_000))
        row = self.client_row(client, born, first, worker)
        self.add("Clients", *row)
        if self.sometimes(0.01):
            self.add("Clients", *row)
            self.planted.repeated["Clients"] += 1
        if self.sometimes(0.011):
            self.add("Clients", f"WD9{number:05}", row[1], f"{row[2]}e", *row[3:6], "", *row[7:])
            self.planted.possible_duplicates += 1
        declined = self.chance.random() < 0.09
        reason = self.chance.choice(words.DECLINED) if declined else ""
        outcome = "Declined" if declined else "Accepted"
        self.add(
            "Referrals", f"R{number:06}", client, self.chance.choice(words.SOURCES), self.day(first), outcome, reason
        )
        if not declined:
            self.add_journey(number, client, worker, first)

    def client_row(self, client: str, born: dt.date, first: dt.date, worker: str) -> list[Any]:
        return [
            client, self.chance.choice(words.FIRST_NAMES), self.chance.choice(words.SURNAMES), self.day(born),
            self.chance.choice(words.SEXES), self.chance.choice(words.ETHNICITIES), self.nhs_number(),
            f"NX{self.chance.randrange(1, 20)} {self.chance.randrange(1, 10)}{self.chance.choice('ABDEFGHJ')}N",
            "" if self.sometimes(0.04) else self.area(), self.chance.choice(words.REGISTERED),
            self.chance.choice(words.CONSENTS), self.day(first), worker,
        ]  # fmt: skip

    def add_journey(self, number: int, client: str, worker: str, first: dt.date) -> None:
        held = first
        for _ in range(min(int(self.chance.expovariate(1 / 5.3)), 14)):
            held = min(held + dt.timedelta(days=self.chance.randrange(5, 30)), LAST_DAY)
            self.add_session(client, worker, held)
        if self.chance.random() < 0.6:
            self.add_plan(number, client, min(first + dt.timedelta(days=21), LAST_DAY))
            self.add_readings(client, first, held)
        if self.chance.random() < 0.35:
            taken_up = self.chance.choice(["Y", "N", ""])
            self.add("Signposting", self.typed_id(client), self.day(held), self.chance.choice(words.PLACES), taken_up)

    def add_session(self, client: str, worker: str, held: dt.date) -> None:
        number = len(self.rows["Sessions"]) + 1
        attended = self.chance.random() < 0.88
        minutes: int | str = self.chance.choice([20, 30, 30, 40, 45, 60]) if attended else 0
        note = self.chance.choice(words.NOTES) if attended else words.DNA_NOTE
        if attended and self.sometimes(0.015):
            note = words.DNA_NOTE
            self.planted.questions["attended_but_note_says_dna"] += 1
        if self.sometimes(0.04):
            minutes = f"{minutes} mins"
        mode = self.chance.choice(words.MODES)
        self.add(
            "Sessions", f"S{number:06}", self.typed_id(client), worker, self.day(held), minutes, mode,
            "Y" if attended else "DNA", note,
        )  # fmt: skip

    def add_plan(self, number: int, client: str, set_on: dt.date) -> None:
        issue = self.chance.choice(words.ISSUES)
        local = self.chance.choice(words.LOCAL_ISSUES) if issue == "Local issue" else ""
        outcome = self.chance.choice(words.OUTCOMES)
        signed_off = self.day(min(set_on + dt.timedelta(days=90), LAST_DAY)) if outcome else ""
        importance, confidence = self.chance.randrange(4, 11), self.chance.randrange(2, 11)
        self.add(
            "PHPs", f"P{number:06}", self.typed_id(client), issue, local, self.day(set_on), importance, confidence,
            outcome, signed_off,
        )  # fmt: skip

    def add_readings(self, client: str, first: dt.date, last: dt.date) -> None:
        stages = [("Baseline", first)] + ([("Sign off", last)] if last > first and self.chance.random() < 0.35 else [])
        for stage, taken_on in stages:
            for measure, (low, high, step) in words.MEASURES.items():
                value = low + step * self.chance.randrange(int((high - low) / step))
                self.add("Measures", client, measure, stage, self.day(taken_on), round(value, 1))

    def plant_bad_rows(self, clients: int) -> None:
        someone = f"WD{self.chance.randrange(1, clients + 1):06}"
        number = len(self.rows["Sessions"]) + 1
        visit = ["HT001", "04/05/2024", 30, "Face to face", "Y", ""]
        self.add("Sessions", f"S{number:06}", "ZZ99999", *visit)
        self.add("Sessions", f"S{number + 1:06}", someone, "HT001", "31/02/2025", *visit[2:])
        minutes = sum(row[4] for row in self.rows["Sessions"] if isinstance(row[4], int))
        self.add("Sessions", "Total", "", "", "", minutes, "", "", "")
        self.planted.refused["Sessions"] = 3
        self.add("Measures", someone, "WHO-5", "Baseline", "02-Apr-24", 140)
        self.planted.refused["Measures"] = 1

    def day(self, day: dt.date) -> dt.date | str:
        if not self.faults or self.chance.random() < 0.6:
            return day
        return f"{day:{self.chance.choice(words.DATE_STYLES)}}"

    def typed_id(self, identifier: str) -> str:
        if not self.sometimes(0.03):
            return identifier
        return identifier.lower() if self.chance.random() < 0.5 else f" {identifier} "

    def nhs_number(self) -> str:
        if self.chance.random() < 0.3:
            return ""
        number, check = "", 10
        while check == 10:
            number = f"999{self.chance.randrange(1_000_000):06}"
            check = -sum(int(digit) * weight for digit, weight in zip(number, range(10, 1, -1), strict=True)) % 11
        if self.sometimes(0.02):
            self.planted.questions["nhs_number_fails_check"] += 1
            check = (check + 1) % 10
        return f"{number}{check}"

    def name(self) -> str:
        return f"{self.chance.choice(words.FIRST_NAMES)} {self.chance.choice(words.SURNAMES)}"

    def area(self) -> str:
        return f"E01{self.chance.randrange(900_000, 999_999)}"


def _write_sheet(
    sheet: xlsxwriter.worksheet.Worksheet,
    name: str,
    headings: tuple[str, ...],
    rows: list[list[Any]],
    day: xlsxwriter.format.Format,
) -> None:
    sheet.write_string(0, 0, f"{SERVICE} - {name}")
    for row, cells in enumerate([headings, *rows], 2):
        for column, cell in enumerate(cells):
            if isinstance(cell, dt.date):
                sheet.write_datetime(row, column, cell, day)
            elif isinstance(cell, int | float):
                sheet.write_number(row, column, cell)
            elif cell:
                sheet.write_string(row, column, cell)
