"""What a figure counts, out of what, and what is not in it: the words of its reviewed file."""

import datetime as dt
from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kith.reporting.domain.metrics import (
    AC1,
    AGREED,
    ESTIMATE,
    ESTIMATED_SHARE,
    KAPPA,
    MEAN,
    POPULATION,
    PROPORTION,
    RATIO,
    SD,
    SHARE,
    SHARE_FOUND,
    SUM,
    Metric,
    Reference,
    Where,
)
from kith.reporting.reading.pieces import Definition
from kith.ui.words import day

ROWS = {
    "clients": gettext_lazy("clients with a first contact, referral, session or plan in the period"),
    "possible_duplicates": gettext_lazy("pairs of clients who may be one person, at least one a client of the period"),
    "referrals": gettext_lazy("referrals received in the period"),
    "sessions": gettext_lazy("sessions dated in the period"),
    "people_seen": gettext_lazy("people who attended a session in the period"),
    "plans": gettext_lazy("plans set in the period"),
    "signposts": gettext_lazy("signposts made in the period"),
    "pairs": gettext_lazy("people whose last reading lies in the period, each with the first"),
    "people_with_a_baseline": gettext_lazy("people with a first reading in the period"),
    "workers": gettext_lazy("workers employed at some time in the period"),
    "proposals": gettext_lazy("tellings of the period that nobody has decided on yet"),
    "ripple_changes": gettext_lazy("accepted changes first told in the period"),
    "notes_by_person": gettext_lazy("people with a note of the period, by what became of their notes"),
    "people_with_notes": gettext_lazy("people with a note of the period"),
    "notes": gettext_lazy("notes under visits and calls of the period"),
    "sentences": gettext_lazy("sentences found in notes of the period"),
    "quiet_notes": gettext_lazy("notes of the period that were read and in which nothing was found"),
    "changes": gettext_lazy("changes of the period: plan outcomes and accepted tellings, each change once"),
}
MEASURES = {
    SUM: gettext_lazy("The sum of %(column)s of %(rows)s"),
    MEAN: gettext_lazy("The mean %(column)s of %(rows)s"),
    SD: gettext_lazy("The standard deviation (n - 1) of the %(column)s of %(rows)s"),
    SHARE: gettext_lazy("The share that '%(column)s' has in '%(of)s', over %(rows)s"),
}
COUNT = gettext_lazy("The number of %(rows)s")
WORKED_OUT = {
    ESTIMATE: gettext_lazy(
        "Estimated from a random sample: how many of all %(rows)s would be said to tell of a change"
    ),
    ESTIMATED_SHARE: gettext_lazy("Estimated from a random sample: the share of %(rows)s that tell of a change"),
    SHARE_FOUND: gettext_lazy("What was found and is right, out of that and what was missed; both estimated"),
    AGREED: gettext_lazy("The share of sentences read by two on which both say the same"),
    KAPPA: gettext_lazy("Cohen's kappa: agreement beyond what chance would give, from how often each answer was given"),
    AC1: gettext_lazy("Gwet's AC1: agreement beyond what chance would give, where that is guessing alone"),
}
BESIDE_WORDS = {
    PROPORTION: gettext_lazy("The clients of each group, out of all whose group is known"),
    POPULATION: gettext_lazy("The people of each group who live where the service works"),
    RATIO: gettext_lazy("A group's share of the clients, divided by its share of the people who live there"),
}


def definition(metric: Metric, all_metrics: Mapping[str, Metric]) -> Definition:
    """The page of one figure."""
    lines = ((name, said) for name, said in _lines(metric, all_metrics) if said)
    return Definition(metric.id, metric.title, metric.question, tuple(lines))


def _lines(metric: Metric, known: Mapping[str, Metric]) -> Iterator[tuple[str, str]]:
    yield _("What it counts"), _counted(metric)
    yield _("Out of"), _reference(metric, metric.base, known) if metric.base else ""
    yield _("Counted as missing"), _reference(metric, metric.missing, known) if metric.missing else ""
    yield _("What is not in it"), metric.about.get("not_in_it", "")
    yield _("Caution"), metric.about.get("caution", "")
    yield _("Unit"), "; ".join([metric.unit, *(f"{_label(metric, key)}: {unit}" for key, unit in metric.units.items())])
    yield _("What kind of claim"), metric.about.get("claim", "")
    yield _("Source"), metric.about.get("source", "")
    yield _("Name and version"), f"{metric.id}, {metric.version}"
    yield _("Review"), _review(metric.about)


def _counted(metric: Metric) -> str:
    measure = metric.measure
    if measure.kind in BESIDE_WORDS:
        return f"{BESIDE_WORDS[measure.kind]}."
    if measure.kind in WORKED_OUT:
        return f"{WORKED_OUT[measure.kind] % {'rows': _rows(metric.contract)}}."
    words = MEASURES.get(measure.kind, COUNT) % {
        "column": measure.column.replace("_", " "),
        "of": measure.of.replace("_", " "),
        "rows": _rows(metric.contract),
    }
    by = ", ".join(key.name.replace("_", " ") for key in metric.keys)
    parts = [words + _where(metric.where), *([_("by %(keys)s") % {"keys": by}] if by else [])]
    return ", ".join(parts) + "."


def _rows(contract: str) -> str:
    return str(ROWS.get(contract, contract.replace("_", " ")))


def _where(where: Where) -> str:
    said = [
        _("%(column)s is %(values)s")
        % {"column": column.replace("_", " "), "values": _(" or ").join(_value(each) for each in values)}
        for column, values in where.items()
    ]
    return _(" where %(conditions)s") % {"conditions": _(" and ").join(said)} if said else ""


def _value(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value).replace("_", " ")


def _reference(metric: Metric, given: Reference, known: Mapping[str, Metric]) -> str:
    if given.values:
        return _("Those under: %(labels)s.") % {"labels": ", ".join(_label(metric, each) for each in given.values)}
    if given.metric:
        other = known.get(given.metric)
        title = other.title if other else given.metric
        narrowed = ", ".join(_label(other, each) if other else each for each in given.group.values())
        return f"{title} ({narrowed})" if narrowed else title
    if given.base_of:
        other = known.get(given.base_of)
        return _("What '%(title)s' is counted out of") % {"title": other.title if other else given.base_of}
    rows = _rows(given.contract or metric.contract)
    apart = ", ".join(given.along)
    words = rows[:1].upper() + rows[1:] + _where(given.where)
    return _("%(rows)s, for each %(keys)s") % {"rows": words, "keys": apart} if apart else words


def _label(metric: Metric, value: str) -> str:
    return next((key.label(value) for key in metric.keys if value in key.values or value in key.labels), value)


def _review(about: Mapping[str, str]) -> str:
    return _("Written by %(author)s; checked by: %(checker)s. Reviewed on %(on)s, due again on %(due)s.") % {
        "author": about.get("author", ""),
        "checker": about.get("checker", ""),
        "on": _day(about.get("reviewed_on", "")),
        "due": _day(about.get("review_due", "")),
    }


def _day(given: str) -> str:
    return day(dt.date.fromisoformat(str(given))) if given else ""
