"""What people worked on, what became of it, and what lay behind 'local issue'."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.reporting.reading.charted import Numbers, Wording, bars_piece
from kith.reporting.reading.counts import Count, Counts, added, largest, published, text
from kith.reporting.reading.phrases import brief, share_words, so_many, things
from kith.reporting.reading.pieces import Piece, Section

BLANK = ("not_recorded",)
MOST_WORDS = 60


def plans(counts: Counts) -> Section:
    """Issues and outcomes of the plans set in the period."""
    everything = counts.of("plans.set")
    title = _("Plans")
    if published(everything) == 0:
        return Section("plans", title, lead=(_("No plan was set in this period."),))
    return Section("plans", title, pieces=tuple(_pieces(counts, everything)))


def _pieces(counts: Counts, everything: Count) -> Iterator[Piece]:
    yield _outcomes(counts, everything)
    yield _issues(counts, everything)
    local = counts.base("issues.domain")
    if published(local) != 0:
        yield _local(counts, local)
    if counts.for_the_service and counts.report.issue_words:
        yield _words(counts)


def _outcomes(counts: Counts, everything: Count) -> Piece:
    achieved = added([counts.of("plans.outcome", outcome=each) for each in ("full", "part")])
    share = share_words(achieved, everything)
    title = (
        _("%(share)s of the plans were achieved, fully or in part") % {"share": share}
        if share
        else _("What became of the plans")
    )
    sentence = _(
        "Of %(plans)s set in the period %(full)s were fully achieved, %(part)s in part, %(none)s not; "
        "%(ongoing)s are ongoing or have no outcome recorded."
    ) % {
        "plans": _plans(everything),
        **{
            each: so_many(counts.of("plans.outcome", outcome=each), everything)
            for each in ("full", "part", "none", "ongoing")
        },
    }
    note = _("Plans set late in the period had less time.")
    words = Wording(title, sentence, _("Outcome"), _("plan"), _("plans"), note)
    return bars_piece("plans.outcome", words, Numbers(counts.lines("plans.outcome"), everything))


def _issues(counts: Counts, everything: Count) -> Piece:
    lines = counts.lines("plans.issue")
    most = largest(lines, BLANK)
    share = share_words(most.count, everything) if most else ""
    if most and share:
        title = _("%(share)s of the plans were about %(issue)s") % {"share": share, "issue": brief(most.label)}
    else:
        title = _("What the plans were about")
    sentence = _("Primary issue of %(plans)s; not recorded for %(missing)s.") % {
        "plans": _plans(everything),
        "missing": so_many(counts.missing("plans.issue"), everything),
    }
    words = Wording(title, sentence, _("Primary issue, as the service words it"), _("plan"), _("plans"))
    numbers = Numbers(lines, everything, counts.missing("plans.issue"))
    return bars_piece("plans.issue", words, numbers, largest_first=True)


def _local(counts: Counts, local: Count) -> Piece:
    lines = [each for each in counts.lines("issues.domain") if published(each.count) != 0]
    most = largest(lines, ("unsorted",))
    title = (
        _("Behind 'local issue': most often %(what)s") % {"what": _lowered(most.label)}
        if most
        else _("What lay behind 'local issue'")
    )
    sentence = _(
        "%(plans)s were coded as a local issue or the like; %(missing)s of them have no words that say what it was."
    ) % {"plans": _plans(local), "missing": text(counts.missing("issues.domain"))}
    note = _("A need is not a change: this is what people brought. Sorted by a list of cues, never by judgement.")
    words = Wording(title, sentence, _("What it was about"), _("plan"), _("plans"), note)
    numbers = Numbers(lines, local, counts.missing("issues.domain"))
    return bars_piece("issues.domain", words, numbers, largest_first=True)


def _words(counts: Counts) -> Piece:
    given = sorted(counts.report.issue_words, key=lambda each: -sum(n for _words, n in each.words))
    key = counts.definition("issues.domain").keys[0]
    rows = [(words, key.label(each.domain), f"{n:,}") for each in given for words, n in each.words]
    left = max(0, len(rows) - MOST_WORDS)
    without = sum(each.without_consent for each in given)
    note = ngettext(
        "The words of %(n)s plan are left out: that person's consent is not recorded.",
        "The words of %(n)s plans are left out: those people's consent is not recorded.",
        without,
    ) % {"n": f"{without:,}"}
    if left:
        note = _("%(note)s And %(n)s more wordings.") % {"note": note, "n": f"{left:,}"}
    return Piece(
        metric="issues.domain",
        title=_("The words behind 'local issue'"),
        sentence=_("As they were typed, so that the sorting can be judged. They stay inside the service."),
        headings=(_("Words"), _("Sorted under"), _("Plans")),
        rows=tuple(rows[:MOST_WORDS]),
        numeric=(2,),
        note=note,
    )


def _plans(count: Count) -> str:
    return things(count, _("plan"), _("plans"))


def _lowered(label: str) -> str:
    return label[:1].lower() + label[1:]
