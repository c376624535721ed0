"""What kind of claim a number makes, kept with the number until it stands on the page."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Generic, TypeVar

from kith.analytics.errors import TooFew

Value = TypeVar("Value")
Other = TypeVar("Other")


class Claim(Enum):
    """Counted work, a change told of, a change in readings or beside people without the service; or estimated."""

    COUNTED = "counted"
    SELF_REPORTED = "self-reported"
    BEFORE_AFTER = "before/after"
    COMPARED = "compared"
    ESTIMATED = "estimated"

    @property
    def label(self) -> str:
        """The words printed beside the number."""
        return self.value

    @property
    def caution(self) -> str:
        """The sentence printed under it; empty where none is needed."""
        return CAUTIONS[self]


CAUTIONS = {
    Claim.COUNTED: "",
    Claim.SELF_REPORTED: "As people told it; nobody checked it against a reading.",
    Claim.BEFORE_AFTER: "Change between two readings of the same people; without a comparison it does not show "
    "what caused it, and people chosen for low scores tend to rise anyway.",
    Claim.COMPARED: "",
    Claim.ESTIMATED: "Estimated from a random sample; never to be added to what was counted one by one.",
}

# Work counted says nothing of effect, so beside a claim of effect it takes that claim's label.
# An estimate is of what people told, and that not of each of them: it is the weakest.
STRENGTH = {Claim.ESTIMATED: 0, Claim.SELF_REPORTED: 1, Claim.BEFORE_AFTER: 2, Claim.COMPARED: 3, Claim.COUNTED: 4}


@dataclass(frozen=True)
class Claimed(Generic[Value]):
    """A number with its claim; what is worked out from it keeps the label."""

    value: Value
    claim: Claim

    def then(self, step: Callable[[Value], Other]) -> "Claimed[Other]":
        """What `step` makes of the number, under the same label."""
        return Claimed(step(self.value), self.claim)

    def beside(self, other: "Claimed[Value]", step: Callable[[Value, Value], Value]) -> "Claimed[Value]":
        """What `step` makes of two numbers, under the weaker label of the two."""
        return replace(self, value=step(self.value, other.value), claim=weakest(self.claim, other.claim))


def weakest(*claims: Claim) -> Claim:
    """The label of a figure that rests on several: the weakest claim of effect among them. Errors: TooFew."""
    if not claims:
        raise TooFew("A label needs at least one claim.")
    return min(claims, key=lambda claim: STRENGTH[claim])
