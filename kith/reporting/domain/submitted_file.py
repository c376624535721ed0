"""Reads a submitted return from rows of cells, by the lines of its own profile or by the names of figures."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from kith.kernel.errors import KithError
from kith.reporting.domain.metrics import COUNT, SUM, Key, Metric
from kith.reporting.domain.submitted import THOUSAND, Given, NotUnderstood, SubmittedRead

Row = Sequence[Any]
LINE, GROUP, VALUE = "line", "group", "value"
# What may also be the name of a group, and so is a hidden number only where the row has no other.
UNSURE = r"\[?[cx]\]?|[01] ?(?:-|\u2013|to) ?[1-9]"
HIDDEN = re.compile(
    rf"\*+|~|suppressed|hidden|(?:<=?|\u2264|less than|fewer than) ?[0-9]+|[0-9]+ or (?:less|fewer)|{UNSURE}",
    re.IGNORECASE,
)
NAME_TOO = re.compile(UNSURE, re.IGNORECASE)
GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?")
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y")
TOTALS = ("total", "totals", "all", "all clients")
LOOKED_AT = 30


class WrongReturnFileError(KithError):
    """The file holds no line of the return."""


@dataclass(frozen=True)
class Line:
    """What a wording stands for: a figure, the groups it fixes, and the key whose label must still be said."""

    figure: str
    group: Mapping[str, str]
    key: Key | None


def read_submitted(rows: Iterable[Row], profile: Mapping[str, Any], metrics: Mapping[str, Metric]) -> SubmittedRead:
    """The figures of a file. Raises WrongReturnFileError where it has no line of the return at all."""
    reader = _Reader(profile, metrics)
    listed = [[_tidy(cell) for cell in row] for row in rows]
    reader.find_heading(listed[:LOOKED_AT])
    for number, row in enumerate(listed, start=1):
        if number > reader.heading:
            reader.take(number, row)
        else:
            reader.take_fact([cell for cell in row if cell != ""])
    if not reader.figures:
        raise WrongReturnFileError(
            f"The file has no line of the {profile['title']} with a number. Write a line and its number on each row, "
            "in the return's own words or with the name of a figure, such as people.clients."
        )
    return SubmittedRead(
        tuple(reader.figures.values()), tuple(reader.not_understood), reader.submitted_on, reader.rounded_to
    )


def plain(text: Any) -> str:
    """Words without capitals, spare spaces and an ending colon."""
    return " ".join(str(text).casefold().split()).rstrip(" :")


def _tidy(cell: Any) -> Any:
    if cell is None or isinstance(cell, bool):
        return ""
    return cell.strip() if isinstance(cell, str) else cell


def lines_known(profile: Mapping[str, Any], metrics: Mapping[str, Metric]) -> dict[str, Line]:
    """Every wording of the return, and every name and title of a figure, in plain words."""
    known: dict[str, Line] = {}
    for metric in metrics.values():
        for words in (metric.title, metric.id):
            known[plain(words)] = _line(metric, {})
    for section in profile["lines"]:
        for line in section["lines"]:
            known[plain(line["wording"])] = _line(metrics[line["figure"]], line.get("group", {}))
    return known


def _line(metric: Metric, group: Mapping[str, str]) -> Line:
    open_keys = [key for key in metric.keys if key.name not in group]
    return Line(metric.id, group, open_keys[0] if open_keys else None)


def value_of_label(key: Key, label: str) -> str:
    """The value a label stands for, by its code, its words or `key=value`; '' where the key has no such value."""
    if not key.values:
        return label.strip()
    words = _bare(plain(label).removeprefix(f"{key.name}="))
    return next((each for each in key.values if words in (_bare(each), _bare(key.label(each)))), "")


def _bare(text: str) -> str:
    """Letters and figures alone, so that 'WHO-5' is 'who_5' and 'White - British' is 'White: British'."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@dataclass
