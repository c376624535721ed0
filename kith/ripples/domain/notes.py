"""A note's words, and a sentence of it with a little of what stands around."""

from dataclasses import dataclass

AROUND = 160


def plain_note(text: str) -> str:
    """The text by whose characters spans are counted: line ends as one, no byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True)
class InContext:
    """A sentence, and the words just before and just after it."""

    before: str
    sentence: str
    after: str


def in_context(text: str, start: int, end: int) -> InContext:
    """The sentence at a span of a plain note; what lies further off is left out and marked so."""
    before, after = text[:start].strip(), text[end:].strip()
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    return InContext(before, text[start:end].strip(), after)
