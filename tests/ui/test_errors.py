"""Errors become pages of plain sentences."""

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.ui.pages")]


@pytest.mark.parametrize(
    ("kind", "status", "words"),
    [
        ("not_found", 404, "There is no such client among those you work with."),
        ("not_allowed", 403, "Only the service&#39;s manager may bring in a file."),
        ("not_possible", 409, "This plan is closed."),
        ("stale", 409, "Ana Brook changed this visit at 14:02."),
        ("other", 400, "The file is empty."),
        ("denied", 403, "Your role does not open this page."),
        ("suspicious", 400, "Kith could not read what your browser sent."),
    ],
)
def test_error_becomes_a_page_with_its_sentence(client, kind, status, words):
    response = client.get(f"/fail/{kind}/")
    assert response.status_code == status
    assert words in response.content.decode()
    assert "secret detail" not in response.content.decode()
    assert "Go to the first page" in response.content.decode()


def test_error_of_a_sent_form_shows_the_way_back(client):
    assert '<a href="/fail/stale/">Go back to the page</a>' in client.post("/fail/stale/").content.decode()


def test_fault_of_ours_tells_nothing_and_asks_nothing_of_the_database():
    response = Client(raise_request_exception=False).get("/fail/fault/")
    assert response.status_code == 500
    assert "The fault is ours" in response.content.decode()
    assert "secret detail" not in response.content.decode()


def test_address_without_a_page_is_said_to_be_so(client):
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()


def test_too_much_text_is_said_to_be_too_much(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    response = client.post("/take/", "x=" + "y" * 100, "application/x-www-form-urlencoded")
    assert response.status_code == 413
    assert "This is too large" in response.content.decode()


def test_too_many_fields_are_said_to_be_too_many(client, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 3
    assert client.post("/take/", {str(n): "x" for n in range(9)}).status_code == 413


def test_form_without_a_token_is_refused():
    response = Client(enforce_csrf_checks=True).post("/take/", {"x": "y"})
    assert response.status_code == 403
    assert "The form was too old to be taken" in response.content.decode()


@pytest.mark.parametrize("page", ["/nowhere/", "/fail/stale/", "/help/"])
def test_page_is_not_kept_by_the_browser(client, page):
    assert client.get(page)["Cache-Control"] == "no-store"


def test_page_holds_no_script_and_no_style_of_its_own(client):
    html = client.get("/help/").content.decode()
    assert "<style" not in html
    assert " style=" not in html
    assert "<script>" not in html
    assert "'unsafe-inline'" not in client.get("/help/")["Content-Security-Policy"]
