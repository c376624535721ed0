"""Finding entries in a sentence: the longest first, classes of words, and what stands aside."""

from kith.ripples.domain.cues.lexicon import Lexicon
from kith.ripples.domain.cues.patterns import Entry

CLASSES = {"she": ["lady", "woman"], "club": ["darts", "bingo"]}


def _marks(entries, said):
    lexicon = Lexicon(entries, frozenset({"the"}), frozenset({"has"}), (), CLASSES)
    return [(mark.kind, mark.start, mark.end) for mark in lexicon.marks(said.split())]


def _entry(words, kind, *, aside=False):
    return Entry(tuple(words.split()), kind, None, aside=aside)


def test_a_class_stands_for_any_of_its_words():
    entry = _entry("<she> from <club>", "who")
    assert _marks([entry], "lady from bingo") == [("who", 0, 3)]
    assert _marks([entry], "woman from darts") == [("who", 0, 3)]
    assert _marks([entry], "lady from space") == []


def test_a_longer_entry_hides_a_shorter_one():
    entries = [_entry("fell out", "short"), _entry("fell out with", "long")]
    assert _marks(entries, "fell out with him") == [("long", 0, 3)]


def test_what_stands_aside_hides_no_other():
    entries = [_entry("fell out", "short"), _entry("fell out with", "long", aside=True)]
    assert sorted(_marks(entries, "fell out with him")) == [("long", 0, 3), ("short", 0, 2)]


def test_a_gap_may_hold_another_entry():
    entries = [_entry("got .. back", "turn"), _entry("confidence", "topic")]
    assert sorted(_marks(entries, "got confidence back")) == [("topic", 1, 2), ("turn", 0, 3)]


def test_words_passed_over_may_stand_within_an_entry():
    assert _marks([_entry("group folded", "cue")], "group has folded") == [("cue", 0, 3)]
