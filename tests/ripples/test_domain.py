"""How a change is known sets its grade, and which state may follow which."""

import pytest

from kith.ripples.domain.grading import grade_of
from kith.ripples.domain.kinds import BENEFICIARIES, DIRECTIONS, DOMAINS, GRADES, STATES
from kith.ripples.domain.review import may_follow
from kith.ripples.domain.screen_words import (
    BENEFICIARY_WORDS,
    DIRECTION_WORDS,
    GRADE_WORDS,
    STATE_WORDS,
    TOPIC_WORDS,
)


@pytest.mark.parametrize(
    ("how", "beneficiary", "told_by", "grade"),
    [
        ("told", "client", "client", "S"),
        ("told", "family", "client", "T"),
        ("told", "family", "themselves", "S"),
        ("told", "client", "somebody_else", "T"),
        ("saw", "client", "client", "O"),
        ("measured", "client", "client", "M"),
        ("letter", "family", "client", "D"),
        ("", "client", "client", "not_stated"),
    ],
)
def test_grade_follows_from_how_it_is_known(how, beneficiary, told_by, grade):
    assert grade_of(how, beneficiary, told_by) == grade


FOLLOWS = {
    "draft": {"accepted", "queried", "rejected", "withdrawn"},
    "proposed": {"accepted", "queried", "rejected", "withdrawn"},
    "queried": {"accepted", "rejected", "withdrawn"},
    "accepted": {"queried", "withdrawn"},
    "rejected": {"withdrawn"},
    "withdrawn": set(),
}


@pytest.mark.parametrize("state", STATES)
def test_state_follows_as_the_table_says(state):
    assert {wanted for wanted in STATES if may_follow(state, wanted)} == FOLLOWS[state]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (BENEFICIARY_WORDS, BENEFICIARIES),
        (TOPIC_WORDS, DOMAINS),
        (DIRECTION_WORDS, DIRECTIONS),
        (GRADE_WORDS, GRADES),
        (STATE_WORDS, STATES),
    ],
)
def test_every_kind_has_its_word_on_the_screen(words, kinds):
    assert set(words) == set(kinds)
