"""What an earlier release of the same cells left behind, and how a cell stands towards all of them."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from kith.analytics import checks, choices
from kith.analytics.disclosure.protected import ProtectedCell
from kith.analytics.disclosure.rules import Rule
from kith.analytics.disclosure.system import Sum, sums_of
from kith.analytics.errors import BadNumbers


@dataclass(frozen=True)
class Earlier:
    """One release: its name (such as its day), the counts behind it, what was published of them, and their sums."""

    name: str
    counts: Mapping[Any, int]
    published: Mapping[Any, ProtectedCell]
    sums: Sequence[Sum] = ()


class Standing(NamedTuple):
    """The release whose figure a cell repeats, and the figure."""

    name: str
    figure: ProtectedCell


def earlier_releases(given: object) -> list[Earlier]:
    """The releases in the order in which they were made. Errors: BadNumbers."""
    found = [given] if isinstance(given, Earlier) else choices.listed(given, "earlier releases")
    for each in found:
        if not isinstance(each, Earlier):
            raise BadNumbers("An earlier release has a name, its counts, and what was published of them.")
        if set(each.counts) != set(each.published):
            raise BadNumbers("An earlier release was published with other cells than it has counts for.")
        if any(not isinstance(cell, ProtectedCell) for cell in each.published.values()):
            raise BadNumbers("An earlier release was published as protected cells.")
        sums_of(each.sums)
    if len({each.name for each in found}) < len(found):
        raise BadNumbers("Two earlier releases have the same name.")
    return found


def repeated(cell: Hashable, count: int, releases: Iterable[Earlier], rule: Rule) -> Standing | None:
    """The figure a cell repeats: one from which it differs by as few people as the rule hides, stars before numbers.

    Only a figure that was new when it was published can be repeated, so that small changes add up until they may be
    told. A star that guards another stays also where nothing changed.
    """
    found: list[tuple[bool, int, Standing]] = []
    for place, release in enumerate(releases):
        figure = release.published.get(cell)
        if figure is None or figure.reason == "repeats":
            continue
        before = checks.whole(release.counts[cell], "counts")
        if rule.hides(abs(count - before)) or (figure.suppressed and before == count):
            found.append((figure.suppressed, place, Standing(release.name, figure)))
    return max(found, key=lambda each: each[:2])[2] if found else None
