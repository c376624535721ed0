"""Words of a local issue are sorted by the first rule with a cue among them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.casework.domain.issue_domains import UNSORTED, cues_from, domain_of

CUES = cues_from(
    {
        "rules": [
            {"domain": "food and fuel", "cues": ["fuel", "food bank*"]},
            {"domain": "money", "cues": ["debt*", "bill*", "carers allowance"]},
        ]
    }
)


@pytest.mark.parametrize(
    ("words", "domain"),
    [
        ("fuel bills", "food and fuel"),
        ("BILLS!", "money"),
        ("some débts", "money"),
        ("food-banks", "food and fuel"),
        ("foodbank", UNSORTED),
        ("Carer's Allowance", "money"),
        ("carer\u2019s allowance form", "money"),
        ("the carers", UNSORTED),
        ("handbill", UNSORTED),
        ("", UNSORTED),
    ],
)
def test_words_are_sorted(words, domain):
    assert domain_of(words, CUES) == domain


@settings(deadline=None)
@given(st.text())
def test_any_words_are_sorted_or_not(words):
    assert domain_of(words, CUES) in ("food and fuel", "money", UNSORTED)
