"""The change of several measures, each on its own scale; and that a chart's specification is one of the language."""

import altair
import pytest

from kith.analytics.charts import Level, MeanChange, bars, gradient, mean_changes
from kith.analytics.disclosure import ProtectedCell
from kith.analytics.errors import RepeatedLabel, TooFew
from kith.analytics.intervals import Interval

STAR = ProtectedCell(None, True, "small")
WHO_5 = MeanChange("WHO-5", 173, 339, Interval(10.73, 8.39, 13.07, "t"), "points of 0 to 100", "up")
HIDDEN = MeanChange("BMI", STAR, 20, None, "kg/m2")
NOTHING = MeanChange("Life satisfaction", 0, 0, None, "points")


def some(*measures):
    return mean_changes(measures, title="T", description="D.")


def test_each_measure_has_a_row_with_its_change_and_interval():
    assert some(WHO_5, NOTHING).table == (
        ("Measure", "Pairs", "No second reading", "Change", "From", "To"),
        ("WHO-5", "173", "339", "+10.7", "+8.4", "+13.1"),
        ("Life satisfaction", "0", "0", "", "", ""),
    )


def test_a_hidden_measure_is_a_star_in_table_and_picture():
    chart = some(WHO_5, HIDDEN)
    assert chart.table[2] == ("BMI", "*", "20", "*", "*", "*")
    assert "too few people to show" in chart.svg()
    assert "A star stands for" in chart.description


def test_the_picture_says_which_way_is_better_where_one_is():
    assert "better to the right" in some(WHO_5).svg()
    assert "better" not in some(MeanChange("BMI", 9, 0, Interval(-1.0, -2.0, 0.5, "t"), "kg/m2")).svg()


def test_it_says_that_it_shows_no_cause():
    assert "does not show what caused it" in some(WHO_5).description


def test_no_measures_or_one_twice_are_refused():
    with pytest.raises(TooFew):
        some()
    with pytest.raises(RepeatedLabel):
        some(WHO_5, WHO_5)


@pytest.mark.parametrize(
    "chart",
    [
        some(WHO_5, HIDDEN, NOTHING),
        bars([("A", 3), ("B", STAR)], title="T", description="D.", base=9),
        gradient([Level("1", 0.4, 0.3, 0.5, 0.2), Level("2", None)], title="T", description="D.", unit="Share"),
    ],
)
def test_a_specification_keeps_to_the_drawing_languages_schema(chart):
    altair.Chart.from_dict(dict(chart.spec), validate=True)
