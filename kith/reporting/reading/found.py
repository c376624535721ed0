"""What was found in the notes: what people said of it, what samples say of the rest, how far two readers agree."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.reporting.domain.figures import Figure
from kith.reporting.reading.counts import Counts, added, published, text
from kith.reporting.reading.figures import interval_words, missing_words, shown
from kith.reporting.reading.phrases import so_many
from kith.reporting.reading.pieces import Card, Piece

ESTIMATES = ("notes.right", "notes.right_share", "notes.missed", "notes.missed_share", "notes.share_found")
AGREEMENT = ("notes.agreement", "notes.kappa", "notes.ac_one")


def found_cards(counts: Counts) -> Iterator[Card]:
    """How many sentences were found and judged, and how many tell of a change by the random sample."""
    found, judged = counts.of("notes.found"), counts.of("notes.judged")
    words = _("in notes that were read; %(judged)s judged, %(waiting)s waiting") % {
        "judged": text(judged), "waiting": text(counts.of("notes.became", became="waiting")),
    }  # fmt: skip
    yield Card("notes.found", text(found), _("Sentences found that may tell of a change"), words)
    right = counts.report.find("notes.right")
    if right and (right.value is not None or right.suppressed):
        base = _("of %(all)s sentences, estimated: 95%% interval %(interval)s. Never added to what was accepted.") % {
            "all": missing_words(right.base), "interval": interval_words(right) or text(counts.of("notes.right")),
        }  # fmt: skip
        yield Card("notes.right", shown(right), _("Tell of a change, by a random sample"), base)


def found_pieces(counts: Counts) -> Iterator[Piece]:
    """What people said, what samples say, how far two agree; nothing where nothing was found or drawn."""
    if published(counts.of("notes.found")) != 0:
        yield _became(counts)
    if counts.report.all_of("notes.drawn") or counts.report.all_of("notes.quiet_drawn"):
        yield _samples(counts)
    if published(counts.of("notes.read_by_two")) != 0:
        yield _agreement(counts)


def _became(counts: Counts) -> Piece:
    found, accepted = counts.of("notes.found"), counts.of("notes.became", became="accepted")
    title = _("%(n)s of the sentences found were accepted as a change") % {"n": so_many(accepted, found)}
    return Piece(
        metric="notes.became",
        title=title if published(accepted) else _("No sentence found was accepted as a change yet"),
        sentence=_("Nothing is credited until a person has read it; what was accepted is in the changes above."),
        headings=(_("What became of it"), _("Sentences")),
        rows=tuple((each.label, so_many(each.count, found)) for each in counts.lines("notes.became")),
        base=_("Out of %(n)s sentences found.") % {"n": text(found)},
        note=_("What was found in the notes of somebody who says no, or in a note restricted since, is gone at once."),
    )


def _samples(counts: Counts) -> Piece:
    figures = [figure for name in ESTIMATES if (figure := counts.report.find(name))]
    drawn = _drawn(counts, "notes.drawn", ("accept", "reject"))
    quiet = _drawn(counts, "notes.quiet_drawn", ("yes", "no"))
    return Piece(
        metric="notes.right",
        title=_samples_title(counts),
        sentence=_(
            "Estimated from random sentences and random notes that people have read: %(drawn)s; %(quiet)s. An estimate "
            "stands apart from what was accepted one by one and is never added to it."
        ) % {"drawn": _("of the sentences, %(said)s") % {"said": drawn},
             "quiet": _("of the notes in which nothing was found, %(said)s") % {"said": quiet}},
        headings=(
            _("Estimated"), _("Estimate"), _("95% interval"), _("It speaks of"), _("Not drawn from, or not read"),
        ),
        rows=tuple(_row(counts, each) for each in figures),
        numeric=(1, 2, 3, 4),
        note=_("A 95% interval says how far the draw alone may have moved the estimate. Where people were not sure, "
               "its low end takes none of them and its high end all. The share that is found is a ceiling: a note may "
               "hold a second change that was missed."),
    )  # fmt: skip


def _samples_title(counts: Counts) -> str:
    share = counts.report.find("notes.right_share")
    if share is None or share.value is None:
        return _("What random samples say of what was found, and of what was missed")
    return _("About %(share)s of the sentences found tell of a change (%(interval)s)") % {
        "share": shown(share), "interval": interval_words(share),
    }  # fmt: skip


def _drawn(counts: Counts, metric: str, sides: tuple[str, str]) -> str:
    """'150 a change, 40 not, 10 not sure, 0 not read yet', over all periods drawn from."""
    yes, no, unsure, unread = (
        text(added(line.count for line in counts.lines(metric) if line.key == key))
        for key in (*sides, "not_sure", "unanswered")
    )
    said = _("%(yes)s tell of a change, %(no)s do not, %(unsure)s leave people unsure, %(unread)s are not read yet")
    return said % {"yes": yes, "no": no, "unsure": unsure, "unread": unread}


def _row(counts: Counts, figure: Figure) -> tuple[str, ...]:
    title = counts.definition(figure.id).title.removesuffix(_(", estimated"))
    return title, shown(figure), interval_words(figure), missing_words(figure.base), missing_words(figure.missing)


def _agreement(counts: Counts) -> Piece:
    share = counts.report.find("notes.agreement")
    title = _("How far two readers of one sentence agree")
    if share and share.value is not None:
        title = _("Two readers of one sentence say the same for %(share)s") % {"share": shown(share)}
    return Piece(
        metric="notes.agreement",
        title=title,
        sentence=_("One sentence in ten is read by two people, and neither sees what the other says."),
        headings=(_("Agreement"), _("Value"), _("95% interval"), _("Read by two"), _("Waiting for a second reader")),
        rows=tuple(_row(counts, figure) for name in AGREEMENT if (figure := counts.report.find(name))),
        numeric=(1, 2, 3, 4),
        note=_("Kappa and AC1 take chance away: 1 is full agreement, 0 what chance alone would give. Where nearly all "
               "sentences are of one kind kappa is low however well two agree; AC1 is not."),
    )  # fmt: skip
