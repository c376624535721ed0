"""Disclosure rules as values, and the reviewed file they are read from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kith.analytics import choices
from kith.analytics.errors import BadNumbers

DEFAULT = "nhsd_7_5"


@dataclass(frozen=True)
class Rule:
    """Which counts of people are hidden and how the others are rounded."""

    name: str
    title: str
    hide_from: int
    hide_to: int
    round_to: int
    source: str

    def __post_init__(self) -> None:
        if self.round_to < 1 or self.rounded(self.hide_to + 1) == 0:
            raise BadNumbers(f"The rule '{self.name}' would round people who are shown down to nought.")

    def hides(self, count: int) -> bool:
        """Whether a cell of so many people is hidden for its own sake."""
        return self.hide_from <= count <= self.hide_to

    def rounded(self, count: int) -> int:
        """The count as it may be shown, halves upwards."""
        return (2 * count + self.round_to) // (2 * self.round_to) * self.round_to

    def possible(self, count: int) -> tuple[int, int]:
        """The lowest and highest count that are shown just as this one is."""
        if count == 0:
            return 0, 0
        if self.hides(count):
            return self.hide_from, self.hide_to
        shown = self.rounded(count)
        lowest = shown - self.round_to // 2
        return max(lowest, self.hide_to + 1), shown + (self.round_to - 1) // 2


def rule_named(rule: str | Rule) -> Rule:
    """The rule of that name in the reviewed definition (the service's own before the package's), or the rule itself.

    Errors: UnknownChoice. Source of each rule: its entry in kith/definitions/disclosure.yaml.
    """
    if isinstance(rule, Rule):
        return rule
    rules = _reviewed()
    return rules[choices.one_of(rule, rules, "disclosure rule")]


def _reviewed() -> dict[str, Rule]:
    from kith.kernel.definitions import load_single

    rules: Mapping[str, Mapping[str, Any]] = load_single("disclosure")["rules"]
    return {name: Rule(name=name, **entry) for name, entry in rules.items()}