class _Reader:
    profile: Mapping[str, Any]
    metrics: Mapping[str, Metric]
    heading: int = 0
    places: dict[str, int] = field(default_factory=dict)
    figures: dict[tuple[str, str], Given] = field(default_factory=dict)
    not_understood: list[NotUnderstood] = field(default_factory=list)
    submitted_on: dt.date | None = None
    rounded_to: int = 0
    current: Line | None = None

    def __post_init__(self) -> None:
        self.known = lines_known(self.profile, self.metrics)
        read = self.profile["submitted"]
        self.headings = {name: {plain(word) for word in words} for name, words in read["headings"].items()}
        self.facts = {name: {plain(word) for word in words} for name, words in read["facts"].items()}

    def find_heading(self, rows: Sequence[Row]) -> None:
        """The first row that names a column of lines and another of values."""
        for number, row in enumerate(rows, start=1):
            words = [plain(cell) for cell in row]
            line = next((place for place, word in enumerate(words) if word in self.headings[LINE]), None)
            if line is None:
                continue
            rest = [(place, word) for place, word in enumerate(words) if place != line]
            value = next((place for place, word in rest if word in self.headings[VALUE]), None)
            if value is not None:
                self.heading, self.places = number, {LINE: line, VALUE: value}
                group = next((place for place, word in rest if word in self.headings[GROUP]), None)
                self.places |= {} if group is None else {GROUP: group}
                return

    def take(self, number: int, row: Row) -> None:
        """One row: a line with its number, a label under the line above it, or a heading of a part."""
        if self.take_fact([cell for cell in row if cell != ""]):
            return
        line, group, value = self._cells(row)
        if not line and not group:
            return
        found, label = self._meant(line, group)
        # Rows below belong to this line, as below a merged cell; those below words that nobody knows to no line.
        if plain(line or group) not in TOTALS:
            self.current = found if found and found.key else None
        if value == "":
            return
        if found is None:
            self._refuse(number, line or group, "no line of the return has these words, nor the line above it")
            return
        self._put(number, found, label, value)

    def take_fact(self, cells: Row) -> bool:
        """Whether the row says when the return was submitted or what it was rounded to, and takes it."""
        name = next((name for name, words in self.facts.items() if cells and plain(cells[0]) in words), "")
        if not name or len(cells) < 2:
            return False
        if name == "submitted_on":
            self.submitted_on = read_day(cells[1]) or self.submitted_on
        else:
            figures = re.search(r"[0-9]+", str(cells[1]))
            self.rounded_to = int(figures[0]) if figures else 0
        return True

    def _cells(self, row: Row) -> tuple[str, str, Any]:
        if self.places:
            line, group, value = (
                row[self.places[name]] if name in self.places and self.places[name] < len(row) else ""
                for name in (LINE, GROUP, VALUE)
            )
            return str(line), str(group), value
        words = [str(cell) for cell in row if isinstance(cell, str) and cell and read_number(cell) is None]
        value = next((cell for cell in row if cell != "" and str(cell) not in words), "")
        hidden = [
            cell for cell in words[1:] if HIDDEN.fullmatch(cell) and (value == "" or not NAME_TOO.fullmatch(cell))
        ]
        words = [cell for cell in words if cell not in hidden]
        return (words[0] if words else ""), (words[1] if len(words) > 1 else ""), hidden[0] if hidden else value

    def _meant(self, line: str, group: str) -> tuple[Line | None, str]:
        """The line and the label of its group: 'Sex' and 'Female', 'Sex: Female', or 'Female' under 'Sex'."""
        if plain(line) in self.known:
            return self.known[plain(line)], group
        head, colon, tail = line.partition(":")
        if colon and plain(head) in self.known:
            return self.known[plain(head)], tail.strip()
        if self.current and self.current.key and value_of_label(self.current.key, line or group):
            return self.current, line or group
        return None, ""

    def _put(self, number: int, line: Line, label: str, value: Any) -> None:
        group = dict(line.group)
        if line.key:
            meant = value_of_label(line.key, label) if label else ""
            if not meant:
                self._refuse(number, label or line.figure, f"it is no {line.key.name.replace('_', ' ')} of the figure")
                return
            group[line.key.name] = meant
        hidden = isinstance(value, str) and HIDDEN.fullmatch(value) is not None
        read = None if hidden else read_number(value)
        if read is None and not hidden:
            self._refuse(number, str(value), "it is no number")
            return
        if str(value).endswith("%") and self.metrics[line.figure].measure.kind in (COUNT, SUM):
            self._refuse(number, str(value), "it is a share, and the line counts")
            return
        key = (line.figure, repr(sorted(group.items())))
        if key in self.figures:
            self._refuse(number, label or line.figure, "the file has this line already")
            return
        thousandths, places = read or (None, 0)
        self.figures[key] = Given(line.figure, group, thousandths, places, hidden)

    def _refuse(self, number: int, words: str, why: str) -> None:
        self.not_understood.append(NotUnderstood(number, words[:80], why))


def read_number(cell: Any) -> tuple[int, int] | None:
    """A number in thousandths with its decimals, from 1213, '1,213', '12.50' or '59.3%'; None for anything else."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        text = repr(cell).removesuffix(".0")
    else:
        text = "".join(str(cell).split()).replace("\N{MINUS SIGN}", "-")
        text = text.replace(",", "") if GROUPED.fullmatch(text) else text
    percent = text.endswith("%")
    try:
        number = Decimal(text.removesuffix("%"))
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number) > 10**12:
        return None
    places = max(0, -int(number.as_tuple().exponent))
    number = number / 100 if percent else number
    return int((number * THOUSAND).to_integral_value()), places + 2 * percent


def read_day(cell: Any) -> dt.date | None:
    """A day from a cell of a sheet or from words."""
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    for style in DAYS:
        try:
            return dt.datetime.strptime(str(cell).strip(), style).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    return None


def numbered(figures: Iterable[Given]) -> Iterator[Given]:
    """Those that have a number."""
    return (each for each in figures if each.thousandths is not None)
