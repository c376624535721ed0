"""The rules and parameters a service may review, and its own copies going before the package's."""

import shutil

import pytest

from kith.analytics import disclosure, economics
from kith.analytics.errors import BadNumbers
from kith.kernel import definitions


@pytest.fixture
def own_definitions(tmp_path, monkeypatch):
    shutil.copytree(definitions.PACKAGED, tmp_path / "own", ignore=shutil.ignore_patterns("schemas"))
    monkeypatch.setenv("KITH_DEFINITIONS", str(tmp_path / "own"))
    return tmp_path / "own"


def test_rules_as_shipped():
    shipped = {name: disclosure.rule_named(name) for name in ("nhsd_7_5", "lt5", "lt10")}
    assert {name: (rule.hide_to, rule.round_to) for name, rule in shipped.items()} == {
        "nhsd_7_5": (7, 5),
        "lt5": (4, 1),
        "lt10": (9, 1),
    }


def test_a_service_may_set_a_stricter_rule(own_definitions):
    path = own_definitions / "disclosure.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("hide_to: 7", "hide_to: 9"), encoding="utf-8")
    assert disclosure.protect_cells({"a": 9}, [])["a"].suppressed


def test_a_service_may_set_its_own_unit_value(own_definitions):
    path = own_definitions / "economics" / "values.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("central: 13000", "central: 12000"), encoding="utf-8")
    assert economics.wellby(1).central.amount == 12_000


def test_a_definition_that_breaks_its_schema_is_refused(own_definitions):
    path = own_definitions / "disclosure.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("round_to: 5", "round_to: five"), encoding="utf-8")
    with pytest.raises(definitions.DefinitionWrongError):
        disclosure.protect_cells({"a": 9}, [])


def test_a_rule_that_rounds_people_away_is_refused():
    with pytest.raises(BadNumbers, match="nought"):
        disclosure.Rule("far", "Round to 20", hide_from=1, hide_to=7, round_to=20, source="")
