"""The report from its first line to its last."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kith.analytics.disclosure import Rule, rule_named
from kith.analytics.disclosure.rules import DEFAULT
from kith.kernel.days import Period
from kith.reporting.domain.report import COMMISSIONER, Report
from kith.reporting.reading.around import around
from kith.reporting.reading.beside import beside
from kith.reporting.reading.change import change
from kith.reporting.reading.counts import Counts
from kith.reporting.reading.glance import glance
from kith.reporting.reading.how import how
from kith.reporting.reading.last_return import last_return
from kith.reporting.reading.left_out import left_out
from kith.reporting.reading.notes import notes
from kith.reporting.reading.pieces import Section
from kith.reporting.reading.plans import plans
from kith.reporting.reading.reach import reach
from kith.reporting.reading.referrals import referrals
from kith.reporting.reading.repeated import repeated, repeats_words
from kith.reporting.reading.signposts import signposts
from kith.reporting.reading.standard import standard
from kith.reporting.reading.trust import trust
from kith.ui.words import day


@dataclass(frozen=True)
class Whole:
    """What stands above the sections, and the sections."""

    title: str
    service: str
    period: str
    notices: tuple[str, ...]
    sections: tuple[Section, ...]


def whole(report: Report) -> Whole:
    """Everything that is read of a report, in order."""
    counts = Counts(report)
    return Whole(
        title=_("The account of a service's work"),
        service=report.service,
        period=period_words(report.period),
        notices=_notices(report),
        sections=tuple(each for each in _sections(report, counts) if each),
    )


def _sections(report: Report, counts: Counts) -> Iterator[Section | None]:
    yield from (
        glance(counts),
        standard(report),
        last_return(report),
        reach(counts),
        beside(report),
        referrals(counts),
        plans(counts),
    )
    yield from (change(counts), signposts(counts), how(counts), around(counts), notes(counts))
    yield from (left_out(counts), trust(counts))
    yield repeated(report)


def period_words(period: Period) -> str:
    """'1 April 2024 to 31 March 2025'."""
    return _("%(first)s to %(last)s") % {"first": day(period.first), "last": day(period.last)}


def _notices(report: Report) -> tuple[str, ...]:
    if report.audience == COMMISSIONER:
        rule = rule_named(DEFAULT)
        return (star_words(rule), *repeats_words(report, rule))
    return (_("For the service itself: numbers as counted, also small ones. Hand on the commissioner's version."),)


def star_words(rule: Rule) -> str:
    """What a star stands for, from the rule itself."""
    return _(
        "A star (*) stands for a number from %(from)s to %(to)s, or for one that would give such a number away. Other "
        "numbers are rounded to the nearest %(round)s, so parts may not add up to their total; 0 is shown as 0. "
        "Percentages come from the rounded numbers."
    ) % {"from": rule.hide_from, "to": rule.hide_to, "round": rule.round_to}
