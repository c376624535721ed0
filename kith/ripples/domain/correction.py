"""A proposed change as the person who reads it sets it right."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class Correction:
    """The words as they shall stand, and the kinds; '' leaves a kind as it was proposed."""

    account: str = ""
    relation: str = ""
    through: str = ""
    beneficiary: str = ""
    domain: str = ""
    direction: str = ""
    not_names: Collection[str] = ()

    def kinds(self) -> dict[str, str]:
        """The kinds that were set."""
        names = ("through", "beneficiary", "domain", "direction")
        return {name: given for name in names if (given := getattr(self, name))}
