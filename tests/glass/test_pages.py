"""The pages: opening, reading, being told, questioning, and who reaches which."""

from uuid import uuid4

import pytest
from django.urls import reverse

from kith.audit.models import AuditRow
from kith.glass.models import Glass
from tests.factories.history import with_a_past
from tests.glass.conftest import REASON, REFERENCE


def text(response):
    return response.content.decode()


def send(browser, address, **given):
    return browser.post(address, {"key": str(uuid4()), **given}, follow=True)


@pytest.fixture
def ask(numbered):
    def asked(browser, number=REFERENCE, reason=REASON):
        return send(browser, reverse("glass:ask"), service=str(numbered.service_id), number=number, reason=reason)

    return asked


def test_page_says_before_what_it_is_for_who_is_told_and_when_it_ends(at_desk, numbered, on_day):
    on_day("2026-03-02", "09:30")
    page = text(at_desk("other worker").get(reverse("glass:ask")))
    for words in ("may come to harm", "is told at once", "after 8 hours: at 17:30 on 2 Mar", "change nothing"):
        assert words in page


def test_record_is_opened_read_and_closed(at_desk, around, ask):
    with_a_past(around["own worker"], around.client)
    browser = at_desk("other worker")
    look = ask(browser)
    assert "The record is open." in text(look)
    glass = Glass.objects.get()
    record = reverse("desk:opened_record", args=[glass.id])
    page = text(browser.get(record))
    for words in ("Zoë Walker", "Opened in an emergency", "Met at the library", "Close it now"):
        assert words in page
    assert f"/clients/{around.client.id}" not in page
    assert "Zoë" not in text(look) + text(browser.get(reverse("glass:looks")))
    closed = send(browser, reverse("glass:look", args=[glass.id]), do="close")
    assert "The record is closed." in text(closed)
    assert "has ended" in text(browser.get(record))


def test_each_page_read_is_in_the_trail_under_the_look(at_desk, open_glass, numbered):
    glass = open_glass()
    browser = at_desk("other worker")
    for _ in range(2):
        browser.get(reverse("desk:opened_record", args=[glass.id]))
    rows = AuditRow.objects.filter(verb="looked_in")
    assert [(row.record_type, row.record_ids, row.fields) for row in rows] == [
        ("glass", [str(glass.id), str(numbered.id)], ["1"])
    ] * 2
    assert not AuditRow.objects.filter(verb="viewed", actor_id=glass.by_id, client_id=numbered.id).exists()


def test_page_left_open_is_asked_for_again_when_the_look_ends(at_desk, open_glass, on_day):
    on_day("2026-03-02", "09:30")
    glass = open_glass()
    on_day("2026-03-02", "17:29")
    browser, record = at_desk("other worker"), reverse("desk:opened_record", args=[glass.id])
    assert browser.get(record)["Refresh"] == "60"
    on_day("2026-03-02", "17:30")
    ended = browser.get(record)
    assert ended.status_code == 409
    assert "Zoë" not in text(ended)


def test_number_nobody_has_and_one_out_of_sight_read_alike(at_desk, ask, numbered):
    browser = at_desk("other worker")
    first, second = text(ask(browser, "NT-9999")), text(ask(browser, "Walker"))
    assert "No record of this service has exactly this number." in first
    assert "No record of this service has exactly this number." in second
    assert REASON in first
    assert not Glass.objects.exists()


def test_form_sent_twice_opens_and_counts_once(at_desk, numbered):
    browser, key = at_desk("other worker"), str(uuid4())
    for _ in range(2):
        browser.post(
            reverse("glass:ask"),
            {"key": key, "service": str(numbered.service_id), "number": REFERENCE, "reason": REASON},
        )
    assert Glass.objects.count() == 1


