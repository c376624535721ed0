"""Control charts and funnels as pictures: what they say, and what they keep to themselves."""

from xml.etree import ElementTree

import pytest

from kith.analytics import funnel, spc
from kith.analytics.charts.control import run_chart_picture, xmr_chart
from kith.analytics.charts.funnel import funnel_chart
from kith.analytics.charts.icons import assurance_icons, variation_icon
from kith.analytics.errors import NotPublishable, RepeatedLabel, UnequalLengths

PERIODS = [f"Week {week}" for week in range(1, 15)]
SERIES = [10, 12, 11, 13, 12, 11, 12, 13, 11, 12, 10, 12, 11, 30]


def words_of(svg):
    return [e.text for e in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text") if e.text]


def test_an_xmr_chart_says_what_the_last_point_means():
    made = xmr_chart(spc.xmr(SERIES, target=40), PERIODS, of="Sessions")
    assert made.title == "Sessions: better than the usual ups and downs"
    assert made.table[0] == ("Period", "Sessions", "Mean", "Lower limit", "Upper limit", "Signal")
    assert made.table[-1][-1] == "outside the limits"
    words = words_of(made.svg())
    assert "Better than the usual ups and downs" in words
    assert "Will miss the target unless something changes" in words
    assert "Target" in words


def test_trial_limits_are_said_aloud():
    assert "Trial limits" in xmr_chart(spc.xmr([1, 2, 3]), PERIODS[:3], of="Sessions").description
    assert "Trial limits" not in xmr_chart(spc.xmr(SERIES), PERIODS, of="Sessions").description


def test_icons_differ_in_shape_as_well_as_in_colour():
    found = {variation_icon(spc.xmr(values)).glyph for values in (SERIES, [-one for one in SERIES], SERIES[:-1])}
    assert len(found) == 3
    goals = {assurance_icons(spc.xmr(SERIES, target=goal))[0].glyph for goal in (-100, 12, 100)}
    assert len(goals) == 3
    assert assurance_icons(spc.xmr(SERIES)) == []


def test_an_xmr_chart_needs_a_period_for_each_point():
    with pytest.raises(UnequalLengths):
        xmr_chart(spc.xmr(SERIES), PERIODS[:-1], of="Sessions")
    with pytest.raises(RepeatedLabel):
        xmr_chart(spc.xmr([1, 2]), ["May", "May"], of="Sessions")


def test_periods_with_quotation_marks_are_drawn_as_written():
    periods = ["it's", 'a "week"', "</script>"]
    words = words_of(xmr_chart(spc.xmr([1, 2, 3]), periods, of="Sessions").svg())
    assert set(periods) <= set(words)


@pytest.mark.parametrize("series", [[5], [5, 5, 5], [0.1] * 12])
def test_short_and_constant_series_can_be_drawn(series):
    names = [str(place) for place in range(len(series))]
    xmr_chart(spc.xmr(series), names, of="Sessions").svg()
    run_chart_picture(spc.run_chart(series), names, of="Sessions").svg()


def test_a_run_chart_says_what_chance_allows():
    made = run_chart_picture(spc.run_chart([1] * 10 + [2] * 4), PERIODS, of="Sessions")
    assert made.title.startswith("Sessions: ")
    assert "crossings" in made.description
    assert made.svg() == run_chart_picture(spc.run_chart([1] * 10 + [2] * 4), PERIODS, of="Sessions").svg()


def test_a_funnel_of_people_names_nobody_and_ranks_nobody():
    found = funnel.proportions([10, 20, 30, 11, 12, 35, 22, 5], [40] * 8)
    made = funnel_chart(found, of="Took up a signpost", size="Signposts", units=None, percent=True)
    assert made.table[0] == ("Where", "People")
    assert sum(int(count) for _, count in made.table[1:4]) == 8
    made.svg()


def test_a_funnel_of_fewer_than_eight_people_is_not_drawn():
    found = funnel.proportions([10, 20, 30, 11, 12, 35, 22], [40] * 7)
    with pytest.raises(NotPublishable, match="eight"):
        funnel_chart(found, of="Took up a signpost", size="Signposts", units=None)


def test_a_funnel_of_places_keeps_their_order():
    found = funnel.ratios([10, 11, 30], [12, 12, 12])
    made = funnel_chart(found, of="Referrals", size="Expected", units=["B", "C", "A"])
    assert [row[0] for row in made.table[1:]] == ["B", "C", "A"]
    assert made.table[3][-1] == "above"
    assert made.title == "Referrals: 1 of 3 beyond the 99.8% limits"
    with pytest.raises(UnequalLengths):
        funnel_chart(found, of="Referrals", size="Expected", units=["A"])
