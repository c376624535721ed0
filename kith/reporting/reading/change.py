"""How people changed: paired per person, with who has no second reading and why, and how sure the figure is."""

from collections.abc import Iterator
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.analytics.charts import MeanChange, mean_changes
from kith.analytics.charts.style import STAR
from kith.analytics.intervals import Interval
from kith.measures.api import instrument
from kith.reporting.domain.figures import Figure
from kith.reporting.reading.counts import Count, Counts, Line, added, published, sized, text
from kith.reporting.reading.figures import NOTHING, PLACES
from kith.reporting.reading.phrases import number, share_words, so_many
from kith.reporting.reading.pictures import KEPT, Drawn
from kith.reporting.reading.pieces import Piece, Section

WAYS = {"higher": "up", "lower": "down", "depends": ""}
REASONS = "change.no_second_reading"
REASON_WORDS = {"closed": "Work had ended"}


def change(counts: Counts) -> Section:
    """The change, and who is not in it."""
    measures = counts.lines("change.paired")
    title = _("How people changed")
    if not any(
        published(counts.of("change.baseline", measure=m.key)) != 0 or published(m.count) != 0 for m in measures
    ):
        return Section("change", title, lead=(_("No first readings were taken in this period."),))
    caution = _(
        "Before and after, without a comparison: people often come when things are at their worst and would have "
        "changed somewhat anyway. It does not show that the service caused it."
    )
    return Section("change", title, lead=(caution,), pieces=(_changes(counts, measures), _missing(counts, measures)))


def _changes(counts: Counts, measures: list[Line]) -> Piece:
    given = tuple(_mean(counts, each) for each in measures)
    drawn = _drawn(given, _title(counts, measures), _("Mean change of each measure with its 95% interval."))
    return Piece(
        metric="change.mean",
        title=_title(counts, measures),
        sentence=_("Last reading less the first, for the same people:"),
        points=tuple(_sentences(counts, measures)),
        headings=(
            _("Measure"), _("With a first reading"), _("With both readings"), _("Mean change"), _("Spread (SD)"),
            _("95% interval"), _("No second reading"),
        ),
        rows=tuple(_row(counts, each) for each in measures),
        numeric=(1, 2, 3, 4, 5, 6),
        base=_("Out of people whose last reading lies in the period, whenever their first was."),
        note=_("A 95% interval says how far chance alone may have moved the mean. BMI is not judged: a fall is "
               "better for some people and worse for others."),
        picture=drawn.svg,
    )  # fmt: skip


@lru_cache(KEPT)
def _drawn(given: tuple[MeanChange, ...], title: str, sentence: str) -> Drawn:
    chart = mean_changes(given, title=title, description=sentence)
    return Drawn(chart.svg(), chart.description)


def _mean(counts: Counts, line: Line) -> MeanChange:
    figure = _figure(counts, "change.mean", line)
    interval = None
    if figure and figure.value is not None and figure.interval and published(line.count) is not None:
        interval = Interval(float(figure.value), *figure.interval, "t")
    better = WAYS[instrument(line.key).better]
    unit = figure.unit if figure else ""
    return MeanChange(line.label, line.count, _unread(counts, line), interval, unit, better)


def _title(counts: Counts, measures: list[Line]) -> str:
    ways = [_way(counts, each) for each in measures]
    told = [way for way in ways if way != "none"]
    better = sum(way == "better" for way in told)
    if not told:
        return _("Too few people have two readings to say how they changed")
    return ngettext(
        "People with two readings did better on %(better)s of %(n)s measure",
        "People with two readings did better on %(better)s of %(n)s measures",
        len(told),
    ) % {"better": better, "n": len(told)}


def _way(counts: Counts, line: Line) -> str:
    """Better, worse, no clear change, or none where there is nothing to judge by."""
    figure, better = _figure(counts, "change.mean", line), instrument(line.key).better
    if not figure or figure.interval is None or better == "depends":
        return "none"
    low, high = figure.interval
    if low <= 0 <= high:
        return "no clear change"
    return "better" if (low > 0) == (better == "higher") else "worse"


