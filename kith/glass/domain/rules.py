"""The rules of breaking the glass, as the service's definition says them."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Rules:
    """How long a look lasts, how far it reaches, what a reason takes, and how often somebody may ask."""

    hours: int
    reach: str
    least_words: int
    open_at_once: int
    opened_in_a_day: int
    asked_in_vain: int

    @property
    def lasts(self) -> dt.timedelta:
        """From the opening to the end."""
        return dt.timedelta(hours=self.hours)

    @property
    def whole_deployment(self) -> bool:
        """Whether records of other organisations on this deployment can be opened too."""
        return self.reach == "deployment"


def rules_from(definition: Mapping[str, Any]) -> Rules:
    """The rules of a definition that keeps to its schema."""
    return Rules(
        hours=definition["hours"],
        reach=definition["reach"],
        least_words=definition["least_words"],
        open_at_once=definition["open_at_once"],
        opened_in_a_day=definition["opened_in_a_day"],
        asked_in_vain=definition["asked_in_vain"],
    )


def has_substance(reason: str, least_words: int) -> bool:
    """Whether a reason has so many different words of two letters or more; 'x x x x' and '....' have none."""
    return len({word.casefold() for word in re.findall(r"[^\W\d_]{2,}", reason)}) >= least_words
