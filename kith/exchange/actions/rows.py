"""Turns what was understood of a workbook into rows for the rooms that keep them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from kith.casework.api import PlanRow, ReferralRow, SessionRow, SignpostRow
from kith.measures.api import ReadingRow
from kith.people.api import ClientRow
from kith.workforce.api import WorkerRow

Values = Mapping[str, Any]
Ids = Mapping[Any, UUID]


def worker_row(values: Values) -> WorkerRow:
    """A worker."""
    return WorkerRow(
        reference=values["worker_id"],
        name=values.get("name") or values["worker_id"],
        status=values.get("status") or "not_known",
        started_on=values.get("started_on"),
        left_on=values.get("left_on"),
        home_area_code=values.get("home_area_code") or "",
        qualification="City & Guilds 7562" if values.get("qualified_on") else "",
        qualified_on=values.get("qualified_on"),
    )


def client_row(values: Values, seats: Ids) -> ClientRow:
    """A client, allocated to the seat of the worker named."""
    return ClientRow(
        reference=values["client_id"],
        first_name=values.get("first_name") or "",
        surname=values.get("surname") or "",
        date_of_birth=values.get("date_of_birth"),
        sex=values.get("sex") or "not_known",
        sex_given=values.get("sex_given") or "",
        ethnicity=values.get("ethnicity") or "99",
        ethnicity_given=values.get("ethnicity_given") or "",
        nhs_number=values.get("nhs_number") or "",
        nhs_number_status=values.get("nhs_number_status") or "absent",
        postcode=values.get("postcode") or "",
        area_code=values.get("area_code") or "",
        gp_registered=values.get("gp_registered") or "not_known",
        first_contact_on=values.get("first_contact_on"),
        allocated_to=seats.get(values.get("worker_id")),
        consent=values.get("consent_to_evaluation"),
    )


def referral_row(values: Values, clients: Ids) -> ReferralRow:
    """A referral."""
    return ReferralRow(
        reference=values["referral_id"],
        client_id=clients[values["client_id"]],
        source=values.get("source") or "",
        received_on=values["received_on"],
        decision=values.get("decision") or "waiting",
        declined_reason=values.get("declined_reason") or "",
    )


def plan_row(values: Values, clients: Ids) -> PlanRow:
    """A plan with its one goal."""
    return PlanRow(
        reference=values["plan_id"],
        client_id=clients[values["client_id"]],
        issue=values.get("issue") or "",
        issue_words=values.get("issue_words") or "",
        set_on=values["set_on"],
        signed_off_on=values.get("signed_off_on"),
        outcome=values.get("outcome") or "ongoing",
        importance=values.get("importance"),
        confidence=values.get("confidence"),
    )


def session_row(values: Values, clients: Ids, workers: Ids) -> SessionRow:
    """A session."""
    return SessionRow(
        reference=values["session_id"],
        client_id=clients[values["client_id"]],
        worker_id=workers.get(values.get("worker_id")),
        held_on=values["held_on"],
        minutes=values.get("minutes"),
        mode=values.get("mode") or "",
        attended=values.get("attended"),
        note=values.get("note") or "",
    )


def reading_row(values: Values, clients: Ids) -> ReadingRow:
    """A reading."""
    return ReadingRow(
        clients[values["client_id"]],
        values["measure"],
        values["stage"],
        values["taken_on"],
        values["value_thousandths"],
    )


def signpost_row(values: Values, clients: Ids) -> SignpostRow:
    """A signpost."""
    return SignpostRow(
        clients[values["client_id"]], values["made_on"], values.get("to") or "", values.get("outcome") or "not_known"
    )


# Fields of a record that come from another column of the file than their own name says.
FED_BY: dict[str, dict[str, tuple[str, ...]]] = {
    "client": {
        "sorted_name": ("first_name", "surname"),
        "allocated_to_id": ("worker_id",),
        "sex_given": ("sex",),
        "ethnicity_given": ("ethnicity",),
        "nhs_number_status": ("nhs_number",),
    },
    "plan": {"topic": ("issue",)},
    "worker": {"qualification": ("qualified_on",)},
}
ROWS: dict[str, Any] = {
    "worker": WorkerRow,
    "client": ClientRow,
    "referral": ReferralRow,
    "plan": PlanRow,
    "session": SessionRow,
    "reading": ReadingRow,
    "signpost": SignpostRow,
}
ALWAYS = {"reference", "client_id", "membership_id", "person_id", "plan_id", "case_id"}


def absent_fields(kind: str, columns: frozenset[str]) -> frozenset[str]:
    """The fields of a record that a sheet with these columns says nothing of."""
    fed = FED_BY.get(kind, {})
    names = {*ROWS[kind]._fields, *fed} - ALWAYS
    return frozenset(name for name in names if not columns.intersection(fed.get(name, (name,))))
