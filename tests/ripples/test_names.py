"""Likely names are found so that the relation can take their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.ripples.domain.names import likely_names


@pytest.mark.parametrize(
    ("account", "names"),
    [
        ("Her neighbour stopped smoking too.", []),
        ("Her neighbour Dave stopped smoking too.", ["Dave"]),
        ("Dave next door stopped smoking.", ["Dave"]),
        ("Walks with Mrs Okonkwo and Kath's sister.", ["Mrs", "Okonkwo", "Kath"]),
        ("Went to the GP on Monday. Got PIP in March, with Citizens Advice.", []),
        ("I helped her. She rang Zumba on Friday; I'm glad.", []),
        ("Met Zoë-Ann at the park.", ["Zoë-Ann"]),
        ("Dave rang. Then Dave called.", ["Dave"]),
        ("'Sam says he feels better', she said.", ["Sam"]),
        ("", []),
    ],
)
def test_likely_names_in_an_account(account, names):
    assert likely_names(account) == names


def test_words_said_to_be_no_names_and_the_clients_own_name_may_stay():
    assert likely_names("Now Helen swims at Marlfield with Dave.", ["Helen Foster", "Marlfield"]) == ["Dave"]


@given(st.text())
def test_any_text_is_read_and_the_words_found_stand_in_it(account):
    assert all(word in account for word in likely_names(account))
