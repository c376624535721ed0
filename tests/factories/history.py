"""A client with a past: a visit, a plan, numbers, a signpost, something else that changed."""

import datetime as dt
from decimal import Decimal

from kith.access.api import Viewer
from kith.casework.api import (
    GoalDetails,
    Visit,
    decide_referral,
    hold_session,
    make_signpost,
    receive_referral,
    set_plan,
)
from kith.kernel.days import today
from kith.measures.api import note_missed_reading, take_reading
from kith.people.api import Client, record_consent
from kith.ripples.api import ToldChange, tell

ACCOUNT = "Her sister has started walking with her."


def told(**given) -> ToldChange:
    """Something else that changed, with whatever is given in place of the usual."""
    usual = {
        "beneficiary": "family", "domain": "health behaviour", "direction": "gain", "account": ACCOUNT, "how": "told",
    }  # fmt: skip
    return ToldChange(**{**usual, **given})


def with_a_past(viewer: Viewer, client: Client, *, weeks_ago: int = 10, visits: int = 1) -> Client:
    """The client, after some weeks of work with the viewer."""
    begun = today() - dt.timedelta(weeks=weeks_ago)
    referral = receive_referral(viewer=viewer, client=client, source="GP", received_on=begun)
    decide_referral(viewer=viewer, referral=referral, decision="accepted", version=1, decided_on=begun)
    record_consent(viewer=viewer, client=client, purpose="evaluation", answer="yes")
    for number in range(visits):
        day = begun + dt.timedelta(days=number % max(weeks_ago * 7, 1))
        visit = Visit(day, 45, note=f"Met at the library, time {number + 1}.", anything_else="nothing")
        hold_session(viewer=viewer, client=client, visit=visit)
    set_plan(viewer=viewer, client=client, issue="Exercise", set_on=begun, goals=[GoalDetails("Walk to school", 8, 4)])
    for stage, day, value in (("baseline", begun, "37.2"), ("review", today(), "35.1")):
        take_reading(viewer=viewer, client=client, measure="bmi", stage=stage, taken_on=day, value=Decimal(value))
    note_missed_reading(viewer=viewer, client=client, measure="who_5", reason="declined")
    make_signpost(viewer=viewer, client=client, to="Walking group", made_on=begun)
    tell(viewer=viewer, client=client, told=told())
    return client
