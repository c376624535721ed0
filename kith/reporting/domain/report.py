"""A report: figures with all that is needed to read them, and its JSON."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kith.kernel.days import Period
from kith.reporting.domain.figures import Figure
from kith.reporting.domain.issue_words import IssueWords
from kith.reporting.domain.last_return import BesideLine, LastReturn
from kith.reporting.domain.metrics import Metric
from kith.reporting.domain.releases_out import day_of
from kith.reporting.domain.submitted import THOUSAND

SERVICE, COMMISSIONER = "service", "commissioner"
AUDIENCES = (SERVICE, COMMISSIONER)


@dataclass(frozen=True)
class ReturnLine:
    """One line of the standard return: its section and wording, and the figure that answers it."""

    section: str
    wording: str
    figure: Figure


@dataclass(frozen=True)
class Report:
    """Figures of one service and period for one audience, with their definitions and what must be said beside them.

    `made_at` is when the store was made; it stands on the page, never in the JSON.
    """

    service: str
    period: Period
    audience: str
    figures: tuple[Figure, ...]
    definitions: Mapping[str, Metric]
    made_at: dt.datetime
    notes: tuple[str, ...] = ()
    local_notes: tuple[str, ...] = ()
    last_return: LastReturn | None = None
    return_title: str = ""
    return_lines: tuple[ReturnLine, ...] = ()
    issue_words: tuple[IssueWords, ...] = ()

    def find(self, figure_id: str, **group: str) -> Figure | None:
        """The figure of that name and group, or nothing where the report does not have it."""
        return next((f for f in self.figures if f.id == figure_id and dict(f.group) == group), None)

    def all_of(self, figure_id: str) -> tuple[Figure, ...]:
        """Every figure of one metric, in order."""
        return tuple(figure for figure in self.figures if figure.id == figure_id)


def report_json(report: Report) -> bytes:
    """The report as JSON: the same data and definitions give the same bytes."""
    said: dict[str, Any] = {
        "service": report.service,
        "period": {"from": report.period.first.isoformat(), "to": report.period.last.isoformat()},
        "audience": report.audience,
        "figures": [_figure(each) for each in report.figures],
    }
    if report.last_return:
        said["last_return"] = _last_return(report.last_return)
    return (json.dumps(said, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def fingerprint(report: Report) -> str:
    """The digest of the report's figures, as its release keeps it."""
    return hashlib.sha256(report_json(report)).hexdigest()


def _last_return(last: LastReturn) -> dict[str, Any]:
    given = last.submitted
    return {
        "title": given.title,
        "version": given.version,
        "submitted_on": given.submitted_on.isoformat() if given.submitted_on else None,
        "lines": [_beside(each) for each in last.lines],
        "notes": list(last.notes),
    }


def _beside(line: BesideLine) -> dict[str, Any]:
    """Numbers as they are printed; None where hidden, missing or not known."""
    return {
        "section": line.section,
        "line": line.wording,
        "id": line.figure,
        "group": dict(line.group),
        "submitted": _number(line.submitted),
        "kith": _number(line.kith),
        "difference": _number(line.difference),
        "late_rows": _number(line.part.late),
        "possible_duplicates": _number(line.part.twice),
        "rounding": _number(line.part.rounding),
        "definition": line.part.definition,
        "definition_at_most": _number(line.part.most),
        "not_explained": _number(line.not_explained),
        "suppressed": line.hidden,
    }


def _number(thousandths: int | None) -> float | None:
    """A whole number whole."""
    if thousandths is None:
        return None
    return thousandths // THOUSAND if thousandths % THOUSAND == 0 else thousandths / THOUSAND


def _figure(figure: Figure) -> dict[str, Any]:
    """Where a number repeats that of an earlier release, its day is said."""
    said = figure_as_json(figure)
    if figure.repeats:
        said["repeats"] = {part: day_of(name) for part, name in figure.repeats.items()}
    return said


def figure_as_json(figure: Figure) -> dict[str, Any]:
    """A figure as JSON writes it."""
    return {
        "id": figure.id,
        "definition_version": figure.definition_version,
        "group": dict(figure.group),
        "value": figure.value,
        "base": figure.base,
        "missing": figure.missing,
        "unit": figure.unit,
        "interval": None if figure.interval is None else list(figure.interval),
        "suppressed": figure.suppressed,
    }
