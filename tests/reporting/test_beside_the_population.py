"""Each share of reach stands beside the local population's, with its interval; nobody is given away by it."""

import json

import pytest

from kith.analytics.inequality import reach
from kith.analytics.intervals import wilson
from kith.places.api import set_areas
from kith.places.models import AreaIndex, AreaRank, Population, PopulationCount
from kith.reporting import api
from kith.reporting.reading.whole import whole
from tests.reporting.conftest import YEAR

ONE, TWO, FAR = "E01000001", "E01000002", "E01000003"


@pytest.fixture
def people(db):
    """Three areas: 1,000 people in each of the first two, women and men in unlike parts; the third lies far."""
    index = AreaIndex.objects.create(name="imd-2019-england", version="2019", file_sha256="0" * 64)
    for code, decile in ((ONE, 1), (TWO, 9), (FAR, 5)):
        AreaRank.objects.create(index=index, area_code=code, decile=decile)
    made = Population.objects.create(name="Census", census="2011", divisions=["sex"], areas=3, file_sha256="0" * 64)
    for area, women, men in ((ONE, 600, 400), (TWO, 500, 500), (FAR, 9, 91)):
        for division, value, number in (("everybody", "", women + men), ("sex", "female", women), ("sex", "male", men)):
            PopulationCount.objects.create(
                population=made, area_code=area, division=division, value=value, people=number
            )
    return made


def clients(small, women, men, other=0, area=ONE):
    """Clients of the year."""
    for sex, number in (("female", women), ("male", men), ("other", other)):
        for _ in range(number):
            small.client("2024-05-01", sex=sex, area_code=area)


def test_shares_stand_beside_those_of_the_areas_clients_live_in(small, value, people):
    clients(small, 30, 10, other=3)
    clients(small, 0, 10, area=TWO)
    share = value.figure("reach.share_sex", sex="female")
    assert (share.value, share.base, share.missing, share.unit) == (0.6, 50, 3, "proportion")
    assert share.interval == pytest.approx(wilson(30, 50)[1:3])
    living = value.figure("reach.population_sex", sex="female")
    assert (living.value, living.base, living.interval) == (1100, 2000, None)
    ratio = value.figure("reach.ratio_sex", sex="female")
    assert ratio.value == pytest.approx(0.6 / 0.55)
    expected = reach({"female": 30, "male": 20}, {"female": 1100, "male": 900})[0]
    assert (ratio.value, *ratio.interval) == pytest.approx(expected.ratio[:3])
    assert value("reach.population_fifth", fifth="1") == 1000
    assert value("reach.population_fifth", fifth="5") == 1000


def test_the_areas_the_manager_set_govern(small, value, system, people):
    clients(small, 30, 10)
    set_areas(viewer=system, service_id=small.service.id, codes=[TWO, FAR, "E01000099"])
    assert value("reach.population_sex", sex="female") == 509
    report = api.report(system, small.service, YEAR, "service")
    assert "the 3 areas that the manager set" in report.local_notes[0]
    assert "'Census'; it has 2 of the 3 areas" in report.local_notes[1]


def test_without_a_file_of_people_only_the_shares_are_there(small, value, system):
    clients(small, 3, 1)
    assert value("reach.share_sex", sex="female") == 0.75
    report = api.report(system, small.service, YEAR, "service")
    assert not report.all_of("reach.population_sex")
    assert not report.all_of("reach.ratio_sex")
    assert "beside" not in [section.id for section in whole(report).sections]


def test_people_counted_by_the_areas_of_another_census_never_stand_beside_the_index(small, system, people):
    people.census = "2021"
    people.save()
    clients(small, 30, 10)
    report = api.report(system, small.service, YEAR, "service")
    assert report.find("reach.population_sex", sex="female").value == 600
    assert not report.all_of("reach.population_fifth")
    assert "another census" in report.local_notes[-1]


def test_no_single_client_s_area_is_in_the_sum_a_commissioner_sees(small, system, people):
    clients(small, 20, 10)
    clients(small, 1, 0, area=TWO)
    inside, outside = (api.report(system, small.service, YEAR, each) for each in ("service", "commissioner"))
    assert inside.find("reach.population_sex", sex="female").value == 1100
    assert outside.find("reach.population_sex", sex="female").value == 600
    assert "at least 8 clients" in outside.local_notes[0]


def test_where_no_area_has_so_many_clients_the_report_says_what_to_do(small, system, people):
    clients(small, 3, 4)
    report = api.report(system, small.service, YEAR, "commissioner")
    assert not report.all_of("reach.population_sex")
    assert "kith set-areas" in report.local_notes[1]


def test_a_commissioner_sees_shares_of_rounded_counts_and_stars(small, system, people):
    clients(small, 28, 3)
    report = api.report(system, small.service, YEAR, "commissioner")
    for metric in ("share", "ratio"):
        hidden = report.find(f"reach.{metric}_sex", sex="male")
        assert (hidden.value, hidden.interval, hidden.suppressed) == (None, None, True)
    clients(small, 0, 30)
    api.refresh(system, small.service)
    report = api.report(system, small.service, YEAR, "commissioner")
    share = report.find("reach.share_sex", sex="female")
    assert (share.value, share.base) == (30 / 60, 60)
    assert share.interval == pytest.approx(wilson(30, 60)[1:3])


def test_the_section_has_title_table_base_and_picture(small, system, people):
    clients(small, 90, 10, other=2)
    api.refresh(system, small.service)
    report = api.report(system, small.service, YEAR, "service")
    (section,) = (each for each in whole(report).sections if each.id == "beside")
    piece = next(each for each in section.pieces if each.metric == "reach.ratio_sex")
    assert piece.title == "By sex, reached more than their share: Female; reached less: Male"
    assert piece.rows[0] == ("Female", "90.0%", "82.6% to 94.5%", "600", "60.0%", "1.50", "1.38 to 1.57")
    assert piece.base == "Out of 100 clients in one of these groups; 2 are not known or in none of them."
    assert "<svg" in piece.picture
    assert "beside who lives there" in api.report_html(report).decode()
    names = {each["id"] for each in json.loads(api.report_json(report))["figures"]}
    assert {"reach.share_sex", "reach.population_sex", "reach.ratio_sex"} <= names
