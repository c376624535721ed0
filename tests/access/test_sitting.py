"""How long a sitting lasts, and how seldom that is written down."""

import datetime as dt

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.access.actions.drafts import forget_old, keep_draft
from kith.access.api import once, viewer_of
from kith.access.models import Draft, UsedKey
from kith.kernel.ids import new_id

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.access.pages")]


def writes(browser, path="/help/", **headers):
    with CaptureQueriesContext(connection) as asked:
        browser.get(path, **headers)
    return [each["sql"] for each in asked if "UPDATE" in each["sql"] and "django_session" in each["sql"]]


def signed_in_at(signed_in, on_day, at):
    on_day("2025-03-31", at)
    return signed_in()


def test_sitting_is_written_down_at_most_once_a_minute(signed_in, on_day):
    browser = signed_in_at(signed_in, on_day, "12:00")
    browser.get("/help/")
    assert writes(browser) == []
    on_day("2025-03-31", "12:02")
    assert len(writes(browser)) == 1
    assert writes(browser) == []


def test_page_that_asks_by_itself_lengthens_nothing(signed_in, on_day):
    browser = signed_in_at(signed_in, on_day, "12:00")
    browser.get("/help/")
    on_day("2025-03-31", "12:30")
    assert writes(browser, headers={"X-Kith-Poll": "1"}) == []


def test_sitting_lasts_as_long_as_the_setting_says_after_the_last_click(signed_in, on_day):
    browser = signed_in_at(signed_in, on_day, "12:00")
    browser.get("/help/")
    on_day("2025-03-31", "12:44")
    assert browser.get("/saved/").status_code == 200
    on_day("2025-03-31", "13:28")
    assert browser.get("/saved/").status_code == 200
    on_day("2025-03-31", "14:20")
    assert browser.get("/saved/").status_code == 302


def test_click_on_stay_lengthens_the_sitting(signed_in, on_day):
    browser = signed_in_at(signed_in, on_day, "12:00")
    on_day("2025-03-31", "12:40")
    assert browser.post("/access/sitting/stay/").status_code == 204
    on_day("2025-03-31", "13:20")
    assert browser.post("/access/sitting/stay/").status_code == 204
    on_day("2025-03-31", "14:20")
    assert browser.post("/access/sitting/stay/").status_code == 401


def test_end_of_the_sitting_holds_on_the_server(signed_in):
    browser = signed_in()
    cookie = browser.cookies[settings.SESSION_COOKIE_NAME].value
    assert browser.post("/access/sitting/end/").status_code == 204
    browser.cookies[settings.SESSION_COOKIE_NAME] = cookie
    assert browser.get("/saved/").status_code == 302


def test_visitor_is_given_no_sitting(client):
    client.get("/help/")
    assert settings.SESSION_COOKIE_NAME not in client.cookies


def test_old_drafts_and_keys_are_thrown_away(signed_in, on_day):
    on_day("2025-03-01")
    user = signed_in().user
    keep_draft(user_id=user.id, form="old", typed={"note": ["x"]})
    once(viewer_of(user), new_id(), lambda: "/")
    day = dt.date(2025, 3, 1)
    on_day(str(day + dt.timedelta(days=6)))
    forget_old()
    assert Draft.objects.count() == 1
    on_day(str(day + dt.timedelta(days=8)))
    forget_old()
    assert not Draft.objects.exists()
    assert UsedKey.objects.exists()
    on_day(str(day + dt.timedelta(days=31)))
    forget_old()
    assert not UsedKey.objects.exists()
