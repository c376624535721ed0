"""Work the figures leave out: changes with and without a place in the return, and time that has none."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.reporting.reading.counts import Count, Counts, published, sized, text
from kith.reporting.reading.glance import asked
from kith.reporting.reading.phrases import hours, so_many
from kith.reporting.reading.pieces import Card, Piece, Section
from kith.ripples.api import DIRECTION_WORDS

METRIC, BY_DIRECTION = "credit_gap.changes", "credit_gap.by_direction"
STANDINGS = ("held", "blunt", "left_empty", "no_place")


def left_out(counts: Counts) -> Section:
    """The count, and what each word of it means."""
    lead = (
        _("A count, never a percentage, a target or a measure of performance. The three accounts are never added up. "
          "Read it beside how often anybody asked: %(asked)s of %(n)s visits and calls.")
        % {"asked": so_many(asked(counts), counts.of("sessions.attended")), "n": text(counts.of("sessions.attended"))},
    )  # fmt: skip
    return Section(
        "left-out", _("Work the figures leave out"), lead=lead,
        cards=(_minutes(counts),), pieces=(_changes(counts), _directions(counts), _meanings()),
    )  # fmt: skip


def _accounts() -> dict[str, str]:
    return {
        "client_outcome": _("Clients' own plans"),
        "ripple": _("What else changed, through a client"),
        "workforce": _("What else changed, through a worker"),
    }


def _standings() -> dict[str, str]:
    return {
        "held": _("Held by the return"),
        "blunt": _("Held only under a broad code"),
        "left_empty": _("A place left empty"),
        "no_place": _("No place"),
    }


def _minutes(counts: Counts) -> Card:
    count = counts.of("credit_gap.minutes_with_no_place")
    shown = published(count)
    base = _("%(minutes)s of %(all)s minutes with clients came before a plan or without one; the return holds contact "
             "only under a plan") % {"minutes": text(count), "all": text(counts.of("sessions.minutes"))}  # fmt: skip
    value = text(count) if shown is None else hours(shown)
    return Card("credit_gap.minutes_with_no_place", value, _("Time with no place in the return"), base)


def _changes(counts: Counts) -> Piece:
    standings = _standings()
    rows = [
        (
            words,
            *(text(_count(counts, account, each)) for each in STANDINGS),
            text(counts.base(METRIC, account=account)),
        )
        for account, words in _accounts().items()
    ]
    return Piece(
        metric=METRIC,
        title=_title(counts),
        sentence=_("Each row is an account of its own: how many changes of the period the return holds, and how."),
        headings=(_("Account"), *standings.values(), _("All changes")),
        rows=tuple(rows),
        numeric=tuple(range(1, 2 + len(standings))),
        base=_("Out of the changes of each account in the period; plans count on the day of sign-off."),
    )


def _title(counts: Counts) -> str:
    """The largest part that the return does not simply hold, in its own words."""
    said = {
        "blunt": _("%(n)s changes are held only under a broad code"),
        "left_empty": _("%(n)s changes have a place in the return that was left empty"),
        "no_place": _("%(n)s changes have no place in the return"),
    }
    found = [(_count(counts, account, each), each) for account in _accounts() for each in said]
    count, most = max(found, key=lambda each: sized(each[0]))
    if sized(count) <= 0:
        return _("How the return holds what changed")
    return said[most] % {"n": text(count)}


def _directions(counts: Counts) -> Piece:
    return Piece(
        metric=BY_DIRECTION,
        title=_("Better and worse stand in the same table"),
        sentence=_("The same changes by what became of them, so that no change and harm are as visible as gain."),
        headings=(_("Account and place"), *DIRECTION_WORDS.values()),
        rows=tuple(_direction_rows(counts)),
        numeric=tuple(range(1, 1 + len(DIRECTION_WORDS))),
        base=_("Out of the changes of the table above; rows without any change are left out."),
    )


def _direction_rows(counts: Counts) -> Iterator[tuple[str, ...]]:
    for account, words in _accounts().items():
        for standing, place in _standings().items():
            if published(_count(counts, account, standing)) != 0:
                each = [
                    counts.of(BY_DIRECTION, account=account, standing=standing, direction=d) for d in DIRECTION_WORDS
                ]
                yield (f"{words}: {place.lower()}", *(text(count) for count in each))


def _meanings() -> Piece:
    means = (
        _("The return has a category for it, and it was filled."),
        _("It is in the return under a code such as 'local issue', which does not say what it was."),
        _("The return has a place for it, and nobody filled it in. Better recording mends this."),
        _("The return cannot hold it, however well it is recorded. Only the contract can mend this."),
    )
    return Piece(
        metric=METRIC,
        title=_("What the words mean"),
        sentence=_("Where a change stands says what would mend it."),
        headings=(_("Word"), _("Meaning")),
        rows=tuple(zip(_standings().values(), means, strict=True)),
        numeric=(),
    )


def _count(counts: Counts, account: str, standing: str) -> Count:
    return counts.of(METRIC, account=account, standing=standing)
