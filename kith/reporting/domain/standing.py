"""What a return holds, holds bluntly, or has no place for, as its reviewed profile says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pyarrow as pa

from kith.analytics.contracts import Contract, text

ISSUE_LABELS = Contract(
    "issue_labels",
    1,
    "One row an issue label in use: how the return holds it, and the domain it stands for ('' where none)",
    (text("label"), text("standing"), text("domain")),
)
RIPPLE_STANDINGS = Contract(
    "ripple_standings",
    1,
    "One row a beneficiary and domain of ripples that the return has a place for",
    (text("beneficiary"), text("domain"), text("standing")),
)


class LabelStanding(NamedTuple):
    """How a return holds one issue label."""

    standing: str
    domain: str


@dataclass(frozen=True)
class ReturnProfile:
    """One dataset's categories; a label it does not list has no place in it."""

    held_issues: Mapping[str, str]
    blunt_issues: frozenset[str]
    ripples: Sequence[Mapping[str, str]]

    def of_label(self, label: str) -> LabelStanding:
        """How an issue label stands, whatever its capitals and spaces. No label is a place left empty."""
        name = plain(label)
        if not name:
            return LabelStanding("left_empty", "")
        if name in self.held_issues:
            return LabelStanding("held", self.held_issues[name])
        return LabelStanding("blunt" if name in self.blunt_issues else "no_place", "")


def profile_from(definition: Mapping[str, Any]) -> ReturnProfile:
    """The profile of a return definition that has been read already."""
    issues, ripples = definition["issues"], definition["ripples"]
    rows = [{**each, "standing": how} for how in ("held", "blunt") for each in ripples[how]]
    return ReturnProfile(
        {plain(label): domain for label, domain in issues["held"].items()},
        frozenset(plain(label) for label in issues["blunt"]),
        rows,
    )


def plain(label: str) -> str:
    """A label without its capitals and spare spaces."""
    return " ".join(label.casefold().split())


def label_table(profile: ReturnProfile, labels: Iterable[str]) -> pa.Table:
    """The issue labels in use, each with how the return holds it."""
    rows = [{"label": label, **profile.of_label(label)._asdict()} for label in sorted(set(labels))]
    return pa.Table.from_pylist(rows, schema=ISSUE_LABELS.arrow)


def ripple_table(profile: ReturnProfile) -> pa.Table:
    """The beneficiaries and domains of ripples that the return has a place for."""
    return pa.Table.from_pylist(list(profile.ripples), schema=RIPPLE_STANDINGS.arrow)
