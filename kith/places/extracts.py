"""Flat tables of areas offered to analytics. Areas are public: no scope applies."""

from typing import Any
from uuid import UUID

from django.conf import settings

from kith.analytics.contracts import Contract, Extract, text, whole
from kith.places.models import AreaRank


def _areas(_: UUID) -> Any:
    return AreaRank.objects.filter(index__name=settings.KITH_DEPRIVATION_INDEX)


AREAS = Extract(
    Contract(
        "areas",
        1,
        "One row a small area: its decile in the deployment's index of deprivation, 1 most deprived",
        (text("area_code"), whole("decile")),
    ),
    _areas,
    ("area_code", "decile"),
)
