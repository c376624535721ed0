"""What is logged names addresses by their pattern and faults by their places, and no person."""

import io
import logging
import sys

import pytest
from django.conf import settings
from django.test import Client as Browser
from django.urls import reverse

from kith.access.api import roles
from kith.cli.faults import write_fault
from kith.desk.web.views import caseload
from kith.ui.logs import WithoutPersons

SECRETS = ("Zebedee", "Quillfeather", "9434765919", "ZZ1 1ZZ", "debt letters", "07700900123")
ALL = " ".join(SECRETS)


@pytest.fixture
def log():
    """Everything that is logged, as the console would show it."""
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    handler.setFormatter(WithoutPersons())
    loggers = [logging.getLogger(name) for name in (None, "django-q")]
    for each in loggers:
        each.addHandler(handler)
    yield said
    for each in loggers:
        each.removeHandler(handler)


def named(said: str) -> list[str]:
    return [secret for secret in SECRETS if secret in said]


def test_every_handler_writes_without_persons():
    assert {each["formatter"] for each in settings.LOGGING["handlers"].values()} == {"without persons"}
    quiet = [logging.getLogger(name) for name in ("django", "django.request", "django.server")]
    assert [handler for each in quiet for handler in each.handlers] == []


def test_addresses_queries_and_forms_that_name_people_leave_no_name(log, signed_in):
    browser = signed_in(roles.WORKER)
    browser.get(f"/search/{ALL}/", {"q": ALL})
    browser.get("/clients/", {"words": ALL}, headers={"referer": f"https://elsewhere/{ALL}", "user-agent": ALL})
    browser.post(f"/clients/{ALL}", {"note": ALL})
    strict = Browser(enforce_csrf_checks=True)
    strict.post(reverse("account_login"), {"login": ALL, "password": ALL})
    Browser().get("/", headers={"host": "Zebedee.example"})
    assert "404 GET /an address that is not there" in log.getvalue()
    assert "403 POST /account/" in log.getvalue()
    assert named(log.getvalue()) == []


def test_fault_of_a_page_is_told_by_its_places_alone(log, signed_in, monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise ValueError(f"Key (name)=({ALL}) already exists.")

    monkeypatch.setattr(caseload, "render", broken)
    browser = signed_in(roles.WORKER)
    browser.raise_request_exception = False
    assert browser.get(reverse("desk:caseload"), {"words": ALL}).status_code == 500
    assert "ValueError" in log.getvalue()
    assert "test_logs.py" in log.getvalue()
    assert named(log.getvalue()) == []


def test_job_that_fails_is_told_by_its_name_alone(log):
    logging.getLogger("django-q").error(f"Failed 'kith.exchange.run_take' (job) - Key (name)=({ALL})")
    assert "Failed 'kith.exchange.run_take' (job)" in log.getvalue()
    assert named(log.getvalue()) == []


def test_fault_of_a_command_is_told_by_its_places_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("KITH_DATA", str(tmp_path))
    try:
        raise ValueError(ALL)
    except ValueError:
        sentence = write_fault(sys.exc_info()[1])
    assert named(sentence + (tmp_path / "faults.log").read_text()) == []
