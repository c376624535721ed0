"""Managers who press the button at the same moment: one draws, the others are told, and nothing is drawn twice."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client as Browser

from kith.access.api import roles
from kith.audit.api import AuditRow, drop_strand, verify
from kith.ripples.actions import sample as drawing
from kith.ripples.models import NoteRead, Proposal, Sample
from tests.desk.test_drawn import SHOWN, notes

__all__ = ["notes"]
pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE, MANY = 120, 4
WAITING = """
    SELECT count(DISTINCT held.pid) FROM pg_locks held JOIN pg_stat_activity USING (pid)
    WHERE NOT granted AND datname = current_database()
"""


class Press:
    """The button, pressed by several at once: none draws before each has looked or waits for one who did."""

    def __init__(self, look):
        self.look, self.looked, self.all_came = look, threading.Semaphore(0), threading.Event()

    def to_draw(self, *which):
        """What there is to draw, kept in hand until all came."""
        seen = self.look(*which)
        self.looked.release()
        assert self.all_came.wait(PATIENCE)
        return seen

    def wait_for_all(self, many):
        """SQLite lets in one at a time and tells of nobody who waits; PostgreSQL tells."""
        looked, until = 0, time.monotonic() + PATIENCE
        assert self.looked.acquire(timeout=PATIENCE)
        looked += 1
        while connection.vendor == "postgresql" and looked + waiting() < many:
            assert time.monotonic() < until
            looked += self.looked.acquire(timeout=0.01)
        self.all_came.set()


def waiting():
    """How many connections wait for another."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        return cursor.fetchone()[0]


def press(user, service):
    """What a manager reads after she pressed."""
    browser = Browser()
    browser.force_login(user)
    try:
        sent = {"key": str(uuid4()), "service": str(service.id), **SHOWN}
        return browser.post("/review/drawn", sent, follow=True).content.decode()
    finally:
        drop_strand()
        connection.close()


def test_one_of_several_draws_and_nothing_is_drawn_twice(service, notes, make_user, monkeypatch):
    button = Press(drawing.to_draw)
    monkeypatch.setattr(drawing, "to_draw", button.to_draw)
    managers = [make_user(roles.SERVICE_MANAGER) for _ in range(MANY)]
    with ThreadPoolExecutor(MANY) as pool:
        pressed = [pool.submit(press, each, service) for each in managers]
        button.wait_for_all(MANY)
        read = [each.result(PATIENCE) for each in pressed]
    assert sum("Drawn: 2 sentences and 1 note" in page for page in read) == 1
    assert sum("The days to draw from are others by now" in page for page in read) == MANY - 1
    drawn = Sample.objects.get()
    assert (drawn.found, drawn.without) == (2, 1)
    for frame in (Proposal.objects.filter(frame=drawn), NoteRead.objects.filter(frame=drawn, found=0)):
        assert sorted(frame.values_list("place", flat=True)) == list(range(1, frame.count() + 1))
    assert AuditRow.objects.filter(verb="drew").count() == 1
    assert verify().faults == ()
