"""Flat tables of people offered to analytics: everybody, for the service's own counts."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Value
from django.db.models.functions import Coalesce

from kith.analytics.contracts import Contract, Extract, Row, day, entered, flag, key, text
from kith.people.models import Client, PossibleDuplicate
from kith.people.queries import with_consent
from kith.places.api import Found, census_of, home_of, postcode_columns

YEARS = ("2011", "2021")
EVALUATION = "evaluation"


def _clients(service_id: UUID) -> Any:
    clients = Client.objects.filter(service_id=service_id).annotate(**postcode_columns("person__postcode"))
    return with_consent(clients, EVALUATION).annotate(evaluation=Coalesce("consent", Value("not_asked")))


def _homes() -> Callable[[Row], Row]:
    """Turns what was read of an address into the small areas it lies in; the postcode itself goes no further."""
    year = census_of(settings.KITH_DEPRIVATION_INDEX)

    def shaped(row: Row) -> Row:
        *plain, on, given, postcode = row[:-6]
        looked_up = [Found(area, ended or 0) if held else None for held, area, ended in (row[-6:-3], row[-3:])]
        found = dict(zip(YEARS, looked_up, strict=True))
        home = home_of(postcode=postcode, given=given, on=on, found=found, year=year)
        area = {"2011": home.area_2011, "2021": home.area_2021}.get(year, "" if home.known_by != "file" else given)
        return (*plain, area, home.area_2011, home.area_2021, home.known_by, home.differs)

    return shaped


def _open_pairs(service_id: UUID) -> Any:
    return PossibleDuplicate.objects.filter(service_id=service_id, not_the_same_at__isnull=True)


CLIENTS = Extract(
    Contract(
        "clients",
        3,
        "One row a client: categories, birthday, newest answer to evaluation, small area in the areas of the "
        "deployment's index and of each census, how it is known, and whether file and postcode differ; no name, "
        "number, address or words",
        (
            key("client"),
            key("seat"),
            day("first_contact_on"),
            text("sex"),
            text("ethnicity"),
            text("gp_registered"),
            day("born_on"),
            text("evaluation"),
            text("area_code"),
            text("area_2011"),
            text("area_2021"),
            text("area_known_by"),
            flag("areas_differ"),
            entered(),
        ),
    ),
    _clients,
    (
        "id",
        "allocated_to_id",
        "first_contact_on",
        "person__sex",
        "person__ethnicity",
        "person__gp_registered",
        "person__date_of_birth",
        "evaluation",
        "first_contact_on",
        "person__area_code",
        "person__postcode",
        *(f"{what}_{year}" for year in YEARS for what in ("looked_up", "found", "ended")),
    ),
    client="id",
    shaping=_homes,
)

POSSIBLE_DUPLICATES = Extract(
    Contract(
        "possible_duplicates",
        1,
        "One row an open pair of clients who may be one person",
        (key("pair"), key("client"), key("other", of="client")),
    ),
    _open_pairs,
    ("id", "first_id", "second_id"),
    client="first_id",
)
