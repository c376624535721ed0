"""What a note says is found, with its sentence and its cue; what it only wishes, plans or hears is not."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kith.ripples.api import notes_reader
from kith.ripples.domain import kinds
from kith.ripples.domain.cues import before
from kith.ripples.domain.cues.clauses import clauses
from kith.ripples.domain.cues.words import sentences

FOUND = [
    ("Daughter quit smoking as well.", ("client", "family", "health behaviour", "gain")),
    ("My own lads are eating better since I started this job.", ("worker", "family", "health behaviour", "gain")),
    ("Eviction stopped, court gave her six months.", ("client", "client", "housing", "averted")),
    ("Her partner has started smoking again.", ("client", "family", "health behaviour", "harm")),
    ("Still off the drink.", ("client", "client", "health behaviour", "maintained")),
    ("Nieghbour has stoped smokeing.", ("client", "friend", "health behaviour", "gain")),
]
NO_FACTS = [
    "Hoping her son will stop smoking.", "Husband might stop smoking.", "Has her husband stopped smoking?",
    "Husband has not stopped smoking.", "Husband stopped smoking years ago.", "Advised husband to stop smoking.",
    "If her husband stopped smoking it would help.", "His mate reckons patches do not work.", "DNA. Left message.",
]  # fmt: skip


def _told(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (each.through, each.beneficiary, each.domain, each.direction) for each in notes_reader().read(text).proposals
    ]


@pytest.mark.parametrize(("text", "change"), FOUND)
def test_a_change_told_as_a_fact_is_proposed(text, change):
    assert _told(text) == [change]


@pytest.mark.parametrize("text", NO_FACTS)
def test_what_is_no_fact_is_not_proposed(text):
    assert _told(text) == []


@pytest.mark.parametrize("text", ["Husband quit smoking. She is self-harming.", "He threatened her. Son got a job."])
def test_a_note_with_words_of_harm_is_withheld_whole(text):
    read = notes_reader().read(text)
    assert read.withheld
    assert read.proposals == ()


@pytest.mark.parametrize("words", ["threatening to leave", "hurting herself on purpose since", "cutting herself again"])
def test_no_other_list_hides_words_of_harm(words):
    reader = notes_reader()
    assert reader.read(f"She has been {words}.").withheld
    assert reader.read(f"Husband quit smoking now she is {words}, son got a job.").withheld


def test_a_word_shortened_is_read_as_the_long_form():
    assert _told("Husband won't stop smoking.") == _told("Husband will not stop smoking.") == []
    assert _told("He couldn't have got the job.") == []


def test_a_proposal_names_its_sentence_and_the_words_that_led_to_it():
    text = "Good session.  Her mum quit smoking!  Review soon."
    (proposal,) = notes_reader().read(text).proposals
    assert text[proposal.start : proposal.end] == proposal.sentence == "Her mum quit smoking!"
    assert "quit smoking" in proposal.cue


def test_he_of_the_next_sentence_is_who_was_just_spoken_of():
    assert _told("Husband came too. He has stopped smoking.") == [("client", "family", "health behaviour", "gain")]


def test_the_reader_is_made_once_and_says_its_version():
    assert notes_reader() is notes_reader()
    assert notes_reader().version


@given(st.text())
def test_any_text_is_read_and_sentences_stand_where_they_are_said_to(text):
    for each in notes_reader().read(text).proposals:
        assert text[each.start : each.end] == each.sentence


WORDS = [
    "Husband",
    "she",
    "quit",
    "smoking",
    "not",
    "and",
    "hopes",
    "her mum",
    "got",
    "a job",
    ",",
    ".",
    "now",
    "if",
    "my",
    "I",
]


@example(["if", ".", "Husband", "and"])
@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_whatever_is_proposed_is_of_a_known_kind(words):
    for each in notes_reader().read(" ".join(words)).proposals:
        assert each.through in kinds.THROUGH
        assert each.beneficiary in kinds.BENEFICIARIES
        assert each.domain in kinds.DOMAINS
        assert each.direction in kinds.DIRECTIONS


def test_each_sentence_of_a_long_note_is_gone_through_once_for_those_after_it(monkeypatch):
    gone_through = []
    monkeypatch.setattr(before, "clauses", lambda words, marks: gone_through.append(words) or clauses(words, marks))
    sentences = ["Her daughter quit smoking too.", "She feels more confident.", "Kids say it is fine."] * 20
    assert len(notes_reader().read(" ".join(sentences)).proposals) > 1
    assert 0 < len(gone_through) < len(sentences)


@pytest.mark.parametrize(
    ("note", "read"),
    [
        ("Came today", ["Came today"]),
        (" Came today. ", ["Came today."]),
        ("Came today\u2022", ["Came today"]),
        ("Came today.\u2022 Mum came\nDr. Roe rang! ", ["Came today.", "Mum came", "Dr. Roe rang!"]),
        (" \n", []),
    ],
)
def test_a_note_is_cut_into_its_sentences_and_each_is_where_it_stands(note, read):
    assert [sentence for _, _, sentence in sentences(note)] == read
    assert all(note[start:end] == sentence for start, end, sentence in sentences(note))
