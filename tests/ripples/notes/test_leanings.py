"""What a sentence only leans to is proposed when somebody does something new, and never when it is wished or denied."""

import pytest

from kith.ripples.api import notes_reader

LEANS = [
    ("Our kids ask for apple slices now because of what I bring home.", ("worker", "family", "health behaviour")),
    ("The jobcentre ring me first now.", ("worker", "service", "service or system change")),
    ("The council have put the benches back after his letter.", ("client", "service", "service or system change")),
    ("The estate does a soup night because of her.", ("client", "community", "community capacity")),
]
LEANS_TO_NOTHING = [
    "The jobcentre rang her.",
    "Her kids would ask for apples if she bought them.",
    "The estate has no soup night.",
    "Her husband likes a brew.",
]


@pytest.mark.parametrize(("text", "change"), LEANS)
def test_something_new_that_somebody_does_is_proposed(text, change):
    (proposal,) = notes_reader().read(text).proposals
    assert (proposal.through, proposal.beneficiary, proposal.domain) == change
    assert proposal.direction == "gain"


@pytest.mark.parametrize("text", LEANS_TO_NOTHING)
def test_what_is_not_new_is_not_proposed(text):
    assert notes_reader().read(text).proposals == ()


def test_a_word_that_leans_to_the_worse_makes_it_a_harm():
    (proposal,) = notes_reader().read("The crowd at the snooker are funny with him since he stopped betting.").proposals
    assert (proposal.beneficiary, proposal.direction) == ("friend", "harm")
