"""While a store is filled others may write, and the store does not see it."""

import threading

import pytest
from django.db import connection

from kith.access.models import Organisation, Service
from kith.kernel.days import Period
from kith.reporting import api
from kith.reporting.store.snapshot import one_moment
from tests.reporting.conftest import YEAR, SmallService


@pytest.fixture
def small(transactional_db):
    """A small service whose records other connections see."""
    organisation = Organisation.objects.create(name="Fernleigh Community Trust")
    return SmallService(Service.objects.create(organisation=organisation, name="Fernleigh Health Trainers"))


def elsewhere(do):
    """Do a thing on another connection, and wait for it."""
    failed = []

    def run():
        try:
            do()
        except Exception as error:  # noqa: BLE001  handed to the test
            failed.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert failed == []


def test_write_during_a_long_read_succeeds_and_is_not_seen(small):
    from kith.people.models import Client

    small.client("2024-05-01")
    with one_moment():
        assert Client.objects.count() == 1
        elsewhere(lambda: small.client("2024-05-01"))
        assert Client.objects.count() == 1
    assert Client.objects.count() == 2


def test_write_after_a_failed_read_succeeds(small):
    with pytest.raises(ZeroDivisionError), one_moment():
        raise ZeroDivisionError
    small.client("2024-05-01")


def test_figures_are_made_outside_any_transaction(small, system):
    small.client("2024-05-01")
    api.refresh(system, small.service)
    period = Period(YEAR.first, YEAR.last)
    assert api.report(system, small.service, period, "service").find("people.clients").value == 1
