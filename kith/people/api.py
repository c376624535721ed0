"""The front door of people.

Queries, each narrowed by who asks: `clients_visible_to(viewer)` and `amendments_visible_to(viewer)` are querysets,
`client_for(viewer, id)` a client with person, service and worker's seat, `possible_duplicates_visible_to(viewer)` and
`possible_duplicate_for(viewer, id)` pairs still open; those for one record raise `NotFoundError`. `consent_of(client,
purpose)` is 'yes', 'no' or 'not_asked', `may_use(client, purpose)` whether it is yes, `with_consent(clients, purpose)`
adds it as `consent` (None for not asked) and `with_open_pair(clients)` the id of an open pair as `looks_like`.
`of_seat(viewer, seat)` narrows clients to the list one seat gives, `matching(words)` by name or reference.
`amended_in_service(service_id, record_type)` maps an id to the names of its corrected fields.

Many at once: `merge_clients(service_id, rows: Sequence[ClientRow], import_id, recorded_by)` compares a file's clients
with those held and returns a `ClientsMerge`, written by `write()` within the caller's transaction.

Actions, keyword-only and atomic: `register_client`, `correct_person`, `record_consent`, `say_not_the_same`,
`allocate_client`; `amend_record` is how every room corrects a record. They raise `NotAllowedError`, `NotPossibleError`,
and `StaleError` when somebody else changed the record first. `PersonDetails` is what they take; `ETHNICITY_WORDS`,
`SEXES`, `GP_ANSWERS` and `PURPOSES` map codes to words.

For a restore: `standing_refusals(viewer)` lists every no that stands, as ids and moments, and `refuse_again(viewer=,
rows=)` adds those that an older state of the records lacks; both for the system alone.
"""

from kith.people.actions.allocate_client import allocate_client
from kith.people.actions.amend_record import amend_record
from kith.people.actions.bulk import ClientRow, ClientsMerge, merge_clients
from kith.people.actions.correct_person import correct_person
from kith.people.actions.record_consent import record_consent
from kith.people.actions.register_client import register_client
from kith.people.actions.say_not_the_same import say_not_the_same
from kith.people.actions.withdraw_again import refuse_again, standing_refusals
from kith.people.domain.details import GP_ANSWERS, SEXES, PersonDetails
from kith.people.domain.ethnicity import ETHNICITY_WORDS
from kith.people.domain.names import full_name, sorted_name
from kith.people.domain.nhs_numbers import nhs_number_status, tidy_nhs_number
from kith.people.models import Client, PossibleDuplicate
from kith.people.permissions import (
    CHARGE,
    STAFF,
    check_user_may_change_client,
    check_user_may_see_who_saw,
    user_may_change_client,
    user_may_register_client,
    user_may_take_charge_of_client,
)
from kith.people.policies import PURPOSES, check_can_happen_on, check_reason
from kith.people.queries import (
    amended_in_service,
    amendments_visible_to,
    client_for,
    clients_visible_to,
    consent_of,
    known_references,
    matching,
    may_use,
    of_seat,
    open_pairs,
    possible_duplicate_for,
    possible_duplicates_visible_to,
    with_consent,
    with_open_pair,
)

__all__ = [
    "CHARGE", "Client", "ClientRow", "ClientsMerge", "ETHNICITY_WORDS", "GP_ANSWERS", "PURPOSES", "PersonDetails",
    "PossibleDuplicate", "SEXES", "STAFF", "allocate_client", "amend_record", "amended_in_service",
    "amendments_visible_to", "check_can_happen_on", "check_reason", "check_user_may_change_client",
    "check_user_may_see_who_saw", "client_for", "clients_visible_to", "consent_of", "correct_person", "full_name",
    "known_references", "matching", "may_use", "merge_clients", "nhs_number_status", "of_seat", "open_pairs",
    "possible_duplicate_for", "possible_duplicates_visible_to", "record_consent", "refuse_again", "register_client",
    "say_not_the_same", "sorted_name", "standing_refusals", "tidy_nhs_number", "user_may_change_client",
    "user_may_register_client", "user_may_take_charge_of_client", "with_consent", "with_open_pair",
]  # fmt: skip
