"""At a glance: how many, how much, and what could not be said."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.reporting.reading.counts import Count, Counts, added, published, sized, text
from kith.reporting.reading.phrases import brief, hours, things
from kith.reporting.reading.pieces import Card, Section


def glance(counts: Counts) -> Section:
    """The first page's worth of the report."""
    unsaid = tuple(_unsaid(counts))
    lead = (_("What could not be said: %(what)s.") % {"what": "; ".join(unsaid)},) if unsaid else ()
    return Section("glance", _("At a glance"), lead=lead, cards=tuple(_cards(counts)))


def _cards(counts: Counts) -> Iterator[Card]:
    clients = things(counts.of("people.clients"), _("client"), _("clients"))
    seen = _("came to a visit or call, out of %(clients)s") % {"clients": clients}
    yield Card("people.seen", text(counts.of("people.seen")), _("Clients seen"), seen)
    met = _("whatever became of the referral; a first contact, referral, visit, call or plan in the period")
    yield Card("people.clients", text(counts.of("people.clients")), _("Clients in contact"), met)
    sessions = counts.of("sessions.attended")
    held = _("took place, out of %(n)s; not known for %(missing)s") % {
        "n": text(counts.base("sessions.attended")),
        "missing": text(counts.missing("sessions.attended")),
    }
    yield Card("sessions.attended", text(sessions), _("Visits and calls"), held)
    yield _hours(counts, sessions)
    ended = added([counts.of("plans.outcome", outcome=each) for each in ("full", "part", "none")])
    plans = _("personal health plans; %(n)s have an outcome so far") % {"n": text(ended)}
    yield Card("plans.set", text(counts.of("plans.set")), _("Plans set"), plans)
    beside = _("accepted as told, beside the plans; asked about at %(asked)s of %(n)s visits and calls") % {
        "asked": text(asked(counts)),
        "n": text(sessions),
    }
    yield Card("ripples.accepted_total", text(counts.of("ripples.accepted_total")), _("What else changed"), beside)


def _hours(counts: Counts, sessions: Count) -> Card:
    minutes = published(counts.of("sessions.minutes"))
    value = text(counts.of("sessions.minutes")) if minutes is None else hours(minutes)
    base = _("%(minutes)s minutes at %(n)s visits and calls, %(missing)s of them without minutes") % {
        "minutes": text(counts.of("sessions.minutes")),
        "n": text(sessions),
        "missing": text(counts.missing("sessions.minutes")),
    }
    return Card("sessions.minutes", value, _("Time with clients"), base)


def asked(counts: Counts) -> Count:
    """At how many visits and calls somebody asked whether anything else had changed."""
    return added([counts.of("ripples.asked", answer="something"), counts.of("ripples.asked", answer="nothing")])


def _unsaid(counts: Counts) -> Iterator[str]:
    """Only what is there to say: a nought is no gap."""
    given = (
        (counts.missing("reach.deprivation_fifth"), _("where %(n)s client lives"), _("where %(n)s clients live")),
        (counts.missing("reach.ethnicity"), _("the ethnicity of %(n)s client"), _("the ethnicity of %(n)s clients")),
        (
            counts.missing("reach.gp_registration"),
            _("whether %(n)s client has a GP"),
            _("whether %(n)s clients have a GP"),
        ),
        (
            counts.of("signposts.outcome", outcome="not_known"),
            _("what became of %(n)s signpost"),
            _("what became of %(n)s signposts"),
        ),
        (
            counts.of("ripples.asked", answer="not_asked"),
            _("whether anything else had changed, at %(n)s visit or call where nobody asked"),
            _("whether anything else had changed, at %(n)s visits and calls where nobody asked"),
        ),
        _second_readings(counts),
    )
    for count, one, many in given:
        if published(count) != 0:
            yield (one if published(count) == 1 else many) % {"n": text(count)}


def _second_readings(counts: Counts) -> tuple[Count, str, str]:
    """The measure with the most people of whom there is a first reading only."""
    unread = [(counts.missing("change.mean", measure=each.key), each.label) for each in counts.lines("change.paired")]
    count, label = max(unread, key=lambda each: sized(each[0]), default=(0, ""))
    label = brief(label).replace("%", "%%")
    return (
        count,
        _("how %%(n)s person with a first reading of %(measure)s fares now") % {"measure": label},
        _("how %%(n)s people with a first reading of %(measure)s fare now") % {"measure": label},
    )
