"""What makes it work: time, somebody from next door, one and the same worker, and who the workers are."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.reporting.reading.charted import Numbers, Wording, bars_piece, gradient_piece
from kith.reporting.reading.counts import Count, Counts, Line, added, published, text
from kith.reporting.reading.figures import base_words, not_known_words, shown
from kith.reporting.reading.phrases import share_words, so_many, things
from kith.reporting.reading.pieces import Card, Piece, Section

FIFTH_WORDS = {"1": "1 = poorest fifth", "5": "5 = least poor fifth", "unknown": "Not known"}


def how(counts: Counts) -> Section:
    """Three mechanisms and the staff, never by worker."""
    lead = (_("Time, somebody from next door, and one-to-one. None of these is in any return. Never shown by worker."),)
    return Section(
        "how", _("What makes it work"), lead=lead, cards=tuple(_cards(counts)), pieces=tuple(_pieces(counts))
    )


def _cards(counts: Counts) -> Iterator[Card]:
    figure = counts.report.find("how.same_worker")
    if figure and published(counts.of("sessions.attended")) != 0:
        base = _("of %(n)s visits and calls were with the client's usual worker; worker not known for %(missing)s") % {
            "n": base_words(figure),
            "missing": not_known_words(figure),
        }
        yield Card("how.same_worker", shown(figure), _("The same worker"), base)


def _pieces(counts: Counts) -> Iterator[Piece]:
    minutes, everybody = counts.of("sessions.minutes"), counts.of("people.clients")
    if published(minutes) != 0:
        yield _time(counts, minutes)
    if published(everybody) != 0:
        yield _next_door(counts, everybody)
    if published(counts.base("workforce.workers")) != 0:
        yield _workers(counts)
        yield _homes(counts)


def _time(counts: Counts, minutes: Count) -> Piece:
    unplanned = added([counts.of("how.minutes", time=each) for each in ("before_plan", "never_planned")])
    share = share_words(unplanned, minutes)
    title = (
        _("%(share)s of the time with clients came before a plan, or without one") % {"share": share}
        if share
        else _("When the time with clients was spent")
    )
    sentence = _(
        "Of %(minutes)s, %(before)s came before the first plan, %(with)s with a plan, and %(never)s went to people "
        "who never had one. Time before a plan is work: it is how trust begins."
    ) % {
        "minutes": _minutes(minutes),
        "before": so_many(counts.of("how.minutes", time="before_plan"), minutes),
        "with": so_many(counts.of("how.minutes", time="with_plan"), minutes),
        "never": so_many(counts.of("how.minutes", time="never_planned"), minutes),
    }
    note = _("At %(n)s visits and calls that took place; %(missing)s of them have no minutes.") % {
        "n": text(counts.base("how.minutes")),
        "missing": text(counts.missing("how.minutes")),
    }
    words = Wording(title, sentence, _("When"), _("minute"), _("minutes"), note)
    return bars_piece("how.minutes", words, Numbers(counts.lines("how.minutes"), minutes))


def _next_door(counts: Counts, everybody: Count) -> Piece:
    labels = {
        "same_area": _("The same neighbourhood"),
        "same_fifth": _("Another neighbourhood, in the same fifth of areas"),
        "neither": _("A neighbourhood in another fifth"),
        "not_known": _("Not known"),
    }
    near = added([counts.of("how.next_door", nearness=each) for each in ("same_area", "same_fifth")])
    share = share_words(near, everybody)
    title = (
        _("%(share)s of the clients have a worker who lives in the same kind of neighbourhood") % {"share": share}
        if share
        else _("How near worker and client live")
    )
    sentence = _(
        "Of %(clients)s, %(same)s live in the same neighbourhood as their worker, %(fifth)s in another one of the same "
        "fifth of areas, from the poorest to the least poor; not known for %(unknown)s."
    ) % {
        "clients": things(everybody, _("client"), _("clients")),
        "same": so_many(counts.of("how.next_door", nearness="same_area"), everybody),
        "fifth": so_many(counts.of("how.next_door", nearness="same_fifth"), everybody),
        "unknown": so_many(counts.missing("how.next_door"), everybody),
    }
    note = _("The worker whom the client has now.")
    words = Wording(title, sentence, _("Where worker and client live"), _("client"), _("clients"), note)
    numbers = Numbers(counts.lines("how.next_door", labels), everybody, counts.missing("how.next_door"))
    return bars_piece("how.next_door", words, numbers)


def _workers(counts: Counts) -> Piece:
    workers = counts.base("workforce.workers")
    trainees = counts.of("workforce.workers", status="trainee")
    title = _("The service had %(workers)s in the period") % {"workers": _workers_words(workers)}
    sentence = _("%(trainees)s of %(n)s are trainees; the status of %(missing)s is not known.") % {
        "trainees": so_many(trainees, workers),
        "n": _workers_words(workers),
        "missing": text(counts.missing("workforce.workers")),
    }
    words = Wording(title, sentence, _("Status"), _("worker"), _("workers"))
    numbers = Numbers(counts.lines("workforce.workers"), workers, counts.missing("workforce.workers"))
    return bars_piece("workforce.workers", words, numbers)


def _homes(counts: Counts) -> Piece:
    workers = counts.base("workforce.home_fifth")
    lines: list[Line] = counts.lines("workforce.home_fifth", {key: _(words) for key, words in FIFTH_WORDS.items()})
    poorest = counts.of("workforce.home_fifth", fifth="1")
    share = share_words(poorest, workers)
    title = (
        _("%(share)s of the workers live in the poorest fifth of areas") % {"share": share}
        if share
        else _("Where workers live, from the poorest fifth of areas to the least poor")
    )
    sentence = _("Of %(workers)s, %(poorest)s live in one of the poorest fifth of neighbourhoods.") % {
        "workers": _workers_words(workers),
        "poorest": so_many(poorest, workers),
    }
    words = Wording(title, sentence, _("Neighbourhoods"), _("worker"), _("workers"))
    return gradient_piece(
        "workforce.home_fifth", words, Numbers(lines, workers, counts.missing("workforce.home_fifth"))
    )


def _minutes(count: Count) -> str:
    return things(count, _("minute"), _("minutes"))


def _workers_words(count: Count) -> str:
    return things(count, _("worker"), _("workers"))
