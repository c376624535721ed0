"""What the notes say: whose are left unread, which are withheld, and what was read."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.reporting.reading.counts import Counts, added, published, text
from kith.reporting.reading.found import found_cards, found_pieces
from kith.reporting.reading.phrases import share_words, so_many
from kith.reporting.reading.pieces import Card, Piece, Section

WHY = ("no", "not_asked")


def notes(counts: Counts) -> Section:
    """How many notes there are, and what became of them."""
    if published(counts.of("notes.written")) == 0:
        return Section("notes", _("What the notes say"), lead=(_("No notes were written in this period."),))
    lead = (
        _("Notes are read for changes they may tell of, by lists of words that anybody may look at. They are read only "
          "where the client's newest answer is a recorded yes; all others are left unread."),
        _("Notes that are restricted, or that hold words of abuse, self-harm or threat, are counted and nothing else: "
          "nothing is proposed from them and nobody is shown which they are. This is no triage. It finds nobody at "
          "risk and says of nobody that there is none."),
    )  # fmt: skip
    return Section(
        "notes", _("What the notes say"), lead=lead, cards=tuple(_cards(counts)), pieces=tuple(_pieces(counts))
    )


def _cards(counts: Counts) -> Iterator[Card]:
    written, allowed = counts.of("notes.written"), counts.of("notes.allowed")
    no, not_asked = (counts.of("notes.unread_why", evaluation=each) for each in WHY)
    unread = _("of %(all)s notes: %(no)s of people who said no, %(asked)s of people nobody asked") % {
        "all": text(written), "no": text(no), "asked": text(not_asked),
    }  # fmt: skip
    yield Card("notes.unread", so_many(counts.of("notes.unread"), written), _("Notes left unread"), unread)
    read = _("of %(all)s notes of people who said yes; %(waiting)s wait to be read") % {
        "all": text(allowed), "waiting": text(counts.of("notes.waiting")),
    }  # fmt: skip
    yield Card("notes.read", so_many(counts.of("notes.read"), allowed), _("Notes read"), read)
    withheld = _("of %(all)s notes of people who said yes; counted only, and no triage") % {"all": text(allowed)}
    yield Card("notes.withheld", text(counts.of("notes.withheld")), _("Notes withheld"), withheld)
    yield from found_cards(counts)


def _pieces(counts: Counts) -> Iterator[Piece]:
    yield _by(counts, "fifth", _("Neighbourhood"))
    yield _by(counts, "ethnicity", _("Ethnic group"))
    yield from found_pieces(counts)


def _by(counts: Counts, division: str, heading: str) -> Piece:
    written = counts.lines(f"notes.written_{division}")
    unread = {each.key: each.count for each in counts.lines(f"notes.unread_{division}")}
    rows = tuple((each.label, text(each.count), so_many(unread[each.key], each.count)) for each in written)
    return Piece(
        metric=f"notes.unread_{division}",
        title=_title(counts, division),
        sentence=_("Out of all notes of each group, those nobody may read because no yes is recorded."),
        headings=(heading, _("Notes written"), _("Left unread")),
        rows=rows,
        numeric=(1, 2),
        base=_("Out of %(n)s notes.") % {"n": text(added(each.count for each in written))},
        note=_("Where one group says yes less often, what the notes tell is less about them."),
    )


def _title(counts: Counts, division: str) -> str:
    """How much is unread, in words."""
    by = _("by neighbourhood") if division == "fifth" else _("by ethnic group")
    share = share_words(counts.of("notes.unread"), counts.of("notes.written"))
    said = _("%(share)s of the notes are left unread, %(by)s") if share else _("Notes left unread, %(by)s")
    return said % {"share": share, "by": by}
