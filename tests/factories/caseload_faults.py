"""The faults of a made caseload spreadsheet: each a row of its own, with what becomes of its records."""

import datetime as dt
from collections import Counter
from typing import Any

from tests.factories.caseload_rows import Caseload, records_in


def plant(made: Caseload) -> None:
    """Every fault once."""
    for fault in (
        _no_date, _nothing_words, _did_not_attend, _out_of_order, _twice, _units, _several_values, _spaces,
        _without_visits, _without_end, _month_first, _serial_days, _without_ref, _bad_client, _unknown_worker, _error,
    ):  # fmt: skip
        fault(made)
    _totals(made)


def _no_date(made: Caseload) -> None:
    made.add(made.client(3) | {"Visit 2 Date": "6wk f/up"}, refused=Counter(visits=1))


def _nothing_words(made: Caseload) -> None:
    nothing = {f"Visit 4 {what}": "n/a" for what in ("Date", "Mins", "Type", "Notes")}
    row = made.client(3) | {"End Date": "n/a", "End WHO-5": "DNA", "End BMI": " N/A "}
    made.add(row)
    made.rows[-1] = row | nothing
    made.planted.read["measures"] -= 2


def _did_not_attend(made: Caseload) -> None:
    made.add(made.client(2) | {"Visit 2 Date": "12/05/2024 - DNA", "Visit 1 Date": "DNA"}, refused=Counter(visits=1))


def _out_of_order(made: Caseload) -> None:
    days = {"Visit 3 Date": dt.date(2024, 9, 20), "Visit 4 Date": dt.date(2024, 9, 6)}
    made.add(made.client(4) | days)
    made.planted.questions["out_of_order"] += 1


def _twice(made: Caseload) -> None:
    """The same row again; a second time with the service; and a row that contradicts the first."""
    row = made.client(2) | {"Signposting To": "", "Signposting Date": ""}
    made.add(row)
    made.add(row, repeated=records_in(row))
    again = row | {"Episode": 2, "Postcode": "NX9 9ZZ", "Worker": "RP"} | _later(row)
    made.add(again, repeated=Counter(clients=1))
    made.add(row | {"Episode": 3, "Surname": "Otherwise"} | _later(row), refused=Counter(clients=1))
    made.planted.repeated["measures"] += 2 * records_in(row)["measures"]  # as in the first row, to the day


def _units(made: Caseload) -> None:
    made.add(made.client(1) | {"Start BMI": "31.2 kg/m2", "Start WHO-5": "64%"})
    made.add(made.client(1) | {"Start BMI": "82kg"}, refused=Counter(measures=1))
    made.add(made.client(1) | {"Start WHO-5": 140}, refused=Counter(measures=1))


def _several_values(made: Caseload) -> None:
    row = made.client(1) | {"PHP Issues": "smoking; diet / exercise; damp flat", "PHP Outcome": "Achieved; part; ; N"}
    made.add(row | {"PHP Outcome": "Achieved; part; not met; ongoing"})
    made.planted.read["plans"] += 3
    made.add(made.client(1) | {"PHP Issues": "Diet; Debt letters", "PHP Outcome": "Achieved"}, refused=Counter(plans=1))
    places = {"Signposting To": "Food bank; Library ", "Signposting Date": "03/06/2024", "Signposting Taken up": "Y; N"}
    made.add(made.client(1) | places)
    made.planted.read["signposts"] += 1


def _spaces(made: Caseload) -> None:
    row = made.client(1)
    made.add(row | {"Client ref": f" {row['Client ref'].lower()}  ", "Worker": " ug ", "Sex": "F  "})


def _without_visits(made: Caseload) -> None:
    made.add(made.client(0))


def _without_end(made: Caseload) -> None:
    made.add(made.client(1) | {"End Date": "", "End WHO-5": 60, "End BMI": None}, refused=Counter(measures=1))
    made.add(made.client(1) | {"End Date": "", "End WHO-5": None, "End BMI": None})


def _month_first(made: Caseload) -> None:
    made.add(made.client(1) | {"Visit 1 Date": "05/28/2024"}, refused=Counter(visits=1))


def _serial_days(made: Caseload) -> None:
    made.add(made.client(2) | {"Visit 1 Date": "45420", "Visit 2 Date": 45427.0})
    made.planted.questions["day_as_number"] += 2


def _without_ref(made: Caseload) -> None:
    row = made.client(2)
    made.add(row | {"Client ref": ""}, refused=records_in(row))


def _bad_client(made: Caseload) -> None:
    row = made.client(2)
    made.add(row | {"DOB": "31/02/1970"}, refused=records_in(row))


def _unknown_worker(made: Caseload) -> None:
    row = made.client(2)
    made.add(row | {"Worker": "ZZ"}, refused=records_in(row))


def _error(made: Caseload) -> None:
    made.add(made.client(2) | {"Visit 2 Mins": "#N/A"}, refused=Counter(visits=1))


def _totals(made: Caseload) -> None:
    made.rows.append({"Client ref": "TOTAL", "Visit 1 Mins": 1234, "Visit 2 Mins": 999, "Start WHO-5": 2000})
    made.planted.read["clients"] += 1
    made.planted.refused["clients"] += 1


def _later(row: dict[str, Any]) -> dict[str, Any]:
    """Visits, referral and plan of a later time with the service; the measures stay as they were."""
    held = {f"Visit {n} Date": dt.date(2024, 11, 4 + n) for n in (1, 2)}
    return held | {"Referral Date": dt.date(2024, 11, 1), "PHP Date": dt.date(2024, 11, 2), "Old ref": row["Old ref"]}
