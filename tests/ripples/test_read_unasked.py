"""Notes are read without anybody asking: after an import, after figures are counted again, and every hour."""

import pytest
from django.db import transaction
from django_q.models import OrmQ, Schedule

from kith.ripples.actions.notes import unasked
from kith.ripples.api import read_notes_regularly, read_notes_soon
from kith.ripples.models import Proposal
from tests.ripples import reviewing as r

pytestmark = pytest.mark.django_db


def waiting():
    """Which jobs wait, and with what."""
    return [(each.task["func"], each.task["args"]) for each in OrmQ.objects.all()]


def test_reading_soon_waits_as_a_job_and_fails_with_the_callers_transaction(service):
    read_notes_soon(service.id)
    assert waiting() == [(unasked.READ_ONE, (str(service.id),))]
    with pytest.raises(RuntimeError), transaction.atomic():
        read_notes_soon(service.id)
        raise RuntimeError
    assert len(waiting()) == 1


def test_hourly_reading_is_there_once(db):
    read_notes_regularly()
    read_notes_regularly()
    assert list(Schedule.objects.values_list("func", "schedule_type")) == [(unasked.READ_ALL, Schedule.HOURLY)]


@pytest.mark.parametrize("job", ["one", "all"])
def test_job_reads_what_was_written_since(worker, client, service, other_service, job):
    r.say(worker, client)
    r.note(worker, client)
    for _ in range(2):
        unasked.read_notes_of(str(service.id)) if job == "one" else unasked.read_all_notes()
    assert Proposal.objects.count() == 1
