"""Guessing is stopped, in every server process at once, and the answer tells nobody who has an account."""

import re
import subprocess
import sys

import pytest

from kith.access.actions.attempts import begin_attempt
from kith.access.api import roles
from kith.access.models import Attempts
from kith.audit.models import AuditRow

PASSWORD = "correct horse battery staple"


@pytest.fixture
def user(make_user):
    return make_user(roles.WORKER, name="Alex Marsh", password=PASSWORD)


def attempt(client, email, password="wrong"):
    page = client.post("/account/sign-in/", {"login": email, "password": password}).content.decode()
    return re.search(r"nhsuk-error-summary.*?</div>", page, re.DOTALL)[0] if "There is a problem" in page else ""


@pytest.mark.django_db
def test_sixth_attempt_is_refused_until_a_time_it_names(client, user, on_day):
    on_day("2026-03-02", "10:00")
    for _ in range(5):
        assert "is not right" in attempt(client, user.email)
    assert "Try again at 10:16" in attempt(client, user.email, PASSWORD)
    on_day("2026-03-02", "10:14")
    assert "Try again at 10:16" in attempt(client, user.email, PASSWORD)
    on_day("2026-03-02", "10:16")
    assert attempt(client, user.email, PASSWORD) == ""
    assert not Attempts.objects.exists()


@pytest.mark.django_db
def test_address_without_an_account_is_answered_alike(client, user, on_day):
    on_day("2026-03-02", "10:00")
    known = [attempt(client, user.email) for _ in range(7)]
    unknown = [attempt(client, "nobody@staff.example") for _ in range(7)]
    assert known == unknown


@pytest.mark.django_db
def test_lock_out_is_written_down_without_the_address(client, user, on_day):
    on_day("2026-03-02", "10:00")
    for _ in range(7):
        attempt(client, user.email)
    rows = AuditRow.objects.filter(verb="stopped", record_type="attempts")
    assert [row.record_ids for row in rows] == [[str(user.id)]]
    assert user.email not in str(list(Attempts.objects.values()))


@pytest.mark.django_db
def test_administrator_sees_a_lock_out_and_ends_it(client, user, signed_in, on_day):
    on_day("2026-03-02", "10:00")
    for _ in range(6):
        attempt(client, user.email)
    administrator = signed_in(roles.ADMINISTRATOR)
    assert "Locked until 10:15" in administrator.get("/access/people/").content.decode()
    administrator.post(f"/access/people/{user.id}/sign-in/", {"do": "allow"})
    assert AuditRow.objects.filter(verb="allowed", record_type="attempts", actor_id=administrator.user.id).exists()
    assert attempt(client, user.email, PASSWORD) == ""


@pytest.mark.django_db
def test_manager_sees_a_lock_out_and_cannot_end_it(user, signed_in):
    manager = signed_in(roles.SERVICE_MANAGER)
    assert manager.get(f"/access/people/{user.id}/sign-in/").status_code == 403


IN_ANOTHER_PROCESS = """
import django; django.setup()
from django.conf import settings
from django.db import connections
connections["default"].settings_dict["NAME"] = {name!r}
from kith.access.actions.attempts import begin_attempt
from django.core.cache import cache
for _ in range(3): begin_attempt("a.marsh@staff.example")
cache.set("counted", cache.get("counted", 0) + 3, 60)
"""


@pytest.mark.django_db(transaction=True)
def test_two_processes_count_together():
    from django.core.cache import cache
    from django.db import connection

    cache.set("counted", 1, 60)
    script = IN_ANOTHER_PROCESS.format(name=str(connection.settings_dict["NAME"]))
    for _ in range(2):
        subprocess.run([sys.executable, "-c", script], check=True)
    assert begin_attempt("A.Marsh@staff.example") is not None
    assert cache.get("counted") == 7
