"""How far this can be trusted: what is blank, what may be double, and by which index."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.reporting.reading.counts import Count, Counts, text
from kith.reporting.reading.pieces import Fact, Section

SAME_PERSON = "people.possible_duplicates"


def trust(counts: Counts) -> Section:
    """A line for each thing that is not known, with what it does to the figures."""
    unchecked = sum("not yet" in metric.about.get("checker", "") for metric in counts.report.definitions.values())
    lead = [*counts.report.notes]
    if unchecked:
        lead.append(
            _("%(n)s of the %(all)s definitions behind these figures have not yet been checked by a second person.")
            % {"n": unchecked, "all": len(counts.report.definitions)}
        )
    return Section("trust", _("How far this can be trusted"), lead=tuple(lead), facts=tuple(_facts(counts)))


def _facts(counts: Counts) -> Iterator[Fact]:
    yield Fact(
        SAME_PERSON, _("Pairs of clients who may be one person"), text(counts.of(SAME_PERSON)), "",
        _("Each pair counts as two people until somebody decides."), place="questions",
    )  # fmt: skip
    for metric, what, meaning in _blanks():
        yield Fact(metric, what, text(counts.missing(metric)), text(counts.base(metric)), meaning)
    yield from _readings(counts)


def _blanks() -> tuple[tuple[str, str, str], ...]:
    stands = _("They stand in the picture as not known, and in every base.")
    return (
        ("reach.deprivation_fifth", _("Clients whose neighbourhood is not known"), stands),
        ("people.sex", _("Clients whose sex is not known"), stands),
        ("reach.age_band", _("Clients whose date of birth is not known"), stands),
        ("reach.ethnicity", _("Clients whose ethnicity is not stated or not known"), stands),
        ("reach.gp_registration", _("Clients of whom we do not know whether they have a GP"), stands),
        ("sessions.attended", _("Visits and calls without a record of whether they took place"),
         _("They count neither as attended nor as not attended.")),
        ("sessions.minutes", _("Visits and calls without minutes"), _("The time with clients is that much too low.")),
        ("plans.issue", _("Plans without a primary issue"), _("A place in the return left empty.")),
        ("referrals.source", _("Referrals without a source"), _("They stand as not recorded.")),
        ("signposts.outcome", _("Signposts of which nobody knows what became"),
         _("They are neither taken up nor not taken up.")),
        ("ripples.asked", _("Visits and calls at which nobody asked whether anything else had changed"),
         _("What nobody asked about, nobody tells: what else changed is a lower bound.")),
    )  # fmt: skip


def _readings(counts: Counts) -> Iterator[Fact]:
    for line in counts.lines("change.paired"):
        unread: Count = counts.missing("change.mean", measure=line.key)
        yield Fact(
            "change.no_second_reading", _("No second reading: %(measure)s") % {"measure": line.label},
            text(unread), text(counts.of("change.baseline", measure=line.key)),
            _("The change is of those who came back; the others may have fared better or worse."),
        )  # fmt: skip
