"""How people came, and who was not taken on."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.reporting.reading.charted import Numbers, Wording, bars_piece
from kith.reporting.reading.counts import Count, Counts, largest, published
from kith.reporting.reading.phrases import brief, share_words, so_many, things
from kith.reporting.reading.pieces import Piece, Section

BLANK = ("not_recorded",)


def referrals(counts: Counts) -> Section:
    """Sources, decisions, and reasons for not taking somebody on."""
    everything = counts.of("referrals.received")
    title = _("Referrals")
    if published(everything) == 0:
        return Section("referrals", title, lead=(_("No referral came in this period."),))
    return Section("referrals", title, pieces=tuple(_pieces(counts, everything)))


def _pieces(counts: Counts, everything: Count) -> Iterator[Piece]:
    yield _sources(counts, everything)
    yield _decisions(counts, everything)
    declined = counts.of("referrals.decision", decision="declined")
    if counts.lines("referrals.declined_reason"):
        yield _reasons(counts, declined)


def _sources(counts: Counts, everything: Count) -> Piece:
    lines = counts.lines("referrals.source")
    most = largest(lines, BLANK)
    share = share_words(most.count, everything) if most else ""
    if most and share:
        title = _("%(share)s of the referrals came from one source: %(source)s") % {
            "share": share,
            "source": brief(most.label),
        }
    else:
        title = _("Where referrals came from")
    sentence = _("%(n)s came; the source of %(missing)s was not recorded.") % {
        "n": _referrals(everything),
        "missing": so_many(counts.missing("referrals.source"), everything),
    }
    words = Wording(title, sentence, _("Source, as the service words it"), _("referral"), _("referrals"))
    numbers = Numbers(lines, everything, counts.missing("referrals.source"))
    return bars_piece("referrals.source", words, numbers, largest_first=True)


def _decisions(counts: Counts, everything: Count) -> Piece:
    declined = counts.of("referrals.decision", decision="declined")
    share = share_words(declined, everything)
    title = _("%(share)s of the referrals were declined") % {"share": share} if share else _("What became of referrals")
    sentence = _("%(accepted)s of %(n)s were accepted and %(declined)s declined; %(waiting)s wait for a decision.") % {
        "accepted": so_many(counts.of("referrals.decision", decision="accepted"), everything),
        "n": _referrals(everything),
        "declined": so_many(declined, everything),
        "waiting": so_many(counts.missing("referrals.decision"), everything),
    }
    words = Wording(title, sentence, _("Decision"), _("referral"), _("referrals"))
    lines = counts.lines("referrals.decision", {"waiting": _("Waiting")})
    return bars_piece("referrals.decision", words, Numbers(lines, everything, counts.missing("referrals.decision")))


def _reasons(counts: Counts, declined: Count) -> Piece:
    lines = counts.lines("referrals.declined_reason")
    most = largest(lines, BLANK)
    title = (
        _("The most common reason for declining: %(reason)s") % {"reason": brief(most.label)}
        if most
        else _("Why referrals were declined")
    )
    sentence = _("Of %(n)s declined, the reason was not recorded for %(missing)s.") % {
        "n": _referrals(declined),
        "missing": so_many(counts.missing("referrals.declined_reason"), declined),
    }
    if most:
        first = _("%(n)s of them: %(reason)s.") % {"n": so_many(most.count, declined), "reason": brief(most.label)}
        sentence = f"{sentence} {first}"
    words = Wording(title, sentence, _("Reason, as the service words it"), _("referral"), _("referrals"))
    numbers = Numbers(lines, declined, counts.missing("referrals.declined_reason"))
    return bars_piece("referrals.declined_reason", words, numbers, largest_first=True)


def _referrals(count: Count) -> str:
    return things(count, _("referral"), _("referrals"))
