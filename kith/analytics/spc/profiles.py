"""How long a run must be to be a signal: published sources differ, so the choice has a name."""

from typing import NamedTuple

from kith.analytics import choices


class Profile(NamedTuple):
    """Points on one side of the mean (`shift`) and points each further than the last (`trend`) that are a signal."""

    shift: int
    trend: int


PROFILES = {
    "mdc_7_7": Profile(7, 7),  # Making Data Count, as NHSRplotthedots 0.2.2 computes it
    "mdc_7_6": Profile(7, 6),
    "mdc_7_5": Profile(7, 5),
    "abspc_8_6": Profile(8, 6),  # the ABS of SPC
}


def profile_named(name: str) -> Profile:
    """The profile of that name. Errors: UnknownChoice."""
    return PROFILES[choices.one_of(name, PROFILES, "profile")]
