"""Sentences as strangers write them: short forms, letters' words, names, sayings, what was and what was spared."""

import pytest

from kith.ripples.api import notes_reader

TOLD = [
    ("dtr strted wk at nursery, nghbr hlpd.", ("client", "family", "work, learning, volunteering", "gain")),
    ("cl told m8 abt pension credit, she got it", ("client", "friend", "money", "gain")),
    ("The client's nephew has commenced an apprenticeship.",
     ("client", "family", "work, learning, volunteering", "gain")),
    ("Her Darren has packed in the fags.", ("client", "family", "health behaviour", "gain")),
    ("Husband turned a corner with his drinking.", ("client", "family", "health behaviour", "gain")),
    ("Neighbour was on the point of being made homeless, client rang the council.",
     ("client", "friend", "housing", "averted")),
    ("Her mum was a whisker from losing her job but the boss relented.",
     ("client", "family", "work, learning, volunteering", "averted")),
    ("Smoke alarms fitted at her mum's.", ("client", "family", "safety", "gain")),
    ("She is not in bits any more.", ("client", "client", "mental wellbeing and confidence", "gain")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "change"), TOLD)
def test_a_change_is_found_however_it_is_written(text, change):
    assert [
        (each.through, each.beneficiary, each.domain, each.direction) for each in notes_reader().read(text).proposals
    ] == [change]


def test_what_somebody_is_quoted_with_is_about_the_client():
    (proposal,) = notes_reader().read('"I have stopped crying," she said.').proposals
    assert (proposal.through, proposal.beneficiary, proposal.direction) == ("client", "client", "gain")


def test_how_bad_it_was_is_no_harm_when_the_sentence_says_what_is():
    (proposal,) = notes_reader().read("Neighbour was living on toast, has hot meals now.").proposals
    assert (proposal.beneficiary, proposal.direction) == ("friend", "gain")


@pytest.mark.parametrize(
    "text",
    [
        "Food bank closed on bank holiday.",
        "Appointment is on the 4 May.",
        "She has lived in the flat since her marriage.",
        "He has a job interview.",
        "Her weight is down as planned.",
    ],
)
def test_what_tells_of_no_change_is_not_proposed(text):
    assert notes_reader().read(text).proposals == ()


@pytest.mark.parametrize("text", ["Her pal has come on a treat.", "Nearly threw in the towel at college but stayed."])
def test_a_saying_is_not_taken_for_words_of_harm(text):
    assert not notes_reader().read(text).withheld
