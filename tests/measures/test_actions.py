"""Readings are taken, corrected with a reason, or noted as missed, within scope."""

import datetime as dt
from decimal import Decimal

import pytest

from kith.audit.api import rows_of_client
from kith.kernel.errors import NotAllowedError, NotFoundError, NotPossibleError, StaleError
from kith.measures.api import (
    WrongReadingError,
    correct_reading,
    missed_readings_visible_to,
    note_missed_reading,
    reading_for,
    readings_visible_to,
    take_reading,
    user_may_take_reading,
)
from kith.people.api import amended_in_service
from tests.factories.clients import STANCES

MAY = {"own worker", "leader of the team", "manager", "system"}
DAY = dt.date(2024, 7, 1)


@pytest.fixture
def reading(worker, client):
    return take_reading(
        viewer=worker, client=client, measure="bmi", stage="baseline", taken_on=DAY, value=Decimal("37.2")
    )


@pytest.mark.parametrize("stance", STANCES)
def test_reading_may_be_taken_and_seen_as_the_table_says(stance, around, client, reading):
    note_missed_reading(viewer=around["own worker"], client=client, measure="bmi", reason="declined")
    assert user_may_take_reading(around[stance], client) == (stance in MAY)
    assert readings_visible_to(around[stance]).exists() == (stance in MAY)
    assert missed_readings_visible_to(around[stance]).exists() == (stance in MAY)
    if stance not in MAY:
        with pytest.raises(NotFoundError):
            reading_for(around[stance], reading.id)
        with pytest.raises(NotAllowedError):
            note_missed_reading(viewer=around[stance], client=client, measure="bmi", reason="declined")


def test_reading_is_kept_in_thousandths_and_on_the_trail(reading, client):
    assert reading.value_thousandths == 37_200
    assert rows_of_client(client.id)[0].record_type == "reading"


def test_reading_out_of_range_at_an_unknown_stage_or_in_the_future_is_refused(worker, client):
    usual = {"measure": "bmi", "stage": "baseline", "taken_on": DAY, "value": Decimal("37.2")}
    for wrong, error in (
        ({"value": Decimal("8")}, WrongReadingError),
        ({"stage": "someday"}, NotPossibleError),
        ({"taken_on": dt.date(2999, 1, 1)}, NotPossibleError),
    ):
        with pytest.raises(error):
            take_reading(viewer=worker, client=client, **{**usual, **wrong})
    assert not readings_visible_to(worker).exists()


def test_correcting_a_reading_keeps_the_reason_and_stops_a_second_hand(worker, reading):
    given = {"stage": "baseline", "taken_on": DAY, "value": Decimal("27.2"), "version": 1, "reason": "Mistyped"}
    correct_reading(viewer=worker, reading=reading, **given)
    assert reading.value_thousandths == 27_200
    assert amended_in_service(reading.client.service_id, "reading") == {reading.id: {"value_thousandths"}}
    with pytest.raises(StaleError):
        correct_reading(viewer=worker, reading=reading, **given)


def test_missed_reading_has_one_of_three_reasons(worker, client):
    with pytest.raises(NotPossibleError):
        note_missed_reading(viewer=worker, client=client, measure="bmi", reason="forgot")
