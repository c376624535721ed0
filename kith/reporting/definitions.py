"""The reviewed definitions a report is made by."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from kith.kernel import definitions
from kith.places.api import governing_lookups, index_version
from kith.reporting.domain.metric_files import metric_from
from kith.reporting.domain.metrics import Metric
from kith.reporting.domain.standing import ReturnProfile, profile_from
from kith.reporting.store.statements import written_in

STANDARD_RETURN = "health-trainer-national"
CUES = "issue-domains"


def metrics() -> dict[str, Metric]:
    """Every metric by its name, in the order of their names."""
    return {name: metric_from(definitions.load("metrics", name)) for name in definitions.names("metrics")}


def standard_return() -> dict[str, Any]:
    """The return whose lines the report begins with, and against which the credit gap is counted."""
    return definitions.load("returns", STANDARD_RETURN)


def standard_profile() -> ReturnProfile:
    """What the standard return holds."""
    return profile_from(standard_return())


@dataclass(frozen=True)
class Index:
    """The index of deprivation of the deployment; without a version it was never brought in."""

    name: str
    version: str


def deprivation_index() -> Index:
    """The index the figures use."""
    return Index(settings.KITH_DEPRIVATION_INDEX, index_version(settings.KITH_DEPRIVATION_INDEX))


def built_in_digest() -> str:
    """What the store has built in: when it changes, the store is made anew."""
    index = deprivation_index()
    said = [
        standard_return(),
        definitions.load("cues", CUES),
        index.name,
        index.version,
        sorted(map(str, governing_lookups().items())),
        written_in(),
    ]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
