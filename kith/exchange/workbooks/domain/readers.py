"""One reader for each column, put together once from its profile."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from kith.exchange.workbooks.domain.coded_readers import coded, yes_no
from kith.exchange.workbooks.domain.date_readers import WAYS, date_reader
from kith.exchange.workbooks.domain.errors import ProfileWrongError
from kith.exchange.workbooks.domain.marked_readers import area_code, nhs_number, postcode
from kith.exchange.workbooks.domain.outcomes import Aside, CellReader, Outcome
from kith.exchange.workbooks.domain.profile import ColumnProfile, Profile, nothing_key
from kith.exchange.workbooks.domain.readings.dates import DateRule, read_date
from kith.exchange.workbooks.domain.readings.errors import CannotReadError
from kith.exchange.workbooks.domain.readings.identifiers import read_id
from kith.exchange.workbooks.domain.readings.minutes import read_minutes
from kith.exchange.workbooks.domain.readings.numbers import read_thousandths, read_whole, without_unit
from kith.exchange.workbooks.domain.readings.text import read_label, read_text
from kith.exchange.workbooks.domain.references import References
from kith.exchange.workbooks.domain.understanding import Value
from kith.files.api import NO_RESULT, Cell, CellError

LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a column's reader needs besides its own profile."""

    profile: Profile
    today: dt.date
    references: References
    sheet_called: dict[str, str]


def reader_for(column: ColumnProfile, surroundings: Surroundings) -> CellReader:
    """How the column's cells are read. The reader never raises: a problem is part of its outcome."""
    read = _BUILDERS[column.type](column, surroundings)
    nothing = surroundings.profile.nothing | column.nothing
    blank = Aside(problem=f"The {column.name} is blank. Fill it in.") if column.must_be_filled else None

    def outcome(cell: Cell) -> Outcome:
        if isinstance(cell, CellError):
            return None, Aside(problem=_wrong(cell))
        if nothing and isinstance(cell, str) and nothing_key(cell) in nothing:
            cell = ""
        try:
            value, aside = read(cell)
        except CannotReadError as wrong:
            return None, Aside(problem=wrong.sentence)
        return (value, blank) if blank and value in (None, "") else (value, aside)

    return outcome


def _wrong(cell: CellError) -> str:
    if cell.text == NO_RESULT:
        return "The cell holds a formula, and the file not its result. Save the file in Excel and bring it in again."
    return f"The cell shows the error {cell}. Mend its formula or type the value."


def date_rule(profile: Profile, name: str, today: dt.date) -> DateRule:
    """The rule for a class of days, such as "happened", as it stands today."""
    rule = profile.days[name]
    try:
        earliest = dt.date.fromisoformat(rule["earliest"])
        latest = today + dt.timedelta(days=rule["days_ahead"])
    except (ValueError, OverflowError) as wrong:
        raise ProfileWrongError(f"The import profile {profile.name} has a wrong day under {name}: {wrong}.") from wrong
    past = rule["two_digit_years"] == "past"
    return DateRule(earliest, latest, past, "lies too far ahead" if name == "planned" else "lies in the future")


def _plain(read: Callable[[Cell], Value]) -> CellReader:
    return lambda cell: (read(cell), None)


def _id(column: ColumnProfile, _: Surroundings) -> CellReader:
    longest = column.options.get("longest", LONGEST_ID)
    return _plain(lambda cell: read_id(cell, longest=longest))


def _reference(column: ColumnProfile, surroundings: Surroundings) -> CellReader:
    kind, references = column.options["to"], surroundings.references
    sheet = surroundings.sheet_called[kind]
    beside = any(each.part for each in surroundings.profile.sheets if each.kind == kind)

    def read(cell: Cell) -> Outcome:
        identifier = read_id(cell, longest=LONGEST_ID)
        if identifier is not None:
            references.check(kind, identifier, sheet, beside=beside)
        return identifier, None

    return read


def _text(column: ColumnProfile, _: Surroundings) -> CellReader:
    longest = column.options.get("longest")
    return _plain(lambda cell: read_text(cell, longest=longest))


def _label(column: ColumnProfile, _: Surroundings) -> CellReader:
    longest = column.options.get("longest")
    return _plain(lambda cell: read_label(cell, longest=longest))


def _date(column: ColumnProfile, surroundings: Surroundings) -> CellReader:
    rule = date_rule(surroundings.profile, column.options["days"], surroundings.today)
    return date_reader(column, rule) if column.options.keys() & WAYS else _plain(lambda cell: read_date(cell, rule))


def _minutes(column: ColumnProfile, _: Surroundings) -> CellReader:
    allowed = column.options.get("range")
    return _plain(lambda cell: read_minutes(cell, allowed))


def _whole(column: ColumnProfile, _: Surroundings) -> CellReader:
    allowed, blank = column.options.get("range"), column.options.get("blank")

    def read(cell: Cell) -> Outcome:
        number = read_whole(cell, allowed)
        return (blank if number is None else number), None

    return read


def _thousandths(column: ColumnProfile, _: Surroundings) -> CellReader:
    allowed, units = column.options.get("range"), column.options.get("units")
    if units is None:
        return _plain(lambda cell: read_thousandths(cell, allowed))
    return _plain(lambda cell: read_thousandths(without_unit(cell, units), allowed))


_BUILDERS: dict[str, Callable[[ColumnProfile, Surroundings], CellReader]] = {
    "id": _id,
    "reference": _reference,
    "text": _text,
    "label": _label,
    "date": _date,
    "minutes": _minutes,
    "whole": _whole,
    "thousandths": _thousandths,
    "coded": lambda column, _: coded(column),
    "yes_no": lambda column, surroundings: yes_no(column, surroundings.profile.yes_no),
    "nhs_number": lambda column, _: nhs_number(column),
    "postcode": lambda column, _: postcode(column),
    "area_code": lambda column, _: area_code(column),
}
