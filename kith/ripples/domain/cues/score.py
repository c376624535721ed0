"""How well the reader reads: its proposals against those that careful people would have made."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kith.ripples.domain.cues.reader import NotesReader

LABELS = ("through", "beneficiary", "domain", "direction")
BY = ("direction", "beneficiary", "through")
ALONE = " alone"
KINDS = ("all", *(f"{field}{ALONE}" for field in ("direction", "beneficiary", "through", "domain")), *BY)
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
    """Scores by ("all", ""), by what one field says ("direction alone", ""), and by each direction, beneficiary and
    through; a text may stand in several rows.

    A proposal is right when the text is labelled with the same through, beneficiary, domain and direction; by one field
    alone when that is the same, whatever the others are.
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
        _count_alone(counts, said, there)
    return {kind: Score(*each) for kind, each in sorted(counts.items(), key=_order)}


def _count(counts: dict[tuple[str, str], list[int]], change: Change, place: int) -> None:
    named = dict(zip(LABELS, change, strict=True))
    for kind in (("all", ""), *((by, named[by]) for by in BY)):
        counts.setdefault(kind, [0, 0, 0])[place] += 1


def _count_alone(counts: dict[tuple[str, str], list[int]], said: set[Change], there: set[Change]) -> None:
    for place, field in enumerate(LABELS):
        given, wanted = (Counter(change[place] for change in changes) for changes in (said, there))
        kind = counts.setdefault((f"{field}{ALONE}", ""), [0, 0, 0])
        for outcome, met in enumerate((given & wanted, given - wanted, wanted - given)):
            kind[outcome] += met.total()


def _order(each: tuple[tuple[str, str], list[int]]) -> tuple[int, str]:
    kind, name = each[0]
    return KINDS.index(kind), name
