"""A return beside Kith's figures as it may leave the service: both numbers protected, the rest worked out from them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kith.analytics.disclosure import Rule
from kith.reporting.domain.figures import Figure
from kith.reporting.domain.last_return import BesideLine, LastReturn, Part, counts_people_or_events, in_thousandths
from kith.reporting.domain.metrics import COUNT, Metric
from kith.reporting.domain.submitted import THOUSAND

TENTH = 100


def protected_return(
    last: LastReturn, figures: Sequence[Figure], metrics: Mapping[str, Metric], rule: Rule
) -> LastReturn:
    """The return's numbers hidden and rounded as Kith's are, and hidden wherever Kith's is.

    Rows entered late and people counted twice are counts of people too. What is not explained is worked out from the
    printed numbers, whose own rounding is then part of what rounding may account for.
    """
    shown = {(each.id, tuple(sorted(each.group.items()))): each for each in figures}
    lines = tuple(_line(each, shown.get((each.figure, tuple(sorted(each.group.items())))), metrics, rule)
                  for each in last.lines)  # fmt: skip
    return replace(last, lines=lines)


def _line(line: BesideLine, figure: Figure | None, metrics: Mapping[str, Metric], rule: Rule) -> BesideLine:
    metric = metrics[line.figure]
    if figure is None or figure.suppressed:
        zero = figure is None and line.kith == 0 and metric.measure.kind == COUNT and not line.submitted
        return replace(line, submitted=0 if zero else None, kith=0 if zero else None, part=Part(None), hidden=not zero)
    kith = in_thousandths(figure.value)
    if not counts_people_or_events(metric):
        tenth = None if line.submitted is None else round(line.submitted / TENTH) * TENTH
        part = replace(line.part, late=None, rounding=max(line.part.rounding, TENTH // 2))
        return replace(line, kith=kith, submitted=tenth, part=part)
    submitted = _count(line.submitted, rule)
    hidden = line.hidden or (submitted is None and line.submitted is not None)
    return replace(line, kith=kith, submitted=submitted, hidden=hidden, part=_part(line.part, rule))


def _part(part: Part, rule: Rule) -> Part:
    late, twice = _count(part.late, rule), _count(part.twice, rule)
    unsure = rule.hide_to * THOUSAND
    most = part.most
    if most:
        most = (_count(abs(most), rule) or unsure) * (1 if most > 0 else -1)
    # Both printed numbers and the number of late rows are rounded; a hidden number of late rows is up to the rule's.
    rounding = part.rounding + 3 * (rule.round_to // 2) * THOUSAND + (unsure if late is None and part.late else 0)
    return Part(late, unsure if twice is None else twice, rounding, most, part.definition)


def _count(thousandths: int | None, rule: Rule) -> int | None:
    """A count hidden or rounded by the rule, whichever side of nought it lies on."""
    if thousandths is None:
        return None
    count = round(abs(thousandths) / THOUSAND)
    if rule.hides(count):
        return None
    return rule.rounded(count) * THOUSAND * (1 if thousandths >= 0 else -1)
