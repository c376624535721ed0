"""A label that follows its number."""

import pytest

from kith.analytics.claims import Claim, Claimed, weakest
from kith.analytics.errors import TooFew


def test_what_is_worked_out_keeps_the_label():
    mean = Claimed(4.2, Claim.BEFORE_AFTER)
    assert mean.then(lambda value: value * 100) == Claimed(420.0, Claim.BEFORE_AFTER)
    assert "without a comparison" in mean.claim.caution


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        (Claim.COUNTED, Claim.BEFORE_AFTER, "before/after"),
        (Claim.COMPARED, Claim.SELF_REPORTED, "self-reported"),
        (Claim.COMPARED, Claim.BEFORE_AFTER, "before/after"),
        (Claim.COUNTED, Claim.COUNTED, "counted"),
        (Claim.SELF_REPORTED, Claim.ESTIMATED, "estimated"),
    ],
)
def test_two_numbers_take_the_weaker_label(one, other, label):
    assert Claimed(1, one).beside(Claimed(2, other), lambda a, b: a + b).claim.label == label
    assert weakest(other, one).label == label


def test_a_label_of_nothing_is_refused():
    with pytest.raises(TooFew):
        weakest()
