"""The sample workbook's records as plain rows, read with another reader and by rules written out by hand."""

import csv
import datetime as dt
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from kith.kernel.days import today
from tests.reporting.plain_homes import plain_home
from tests.reporting.reference import Records

Row = dict[str, Any]
MEASURES = {
    "BMI": ("bmi", 10, 80),
    "Fruit & veg portions": ("fruit_veg_portions", 0, 30),
    "Self efficacy": ("self_efficacy", 10, 40),
    "WHO-5": ("who_5", 0, 100),
    "Life satisfaction": ("life_satisfaction", 0, 10),
}
ETHNICITY = {
    "White British": "A", "White - Irish": "B", "White other": "C", "Mixed": "G", "Asian - Indian": "H",
    "Asian - Pakistani": "J", "Bangladeshi": "K", "Black - Caribbean": "M", "Black African": "N", "Not stated": "Z",
}  # fmt: skip
SEX = {"f": "female", "female": "female", "m": "male", "male": "male"}
OUTCOME = {"Fully achieved": "full", "Part achieved": "part", "Not achieved": "none", None: "ongoing"}


def records_of_workbook(path: Path, areas: Path) -> Records:
    """Every record of the file that can be taken."""
    sheets = {sheet.title: _rows(sheet) for sheet in openpyxl.load_workbook(BytesIO(path.read_bytes()), read_only=True)}
    staff = {_id(row["Staff ID"]): row for row in sheets["Staff"]}
    clients = {_id(row["Client ID"]): row for row in sheets["Clients"]}
    known = [row for name in ("Referrals", "PHPs", "Sessions", "Measures", "Signposting") for row in sheets[name]]
    for row in known:
        row["client"] = _id(row["Client ID"])
    taken = {name: [row for row in rows if row.get("client") in clients] for name, rows in sheets.items()}
    readings = [reading for number, row in enumerate(taken["Measures"]) if (reading := _reading(number, row))]
    return Records(
        clients=[_client(key, row, staff) for key, row in clients.items()],
        duplicates=_alike(clients),
        deciles=_deciles(areas),
        workers=[_worker(row) for row in staff.values()],
        referrals=[_referral(row) for row in taken["Referrals"]],
        sessions=[_session(row) for row in taken["Sessions"] if _day(row["Date"])],
        plans=[_plan(row) for row in taken["PHPs"]],
        signposts=[_signpost(row) for row in taken["Signposting"]],
        readings=readings,
    )


def _rows(sheet: Any) -> list[Row]:
    rows = list(sheet.iter_rows(values_only=True))
    headings = rows[2] if len(rows) > 2 else ()
    return [dict(zip(headings, row, strict=False)) for row in rows[3:]]


def _id(value: object) -> str:
    return re.sub(r"\s", "", str(value)).upper()


def _day(value: object) -> dt.date | None:
    """A day in one of the file's styles, or nothing where there is none or it cannot be."""
    if isinstance(value, dt.datetime):
        return value.date()
    for style in ("%d/%m/%Y", "%d.%m.%Y", "%d-%b-%y"):
        try:
            return dt.datetime.strptime(str(value).strip(), style).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    return None


def _birthday(value: object) -> dt.date | None:
    day = _day(value)
    return day.replace(year=day.year - 100) if day and day > today() else day


def _client(key: str, row: Row, staff: dict[str, Row]) -> Row:
    worker = staff.get(_id(row["Health trainer"]))
    registered = str(row["GP registered"] or "").lower()[:1]
    return {
        "id": key,
        "first_contact": _day(row["First contact"]),
        "sex": SEX.get(str(row["Sex"]).lower(), "not_known"),
        "ethnicity": ETHNICITY[row["Ethnicity"]],
        "gp": {"y": "yes", "n": "no", "": "not_known"}[registered],
        "born": _birthday(row["DOB"]),
        "evaluation": {"Y": "yes", "N": "no", None: "not_asked"}[row["Consent to evaluation"]],
        **plain_home(row["Postcode"] or "", row["LSOA"] or "", None, {}),
        "worker_home": worker["Home LSOA"] if worker else None,
    }


def _alike(clients: dict[str, Row]) -> list[tuple[str, str]]:
    """Pairs with one birthday and one postcode: in this file each of them is one person."""
    seen: dict[Any, str] = {}
    pairs = []
    for key, row in clients.items():
        alike = (_birthday(row["DOB"]), row["Postcode"])
        if alike in seen:
            pairs.append((seen[alike], key))
        seen.setdefault(alike, key)
    return pairs


def _deciles(areas: Path) -> dict[str, int]:
    with areas.open(newline="", encoding="utf-8") as file:
        rows = csv.DictReader(file)
        return {row["lsoa"]: int(row["original_decile"]) for row in rows if row["nation"] == "E"}


def _worker(row: Row) -> Row:
    return {
        "status": row["Status"].lower(),
        "started": _day(row["Start date"]),
        "left": _day(row["Left"]),
        "home": row["Home LSOA"],
    }


def _referral(row: Row) -> Row:
    return {
        "client": row["client"],
        "on": _day(row["Date received"]),
        "source": row["Source"] or "",
        "decision": row["Outcome"].lower(),
        "reason": row["Reason declined"] or "",
    }


def _session(row: Row) -> Row:
    return {
        "id": _id(row["Session ID"]),
        "words": row["Notes"] or "",
        "restricted": False,
        "client": row["client"],
        "worker": _id(row["Health trainer"]),
        "on": _day(row["Date"]),
        "minutes": int(str(row["Minutes"]).removesuffix(" mins")),
        "attended": {"Y": True, "DNA": False}[row["Attended"]],
        "anything_else": "not_asked",
    }


def _plan(row: Row) -> Row:
    return {
        "id": _id(row["PHP ID"]),
        "client": row["client"],
        "case": None,
        "set_on": _day(row["Date set"]),
        "signed_off_on": _day(row["Date signed off"]),
        "outcome": OUTCOME[row["Outcome"]],
        "issue": row["Primary issue"] or "",
        "words": row["Local issue (text)"] or "",
    }


def _signpost(row: Row) -> Row:
    outcome = {"Y": "taken_up", "N": "not_taken_up", None: "not_known"}[row["Taken up"]]
    return {"client": row["client"], "on": _day(row["Date"]), "outcome": outcome}


def _reading(number: int, row: Row) -> Row | None:
    """A reading, or nothing where it lies outside the range of its measure."""
    measure, low, high = MEASURES[row["Measure"]]
    if not low <= row["Value"] <= high:
        return None
    return {
        "client": row["client"],
        "measure": measure,
        "stage": {"Baseline": "baseline", "Sign off": "sign_off"}[row["Stage"]],
        "on": _day(row["Date"]),
        "value": round(row["Value"] * 1000),
        "recorded": number,
    }
