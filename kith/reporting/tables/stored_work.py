"""Tables of work made when the store is refreshed."""

from kith.analytics.engine import expressions as x
from kith.analytics.engine.expressions import Table


def timed_sessions(sessions: Table, plans: Table) -> Table:
    """Sessions with when they fell: before the client's first plan ever, with a plan, or of one who never had one."""
    first_plans = plans.group_by("client").aggregate(planned_on=plans.set_on.min())
    seen = sessions.left_join(first_plans, "client").select(sessions, "planned_on")
    return seen.select(
        "session",
        "client",
        "worker",
        "held_on",
        "anything_else",
        attendance=x.cases((seen.attended, "attended"), (~seen.attended, "not_attended"), else_="not_known"),
        minutes=x.coalesce(seen.minutes, 0),
        timed=seen.minutes.notnull(),
        with_known_worker=seen.worker.notnull(),
        time=x.cases(
            (seen.planned_on.isnull(), "never_planned"),
            (seen.held_on < seen.planned_on, "before_plan"),
            else_="with_plan",
        ),
    )


def sorted_plans(plans: Table, issue_labels: Table) -> Table:
    """Plans with what the return makes of their issue label, and the domain it stands for."""
    labels = issue_labels.select(issue=issue_labels.label, standing="standing", label_domain="domain")
    return plans.left_join(labels, "issue").select(plans, "standing", "label_domain")


def plan_outcomes(sorted_plans: Table) -> Table:
    """Recorded outcomes of plans as changes: whose, about what, which way, and how the return holds them.

    A plan without a domain is a change of its own, so its own key is part of what makes the change.
    """
    ended = sorted_plans.filter((sorted_plans.outcome != "ongoing") & sorted_plans.signed_off_on.notnull()).mutate(
        domain=_domain(sorted_plans)
    )
    return ended.select(
        "plan",
        "client",
        "standing",
        "domain",
        whose=x.coalesce(ended.case, ended.client),
        by_itself=x.cases((ended.domain == "", ended.plan), else_=0),
        direction=x.cases((ended.outcome == "none", "none"), else_="gain"),
        day=ended.signed_off_on,
    )


def _domain(plans: Table) -> x.Value:
    sorted_words = x.cases((plans.issue_domain == "unsorted", ""), else_=plans.issue_domain)
    return x.cases((plans.label_domain != "", plans.label_domain), else_=sorted_words)


def ripple_changes(tellings: Table, ripple_standings: Table) -> Table:
    """Accepted tellings of change, in their account and with their place in the return. Which of them is the earliest
    of its change is asked when it is counted: it depends on what may be used then."""
    accepted = tellings.filter(tellings.state == "accepted")
    seen = accepted.left_join(ripple_standings, ["beneficiary", "domain"]).select(accepted, "standing")
    return seen.select(
        "telling",
        "client",
        "change",
        "through",
        "beneficiary",
        "domain",
        "direction",
        "from_a_note",
        "recorded",
        day=seen.told_on,
        account=x.cases((seen.through == "worker", "workforce"), else_="ripple"),
        standing=x.coalesce(seen.standing, "no_place"),
    )


def closings(sorted_plans: Table, case_states: Table) -> Table:
    """From when until when a client's newest plan was signed off, or newest case closed; no end is an empty day."""
    signed_off = _before_the_next(sorted_plans, "set_on").filter(lambda t: t.signed_off_on.notnull())
    by_plan = signed_off.select(
        "client", since=x.later_of(signed_off.set_on, signed_off.signed_off_on), until=signed_off.next_day
    )
    next_state = case_states.since.lead().over(x.rows_beside(["case"], ["since", "recorded"]))
    states = _before_the_next(case_states.mutate(next_state=next_state), "opened_on")
    closed = states.filter(states.state == "closed")
    until = x.cases(
        (closed.next_state.isnull(), closed.next_day),
        (closed.next_day.isnull() | (closed.next_state < closed.next_day), closed.next_state),
        else_=closed.next_day,
    )
    return x.union(by_plan, closed.select("client", since=x.later_of(closed.opened_on, closed.since), until=until))


def _before_the_next(table: Table, day: str) -> Table:
    """The table with the next later day of the same client beside each row."""
    days = table.select("client", day).distinct()
    days = days.mutate(next_day=days[day].lead().over(x.rows_beside(["client"], [day])))
    return table.left_join(days, ["client", day]).select(table, "next_day")
