"""What reading a note gives: the changes it may tell of, each with its sentence and the cue that found it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Proposal:
    """One change a sentence may tell of: where the sentence stands in the note, and which words led to it."""

    start: int
    end: int
    sentence: str
    through: str
    beneficiary: str
    domain: str
    direction: str
    cue: str


@dataclass(frozen=True)
class ReadNote:
    """The proposals of one note; `withheld` when it holds words of abuse, self-harm or threat, and then none."""

    withheld: bool
    proposals: tuple[Proposal, ...]