@pytest.mark.parametrize(
    ("stance", "notices"), [("manager", True), ("leader of the team", False), ("other worker", False)]
)
def test_manager_is_told_on_every_page_until_it_is_marked_as_seen(stance, notices, at_desk, open_glass):
    glass = open_glass()
    browser = at_desk(stance)
    words = "was opened in an emergency. Look who, and why."
    assert (words in text(browser.get("/help/"))) == notices
    if notices:
        send(browser, reverse("glass:look", args=[glass.id]), do="seen")
        assert words not in text(browser.get("/help/"))


def test_manager_sees_who_looked_why_when_and_what_pages(at_desk, open_glass, around):
    glass = open_glass()
    at_desk("other worker").get(reverse("desk:opened_record", args=[glass.id]))
    manager = at_desk("manager")
    listed = text(manager.get(reverse("glass:looks")))
    look = text(manager.get(reverse("glass:look", args=[glass.id])))
    for words in ("Zoë Walker", around["other worker"].actor.name, "health trainer", REASON, "Open until"):
        assert words in listed
        assert words in look
    assert "Page 1 of the record" in look
    assert "Read the record" not in look


def test_manager_asks_and_whoever_looked_answers(at_desk, open_glass):
    address = reverse("glass:look", args=[open_glass().id])
    manager, worker = at_desk("manager"), at_desk("other worker")
    send(manager, address, do="question", words="Did you reach her brother?")
    page = text(worker.get(address))
    assert "Did you reach her brother?" in page
    assert "Your answer" in page
    send(worker, address, do="answer", words="Yes, he came at once.")
    assert "Yes, he came at once." in text(manager.get(address))
    assert "Look who, and why." in text(manager.get("/help/"))
    assert send(worker, address, do="answer", words="And again.").status_code == 409
    assert send(worker, address, do="seen").status_code == 403


def test_who_saw_tells_of_the_emergency(at_desk, open_glass, numbered):
    glass = open_glass()
    at_desk("other worker").get(reverse("desk:opened_record", args=[glass.id]))
    page = text(at_desk("leader of the team").get(reverse("desk:who_saw", args=[numbered.id])))
    assert "Opened the record in an emergency" in page
    assert "Read the record in an emergency" in page
    assert reverse("glass:look", args=[glass.id]) in page


def test_manager_sees_who_asked_for_what_is_not_there_and_not_for_what(at_desk, ask, around):
    ask(at_desk("other worker"), "NT-9999")
    page = text(at_desk("manager").get(reverse("glass:looks")))
    assert "Asked for, and not there" in page
    assert around["other worker"].actor.name in page
    assert "NT-9999" not in page
    assert "Asked for, and not there" not in text(at_desk("leader of the team").get(reverse("glass:looks")))


@pytest.mark.parametrize("do", ["question", "nothing", ""])
def test_form_without_words_or_deed_changes_nothing(do, at_desk, open_glass):
    glass = open_glass()
    assert send(at_desk("manager"), reverse("glass:look", args=[glass.id]), do=do, words=" ").status_code == 409
    assert not glass.said.exists()


def test_question_that_is_too_long_is_refused_in_words(at_desk, open_glass):
    glass = open_glass()
    sent = send(at_desk("manager"), reverse("glass:look", args=[glass.id]), do="question", words="x" * 2001)
    assert "2000 characters or fewer" in text(sent)


SEES = {"looks": "all", "ask": "all", "look": {"other worker", "leader of the team", "manager"}}
ENTERS = {
    "own worker", "other worker", "leader of the team", "leader of another team", "manager",
    "manager of another service",
}  # fmt: skip
OUTSIDE = {"evaluator", "commissioner", "administrator"}


@pytest.mark.parametrize("stance", sorted(ENTERS | OUTSIDE))
@pytest.mark.parametrize("name", SEES)
def test_page_opens_only_to_those_it_is_for(name, stance, at_desk, open_glass):
    glass = open_glass()
    address = reverse(f"glass:{name}", args=[glass.id] if name == "look" else [])
    allowed = SEES[name] == "all" or stance in SEES[name]
    expected = 403 if stance in OUTSIDE else 200 if allowed else 404
    assert at_desk(stance).get(address).status_code == expected
