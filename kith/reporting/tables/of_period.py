"""Tables cut to a period: one row for each thing that is counted. Both ends of the period are included."""

from kith.analytics.engine import expressions as x
from kith.analytics.engine.expressions import Table

AGE_BANDS = (
    (16, "under 16"),
    (25, "16 to 24"),
    (35, "25 to 34"),
    (45, "35 to 44"),
    (55, "45 to 54"),
    (65, "55 to 64"),
    (75, "65 to 74"),
    (85, "75 to 84"),
)
TIMES = ("before_plan", "with_plan", "never_planned")
CHANGE = ["whose", "by_itself", "domain", "direction"]
STANDINGS = ("held", "blunt", "left_empty", "no_place")


def clients(people: Table, activity: Table) -> Table:
    """Clients with a first contact, referral, session or plan in the period, with their age on its last day."""
    age = (x.day_number(x.last_day()) - people.born) // 10_000
    bands = [(age < below, band) for below, band in AGE_BANDS]
    band = x.cases((people.born.isnull(), "not_known"), *bands, else_="85 and over")
    return _active(people, activity).mutate(age_band=band)


def _active(people: Table, activity: Table) -> Table:
    active = activity.filter(x.in_period(activity.day)).select("client").distinct()
    return people.semi_join(active, "client")


def possible_duplicates(possible_duplicates: Table, activity: Table) -> Table:
    """Open pairs of which at least one is a client of the period."""
    active = activity.filter(x.in_period(activity.day)).select("client").distinct()
    others = active.select(other="client")
    one = possible_duplicates.semi_join(active, "client")
    return x.union(one, possible_duplicates.semi_join(others, "other"), distinct=True)


def referrals(referrals: Table) -> Table:
    """Referrals received in the period."""
    return referrals.filter(x.in_period(referrals.received_on))


def sessions(timed_sessions: Table) -> Table:
    """Sessions dated in the period, attended or not."""
    return timed_sessions.filter(x.in_period(timed_sessions.held_on))


def people_seen(timed_sessions: Table) -> Table:
    """One row a client who attended in the period: sessions with a known worker, and with the most usual one."""
    attended = timed_sessions.filter(x.in_period(timed_sessions.held_on) & (timed_sessions.attendance == "attended"))
    by_worker = attended.group_by("client", "worker").aggregate(
        sessions=attended.count(), **{time: (attended.time == time).any() for time in TIMES}
    )
    known = x.cases((by_worker.worker.notnull(), by_worker.sessions), else_=0)
    by_client = by_worker.group_by("client").aggregate(
        usual=known.max(), known=known.sum(), **{time: by_worker[time].any() for time in TIMES}
    )
    return by_client.mutate(without_plan=by_client.before_plan | by_client.never_planned)


def plans(sorted_plans: Table) -> Table:
    """Plans set in the period."""
    plans = sorted_plans.filter(x.in_period(sorted_plans.set_on))
    return plans.mutate(with_words=plans.issue_domain != "")


def signposts(signposts: Table) -> Table:
    """Signposts made in the period."""
    return signposts.filter(x.in_period(signposts.made_on))


def pairs(pairs: Table) -> Table:
    """Pairs of readings whose last reading lies in the period, whenever the first."""
    return pairs.filter(x.in_period(pairs.last_on)).mutate(first_before=pairs.first_on < x.first_day())


