"""What else changed, for clients and the people around them, with harms and no change in the same table as gains."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.reporting.reading.counts import Count, Counts, added, published, text
from kith.reporting.reading.glance import asked
from kith.reporting.reading.phrases import share_words, so_many
from kith.reporting.reading.pieces import Card, Piece, Section
from kith.ripples.api import BENEFICIARY_WORDS, DIRECTION_WORDS

THROUGH = ("client", "worker")


def around(counts: Counts) -> Section:
    """Accepted and waiting changes, and how often anybody asked."""
    lead = (
        _("Changes that somebody says the service helped to bring about, beside the plans: for the client, for "
          "family, friends, neighbours and colleagues, and for workers and theirs. One change is counted "
          "once, whoever tells it."),
    )  # fmt: skip
    return Section(
        "around", _("What else changed"), lead=lead, cards=tuple(_cards(counts)), pieces=tuple(_pieces(counts))
    )


def _cards(counts: Counts) -> Iterator[Card]:
    sessions = counts.of("sessions.attended")
    yield Card(
        "ripples.accepted_total", text(counts.of("ripples.accepted_total")), _("Changes accepted"),
        _("self-reported; each was accepted by somebody who read it"),
    )  # fmt: skip
    yield Card(
        "ripples.proposed_total", text(counts.of("ripples.proposed_total")), _("Waiting for a decision"),
        _("sentences found in notes by lists of words; nobody has accepted one, so none is a change yet"),
    )  # fmt: skip
    rate = _("of %(n)s visits and calls ended with the question whether anything else had changed") % {
        "n": text(sessions)
    }
    yield Card("ripples.asked", so_many(asked(counts), sessions), _("Asked"), rate)


def _pieces(counts: Counts) -> Iterator[Piece]:
    yield _table(
        counts, "ripples.accepted", _accepted_title(counts),
        _("Better, unchanged and worse stand side by side; each number is a count of changes."),
        _("What nobody asked about, nobody tells."),
    )  # fmt: skip
    if counts.report.all_of("ripples.proposed"):
        yield _table(
            counts, "ripples.proposed", _("Waiting for a decision, by whom they may be for"),
            _("Each number is a count of sentences found in notes by lists of words, and not of changes."),
            _("Nobody has accepted one of them or turned it down; two may tell of one change."),
        )  # fmt: skip


def _accepted_title(counts: Counts) -> str:
    total = counts.of("ripples.accepted_total")
    if published(total) == 0:
        return _("No change beside the plans has been accepted in this period")
    others = added(_by(counts, "ripples.accepted", through, who, None) for through in THROUGH for who in _others())
    share = share_words(others, total)
    if not share:
        return _("What else changed, and for whom")
    return _("%(share)s of the accepted changes were for somebody other than the client") % {"share": share}


def _others() -> list[str]:
    return [who for who in BENEFICIARY_WORDS if who != "client"]


def _table(counts: Counts, metric: str, title: str, sentence: str, note: str) -> Piece:
    headings = (_("For whom"), *DIRECTION_WORDS.values(), _("All"))
    rows = tuple(_rows(counts, metric))
    if not rows:
        sentence = _("There is nothing to show yet.")
    return Piece(metric, title, sentence, headings, rows, numeric=tuple(range(1, len(headings))), note=note)


def _rows(counts: Counts, metric: str) -> Iterator[tuple[str, ...]]:
    """Through a client and through a worker are two accounts and are never added up."""
    labels = {"client": _("%(who)s"), "worker": _("Through a worker: %(who)s")}
    for through in THROUGH:
        for who, words in BENEFICIARY_WORDS.items():
            everything = _by(counts, metric, through, who, None)
            if _there(counts, metric, through, who):
                each = [text(_by(counts, metric, through, who, direction)) for direction in DIRECTION_WORDS]
                yield (labels[through] % {"who": words}, *each, text(everything))


def _there(counts: Counts, metric: str, through: str, who: str) -> bool:
    return any(f.group["through"] == through and f.group["beneficiary"] == who for f in counts.report.all_of(metric))


def _by(counts: Counts, metric: str, through: str, who: str, direction: str | None) -> Count:
    wanted = DIRECTION_WORDS if direction is None else (direction,)
    return added(counts.of(metric, through=through, beneficiary=who, direction=each) for each in wanted)
