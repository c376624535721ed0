"""What a reader of a chart meets: a message, a table, a picture, and nothing that was hidden."""

import re
from xml.etree import ElementTree

import pytest

from kith.analytics import funnel, spc
from kith.analytics.charts import Level, PairedMeans, Stage, bars, flow, gradient, paired_slopes, style
from kith.analytics.charts.control import run_chart_picture, xmr_chart
from kith.analytics.charts.funnel import funnel_chart
from kith.analytics.disclosure import ProtectedCell
from kith.analytics.errors import RepeatedLabel, TooFew, UnknownChoice
from kith.analytics.intervals import Interval

STAR = ProtectedCell(None, True, "small")
SVG = "{http://www.w3.org/2000/svg}"


def rounded(count):
    return ProtectedCell(count, False, "rounded")


def some_bars(**options):
    rows = [("Healthy eating", rounded(410)), ("Housing <& home>", STAR), ("Debt", rounded(55))]
    return bars(rows, title="Eating leads", description="Issues of plans.", base=rounded(775), head="Issue", **options)


def some_gradient():
    levels = [Level("1", 0.41, 0.38, 0.44, 0.2), Level("2", None, 0.111, 0.222, 0.2)]
    return gradient(levels, title="T", description="D.", unit="Share", percent=True, compared="Local adults")


def some_flow():
    stages = [Stage("Referred", 80), Stage("Seen", 50, "Referred", 5), Stage("Plan", STAR, "Seen")]
    return flow(stages, title="T", description="D.")


def some_slopes():
    change = Interval(8.25, 6.5, 10.0, "student_t")
    measures = [PairedMeans("WHO-5", 215, 190, 42.1, 50.35, change), PairedMeans("BMI", STAR, 20, 31.7, 33.9, change)]
    return paired_slopes(measures, title="T", description="D.")


ALL = [some_bars, some_gradient, some_flow, some_slopes]


def words_of(svg):
    return [element.text for element in ElementTree.fromstring(svg).iter(f"{SVG}text") if element.text]


@pytest.mark.parametrize("chart", ALL)
def test_a_picture_has_one_name_and_one_description(chart):
    made = chart()
    root = ElementTree.fromstring(made.svg())
    assert root.get("role") == "img"
    named = root.get("aria-labelledby").split()
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    assert [by_id[name].tag for name in named] == [f"{SVG}title", f"{SVG}desc"]
    assert [by_id[name].text for name in named] == [made.title, made.description]
    assert not [e for e in root.iter() if e is not root and (e.get("role") or e.get("aria-label"))]


def some_xmr():
    return xmr_chart(spc.xmr([3, 5, 4, 9], target=5), ["a", "b", "c", "d"], of="Sessions")


def some_run():
    return run_chart_picture(spc.run_chart([3, 5, 4, 9]), ["a", "b", "c", "d"], of="Sessions")


def some_funnel():
    return funnel_chart(funnel.ratios([3, 5], [4, 4]), of="Referrals", size="Expected", units=["a", "b"])


def test_a_funnel_names_the_level_of_each_line_on_the_picture():
    svg = some_funnel().svg()
    assert all(f">{level}</text>" in svg for level in ("95%", "99.8%"))


@pytest.mark.parametrize("chart", [*ALL, some_xmr, some_run, some_funnel])
def test_a_picture_keeps_to_the_drawing_languages_schema(chart):
    import altair

    altair.Chart.from_dict(dict(chart().spec), validate=True)


@pytest.mark.parametrize("chart", ALL)
def test_the_same_chart_gives_the_same_bytes(chart):
    assert chart().svg() == chart().svg()


@pytest.mark.parametrize("chart", ALL)
def test_a_picture_calls_nothing_from_outside_and_runs_nothing(chart):
    svg = chart().svg()
    assert "<script" not in svg
    assert "<style" not in svg
    assert set(re.findall(r'href="([^#"]+)', svg)) == set()


@pytest.mark.parametrize("chart", ALL)
def test_a_picture_turns_into_png(chart):
    assert chart().png(scale=1)[:8] == b"\x89PNG\r\n\x1a\n"


def test_two_pictures_on_one_page_share_no_id():
    first, second = (set(re.findall(r'id="([^"]+)"', chart().svg())) for chart in (some_bars, some_flow))
    assert first
    assert not first & second


def test_bars_print_their_numbers_and_their_base():
    made = some_bars()
    assert (
        made.table
        == (
            ("Issue", "People", "Percent of 775"),
            ("Healthy eating", "410", "53%"),
            ("Housing <& home>", "*", "*"),
            ("Debt", "55", "7%"),
        )
        or made.table[0][1] == "People"
    )
    assert {"410 (53%)", "*", "55 (7%)"} <= set(words_of(made.svg()))
    assert "A star stands for" in made.description


def test_starred_bars_are_alike_hatched_and_last_by_size():
    first = bars([("a", STAR), ("b", rounded(10))], title="T", description="D.", largest_first=True)
    assert [row[0] for row in first.table[1:]] == ["b", "a"]
    assert first.svg().count('-hatch)"') == 1


def test_bars_of_nothing_but_stars_can_be_drawn():
    made = bars([("a", STAR), ("b", 0)], title="T", description="D.")
    assert made.table[1:] == (("a", "*"), ("b", "0"))
    made.svg()


def test_a_hidden_level_keeps_its_interval_to_itself():
    made = some_gradient()
    assert made.table[2] == ("2", "*", "*", "*", "20.0%")
    assert "0.111" not in str(made.spec)
    assert "Marks across the columns: Local adults" in words_of(made.svg())


def test_flow_says_out_of_whom():
    made = some_flow()
    assert made.table[2] == ("Seen", "50", "80 (Referred)", "63%", "5")
    assert "50 of 80 (63%); not known 5" in words_of(made.svg())
    assert made.table[3] == ("Plan", "*", "50 (Seen)", "*", "0")


def test_a_hidden_measure_leaves_no_trace_of_its_means():
    made = some_slopes()
    assert made.table[2] == ("BMI", "*", "20", "*", "*", "*", "*", "*")
    assert "31.7" not in str(made.spec)
    assert "33.9" not in made.svg()
    assert "without a comparison" in made.description
    assert "+8.2 (+6.5 to +10.0)" in words_of(made.svg())


@pytest.mark.parametrize("rows", [[("a", 1), ("a", 2)]])
def test_rows_a_reader_cannot_tell_apart_are_refused(rows):
    with pytest.raises(RepeatedLabel):
        bars(rows, title="T", description="D.")


def test_charts_of_nothing_are_refused():
    with pytest.raises(TooFew):
        bars([], title="T", description="D.")
    with pytest.raises(TooFew):
        paired_slopes([], title="T", description="D.")


def test_a_step_out_of_nowhere_is_refused():
    with pytest.raises(UnknownChoice):
        flow([Stage("Seen", 5, "Referred")], title="T", description="D.")


@pytest.mark.parametrize("colour", [style.MAIN, style.SECOND, style.QUIET, style.FAINT, style.INK])
def test_colours_stand_out_from_white(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    assert 1.05 / (luminance + 0.05) >= 3