def _sentences(counts: Counts, measures: list[Line]) -> Iterator[str]:
    for line in measures:
        figure, spread = _figure(counts, "change.mean", line), _figure(counts, "change.sd", line)
        if figure and figure.value is not None and figure.interval and spread and spread.value is not None:
            low, high = (number(end, PLACES, signed=True) for end in figure.interval)
            yield _("%(measure)s %(rose)s by %(by)s %(unit)s on average (95%% interval %(low)s to %(high)s, SD %(sd)s, "
                    "%(n)s people).") % {
                "measure": line.label,
                "rose": _("rose") if figure.value > 0 else _("fell"),
                "by": number(abs(figure.value), PLACES),
                "unit": figure.unit,
                "low": low,
                "high": high,
                "sd": number(spread.value, PLACES),
                "n": text(line.count),
            }  # fmt: skip


def _row(counts: Counts, line: Line) -> tuple[str, ...]:
    mean, spread = _figure(counts, "change.mean", line), _figure(counts, "change.sd", line)
    ends = NOTHING
    if mean and mean.interval:
        low, high = (number(end, PLACES, signed=True) for end in mean.interval)
        ends = _("%(low)s to %(high)s") % {"low": low, "high": high}
    return (
        line.label,
        text(counts.of("change.baseline", measure=line.key)),
        text(line.count),
        _printed(mean, signed=True),
        _printed(spread, signed=False),
        STAR if mean and mean.suppressed else ends,
        text(_unread(counts, line)),
    )


def _printed(figure: Figure | None, *, signed: bool) -> str:
    if figure is None or figure.value is None:
        return STAR if figure and figure.suppressed else NOTHING
    return number(figure.value, PLACES, signed=signed)


def _missing(counts: Counts, measures: list[Line]) -> Piece:
    reasons = {each.key: each.label for each in counts.lines(REASONS, REASON_WORDS)}
    unread, base = added(_unread(counts, m) for m in measures), added(_base(counts, m) for m in measures)
    share = share_words(unread, base)
    title = (
        _("%(share)s of the first readings have no second one yet") % {"share": share}
        if share
        else _("Who has no second reading, and why")
    )
    rows = []
    for measure in measures:
        why = {each.key: text(each.count) for each in counts.lines(REASONS, measure=measure.key)}
        first = (measure.label, text(_base(counts, measure)), so_many(_unread(counts, measure), _base(counts, measure)))
        rows.append((*first, *(why.get(reason, "0") for reason in reasons)))
    return Piece(
        metric=REASONS,
        title=title,
        sentence=_missing_sentence(counts, measures, reasons),
        headings=(_("Measure"), _("With a first reading"), _("No second reading"), *reasons.values()),
        rows=tuple(rows),
        numeric=tuple(range(1, 3 + len(reasons))),
        base=_("Out of people with a first reading in the period; the percentage is of these."),
        note=_("People without a second reading may have fared better or worse than those with one."),
    )


def _missing_sentence(counts: Counts, measures: list[Line], reasons: dict[str, str]) -> str:
    by_reason = {
        key: added(counts.of(REASONS, measure=measure.key, reason=key) for measure in measures) for key in reasons
    }
    most = max((key for key in by_reason if key != "not_known"), key=lambda key: sized(by_reason[key]), default="")
    if not most or sized(by_reason[most]) <= 0:
        return _("Why, as far as it is known, stands in the table.")
    return _("The most common known reason is '%(reason)s', for %(n)s readings; for %(unknown)s it is not known.") % {
        "reason": reasons[most],
        "n": text(by_reason[most]),
        "unknown": text(by_reason.get("not_known", 0)),
    }


def _unread(counts: Counts, line: Line) -> Count:
    return counts.missing("change.mean", measure=line.key)


def _base(counts: Counts, line: Line) -> Count:
    return counts.of("change.baseline", measure=line.key)


def _figure(counts: Counts, metric: str, line: Line) -> Figure | None:
    return counts.report.find(metric, measure=line.key)
