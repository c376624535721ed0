"""The pure parts: one pass told apart, means from whole numbers, labels as given."""

import statistics
from fractions import Fraction

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.reporting.domain.errors import MetricWrongError
from kith.reporting.domain.figures import moments_of
from kith.reporting.domain.metrics import Key, Measure
from kith.reporting.domain.packs import Counted

MEAN = Measure("mean", "difference", square="squared", divisor=1000)


def sums(values):
    return {"rows": len(values), "difference": sum(values), "squared": sum(value * value for value in values)}


@settings(deadline=None)
@given(st.lists(st.integers(-90_000, 90_000), min_size=2, max_size=50))
def test_moments_are_those_of_the_differences(values):
    moments = moments_of(sums(values), MEAN)
    assert moments.mean == float(Fraction(sum(values), 1000 * len(values)))
    assert moments.sd == pytest.approx(statistics.stdev([value / 1000 for value in values]), rel=1e-9, abs=1e-12)
    low, high = moments.interval
    assert low <= moments.mean <= high


@settings(deadline=None)
@given(st.lists(st.integers(-90_000, 90_000), min_size=2, max_size=20), st.randoms())
def test_moments_do_not_depend_on_the_order(values, dice):
    shuffled = list(values)
    dice.shuffle(shuffled)
    assert moments_of(sums(values), MEAN) == moments_of(sums(shuffled), MEAN)


def test_pack_is_told_apart_by_any_of_its_dimensions():
    table = pa.table(
        {"sex": ["f", "f", "m"], "seen": [True, False, True], "rows": [1, 2, 4], "sum_minutes": [10, 20, 40]}
    )
    counted = Counted(table)
    assert counted.tally({}, ["sex"]) == {("f",): 3, ("m",): 4}
    assert counted.tally({"seen": (True,)}, ["sex"], "minutes") == {("f",): 10, ("m",): 40}
    assert counted.tally({"sex": ("x",)}, []) == {(): 0}


def test_condition_on_a_column_there_is_not_is_said_in_a_sentence():
    with pytest.raises(MetricWrongError, match="'shoes'"):
        Counted(pa.table({"rows": [1]})).tally({"shoes": ("blue",)}, [])


@pytest.mark.parametrize(
    ("key", "value", "read"),
    [
        (Key("sex", "sex", ("female", "not_known"), otherwise="not_known"), "Q", "not_known"),
        (Key("sex", "sex", ("female", "not_known"), otherwise="not_known"), "female", "female"),
        (Key("source", "source", blank="not_recorded"), "  ", "not_recorded"),
        (Key("source", "source", blank="not_recorded"), "GP", "GP"),
    ],
)
def test_value_is_read_as_the_figure_names_it(key, value, read):
    assert key.reads(value) == read
