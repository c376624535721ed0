"""The reviewed files agree with each other, with their schemas and with the rooms."""

import pytest

from kith.casework.extracts import issue_cues
from kith.kernel import definitions
from kith.reporting.definitions import metrics, standard_return
from kith.reporting.domain.metrics import BESIDE
from kith.reporting.domain.packs import references_of
from kith.reporting.domain.standing import profile_from
from kith.reporting.tables.registry import OF_PERIOD
from kith.ripples.domain.kinds import BENEFICIARIES, DIRECTIONS, DOMAINS
from tests.reporting.reference import DOMAIN_OF_WORDS, MEASURES, Records, figures

METRICS = metrics()
OF_THEMSELVES = ("share", "proportion", "population", "ratio")


@pytest.mark.parametrize("name", METRICS)
def test_metric_file_is_named_after_its_metric_and_speaks_of_what_there_is(name):
    metric = METRICS[name]
    assert metric.id == name
    assert metric.contract in OF_PERIOD
    assert metric.records.contract in OF_PERIOD
    assert metric.about["author"]
    assert metric.measure.kind not in BESIDE or metric.measure.of in METRICS
    for reference in references_of(metric):
        assert not reference.metric or reference.metric in METRICS
        assert not reference.base_of or reference.base_of in METRICS
        assert not reference.contract or reference.contract in OF_PERIOD


@pytest.mark.parametrize("name", METRICS)
def test_metric_has_a_base_of_its_own_or_is_a_plain_count(name):
    metric = METRICS[name]
    assert (
        metric.base or (metric.counts and not metric.keys) or metric.measure.kind in OF_THEMSELVES or _is_its_base(name)
    )


def _is_its_base(name):
    """What others are measured against."""
    return name in ("change.baseline", "notes.written")


def test_every_promised_figure_has_its_file_and_its_second_implementation():
    promised = set(METRICS) - {"ripples.accepted", "ripples.proposed"}
    living = {key: {"": 1} for key in ("sex", "fifth", "ethnicity", "age_band")}
    empty = figures(Records(living=living), *_a_year())
    answered = {figure for figure, _ in empty}
    labels = {"referrals.source", "referrals.declined_reason", "plans.issue"}
    labels |= {"notes.in_frame", "notes.drawn", "notes.quiet_in_frame", "notes.quiet_drawn"}
    assert promised - labels == answered


def _a_year():
    import datetime as dt

    return dt.date(2024, 4, 1), dt.date(2025, 3, 31)


def test_lines_of_the_return_name_figures_and_groups_there_are():
    for section in standard_return()["lines"]:
        for line in section["lines"]:
            keys = {key.name: key for key in METRICS[line["figure"]].keys}
            for key, value in line.get("group", {}).items():
                assert value in keys[key].values


def test_return_holds_domains_there_are():
    profile = profile_from(standard_return())
    assert set(profile.held_issues.values()) <= set(DOMAINS)
    assert {each["beneficiary"] for each in profile.ripples} <= set(BENEFICIARIES)


def test_minutes_with_no_place_are_those_the_return_does_not_hold():
    held = standard_return()["contact"]["held_times"]
    (times,) = (key.values for key in METRICS["how.minutes"].keys)
    nowhere = METRICS["credit_gap.minutes_with_no_place"].where["time"]
    assert set(nowhere) == set(times) - set(held)


def test_issue_domains_are_the_domains_of_a_change():
    rules = issue_cues().rules
    assert {rule.domain for rule in rules} == set(DOMAINS)
    (domain,) = METRICS["issues.domain"].keys
    assert domain.values == (*DOMAINS, "unsorted")


def test_directions_of_the_gap_are_those_of_a_change():
    keys = {key.name: key for key in METRICS["credit_gap.by_direction"].keys}
    assert keys["direction"].values == DIRECTIONS


def test_measures_of_change_are_one_list():
    for name in ("change.baseline", "change.paired", "change.mean", "change.sd", "change.no_second_reading"):
        assert METRICS[name].keys[0].values == tuple(MEASURES)


@pytest.mark.parametrize(("words", "domain"), [each for each in DOMAIN_OF_WORDS.items() if each[1] != "unsorted"])
def test_words_of_an_older_database_are_sorted(words, domain):
    from kith.casework.domain.issue_domains import domain_of

    assert domain_of(words, issue_cues()) == domain


def test_service_may_bring_its_own_metric_in_its_own_folder(tmp_path, monkeypatch, small, system):
    from kith.reporting import api
    from tests.reporting.conftest import YEAR

    packaged = (definitions.PACKAGED / "metrics" / "plans.set.yaml").read_text()
    folder = tmp_path / "metrics"
    folder.mkdir()
    (folder / "plans.diet.yaml").write_text(
        packaged.replace("id: plans.set", "id: plans.diet").replace(
            "measure: rows", "measure: rows\nwhere: {issue: Diet}\nbase: {metric: plans.set}"
        )
    )
    monkeypatch.setenv("KITH_DEFINITIONS", str(tmp_path))
    client = small.client()
    small.plan(client, "2024-05-01", issue="Diet")
    small.plan(client, "2024-05-01", issue="Exercise")
    figure = api.report(system, small.service, YEAR, "service").find("plans.diet")
    assert (figure.value, figure.base) == (1, 2)