def people_with_a_baseline(baselines: Table, missed_spans: Table, closings: Table, *, weeks_until_due: int) -> Table:
    """One row a client and measure with a baseline in the period: read again by its end, and if not, why not.

    What a worker noted goes before what the record shows, a closed case before the calendar: nobody is 'not yet due'
    whose work has ended.
    """
    inside = baselines.filter(x.in_period(baselines.taken_on))
    each = inside.group_by("client", "measure").aggregate(
        newest_on=inside.taken_on.max(), second=x.coalesce(inside.next_other_on.min() <= x.last_day(), False)
    )
    noted = _holding(missed_spans).select("client", "measure", "reason")
    closed = _holding(closings).select("client").distinct().mutate(is_closed=True)
    each = each.left_join(noted, ["client", "measure"]).select(each, "reason")
    each = each.left_join(closed, "client").select(each, "is_closed")
    reason = x.cases(
        (each.second, "read_again"),
        (each.reason.notnull(), each.reason),
        (x.coalesce(each.is_closed, False), "closed"),
        (each.newest_on > x.weeks_before(x.last_day(), weeks_until_due), "not_yet_due"),
        else_="not_known",
    )
    return each.select("client", "measure", "second", reason=reason)


def _holding(spans: Table) -> Table:
    """Spans that hold on the last day of the period."""
    return spans.filter((spans.since <= x.last_day()) & (spans.until.isnull() | (spans.until > x.last_day())))


def workers(workforce: Table) -> Table:
    """Workers employed at some time in the period; without a start they count as employed."""
    started = workforce.started_on.isnull() | (workforce.started_on <= x.last_day())
    return workforce.filter(started & (workforce.left_on.isnull() | (workforce.left_on >= x.first_day())))


def proposals(tellings: Table, found_now: Table) -> Table:
    """Tellings of the period that nobody has decided on yet."""
    waiting = tellings.filter((tellings.state == "proposed") & x.in_period(tellings.told_on))
    return _usable(waiting, found_now)


def _usable(tellings: Table, found_now: Table) -> Table:
    """What was told, and what was found in a note only while that may be used."""
    seen = x.flagged(tellings, found_now, "telling")
    return seen.filter(seen.flagged | ~seen.from_a_note).drop("flagged")


def ripple_changes(ripple_changes: Table, found_now: Table) -> Table:
    """Accepted changes first told in the period."""
    return _told(ripple_changes, found_now)


def _told(ripple_changes: Table, found_now: Table) -> Table:
    """One row a change, as the earliest of its tellings has it that may be used."""
    usable = _usable(ripple_changes, found_now)
    place = x.row_number().over(x.rows_beside(["change"], ["day", "recorded"]))
    placed = usable.mutate(place=place)
    return placed.filter((placed.place == 0) & x.in_period(placed.day)).drop("place")


def changes(plan_outcomes: Table, ripple_changes: Table, found_now: Table) -> Table:
    """One row a change of the period in its account. Two plans of one case that make one change are one.

    Where they stand differently in the return, the change stands as its best: it is held if it is held once.
    """
    ended = _ranked(plan_outcomes)
    each = ended.group_by(*CHANGE).aggregate(rank=ended.rank.min())
    outcomes = each.select("direction", account=x.literal("client_outcome"), standing=_standing(each.rank))
    told = _told(ripple_changes, found_now).select("direction", "account", "standing")
    return x.union(outcomes, told)


def change_records(plan_outcomes: Table, ripple_changes: Table, found_now: Table) -> Table:
    """The plans and tellings behind the changes of the period: of one change there may be several plans."""
    ended = _ranked(plan_outcomes)
    best = ended.rank.min().over(x.rows_beside(CHANGE, []))
    plans = ended.mutate(best=best).select(
        "client",
        "direction",
        plan="plan",
        telling=x.nothing("int64"),
        account=x.literal("client_outcome"),
        standing=lambda t: _standing(t.best),
    )
    told = _told(ripple_changes, found_now)
    tellings = told.select(
        "client", "direction", plan=x.nothing("int64"), telling="telling", account="account", standing="standing"
    )
    return x.union(plans, tellings)


def _ranked(plan_outcomes: Table) -> Table:
    ended = plan_outcomes.filter(x.in_period(plan_outcomes.day))
    return ended.mutate(rank=x.cases(*((ended.standing == name, place) for place, name in enumerate(STANDINGS))))


def _standing(rank: x.Value) -> x.Value:
    return x.cases(*((rank == place, name) for place, name in enumerate(STANDINGS)))
