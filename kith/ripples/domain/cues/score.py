"""How well the reader reads: its proposals against those that careful people would have made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kith.ripples.domain.cues.reader import NotesReader

LABELS = ("through", "beneficiary", "domain", "direction")
BY = ("direction", "beneficiary", "through")
Change = tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """Of one kind of change: how many were proposed rightly, wrongly, and not at all."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        """Of what was proposed, the share that was right; None when nothing was proposed."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        """Of what was there, the share that was proposed; None when nothing was there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None


def score(reader: NotesReader, labelled: Iterable[Mapping[str, str]]) -> dict[tuple[str, str], Score]:
    """Scores by ("all", "") and by each direction, beneficiary and through; a text may stand in several rows.

    A proposal is right when the text is labelled with the same through, beneficiary, domain and direction.
    """
    wanted: dict[str, set[Change]] = {}
    for row in labelled:
        changes = wanted.setdefault(row["text"], set())
        if row["direction"]:
            changes.add(tuple(row[name] for name in LABELS))
    counts: dict[tuple[str, str], list[int]] = {("all", ""): [0, 0, 0]}
    for text, there in wanted.items():
        said: set[Change] = {
            (each.through, each.beneficiary, each.domain, each.direction) for each in reader.read(text).proposals
        }
        outcomes: tuple[set[Change], ...] = (said & there, said - there, there - said)
        for place, changes in enumerate(outcomes):
            for change in changes:
                _count(counts, change, place)
    return {kind: Score(*each) for kind, each in sorted(counts.items(), key=_order)}


def _count(counts: dict[tuple[str, str], list[int]], change: Change, place: int) -> None:
    named = dict(zip(LABELS, change, strict=True))
    for kind in (("all", ""), *((by, named[by]) for by in BY)):
        counts.setdefault(kind, [0, 0, 0])[place] += 1


def _order(each: tuple[tuple[str, str], list[int]]) -> tuple[int, str]:
    kind, name = each[0]
    return (0 if kind == "all" else 1 + BY.index(kind)), name
