"""Sign-in and passwords, on our pages."""

import re

import pytest
from django.core import mail
from django.core.cache import cache

from kith.access.api import roles

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery staple"
NEW = "seven lamps under water"


@pytest.fixture(autouse=True)
def no_attempts_yet():
    cache.clear()


@pytest.fixture
def user(make_user):
    return make_user(roles.WORKER, name="Alex Marsh", password=PASSWORD)


def text(response):
    return response.content.decode()


def sign_in(client, email, password=PASSWORD, **more):
    return client.post("/account/sign-in/", {"login": email, "password": password, **more})


def test_sign_in_leads_to_the_page_that_was_asked_for(client, user):
    asked = client.get("/account/password/change/")
    assert asked["Location"] == "/account/sign-in/?next=/account/password/change/"
    entered = sign_in(client, user.email.upper(), next="/account/password/change/")
    assert entered["Location"] == "/account/password/change/"


def test_sign_in_leads_to_no_other_site(client, user):
    assert sign_in(client, user.email, next="https://elsewhere.example/")["Location"] == "/"


def test_wrong_password_is_said_in_a_sentence(client, user):
    page = text(sign_in(client, user.email, "wrong"))
    assert "The e-mail address or the password is not right." in page
    assert "<title>Error: Sign in" in page


def test_blank_fields_are_named(client):
    page = text(sign_in(client, "", ""))
    assert "Enter e-mail address." in page
    assert '<a href="#id_password">' in page


def test_unknown_address_reads_like_a_wrong_password(client, user):
    assert "The e-mail address or the password is not right." in text(sign_in(client, "nobody@staff.example"))


def test_account_that_is_switched_off_cannot_sign_in(client, user):
    user.is_active = False
    user.save()
    page = sign_in(client, user.email)
    assert "_auth_user_id" not in client.session
    assert page.status_code == 200 or page["Location"] == "/account/switched-off/"


def test_many_attempts_are_stopped(client, user):
    pages = [sign_in(client, user.email, "wrong") for _ in range(12)]
    assert any("too many attempts" in text(page) for page in pages)


def test_sign_out_needs_a_button_and_says_so(signed_in):
    browser = signed_in()
    assert "Do you want to sign out?" in text(browser.get("/account/sign-out/"))
    assert "You are signed out." in text(browser.post("/account/sign-out/", follow=True))
    assert browser.get("/")["Location"].startswith("/account/sign-in/")


def test_nobody_signs_up(client):
    assert client.get("/account/signup/").status_code == 404


def test_password_is_changed_by_its_owner(signed_in, user, client):
    browser = signed_in(user=user)
    sent = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert "Your password is changed." in text(browser.post("/account/password/change/", sent, follow=True))
    assert sign_in(client, user.email, NEW).status_code == 302


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("wrong", NEW, "This is not your password now."),
        (PASSWORD, "short", "at least 12 characters"),
        (PASSWORD, "password1234", "too common"),
    ],
)
def test_password_that_will_not_do_is_refused(signed_in, user, old, new, sentence):
    sent = {"oldpassword": old, "password1": new, "password2": new}
    assert sentence in text(signed_in(user=user).post("/account/password/change/", sent))


def test_forgotten_password_is_replaced_by_mail(client, user):
    page = client.post("/account/password/forgotten/", {"email": user.email}, follow=True)
    assert "a link is on its way" in text(page)
    letter = mail.outbox[0]
    assert letter.subject == "A new password for Kith"
    link = re.search(r"http://testserver(/\S+)", letter.body)[1]
    form = client.get(link, follow=True)
    address = form.redirect_chain[-1][0]
    done = client.post(address, {"password1": NEW, "password2": NEW}, follow=True)
    assert "Your new password is saved" in text(done)
    assert sign_in(client, user.email, NEW).status_code == 302
    assert "This link does not work any more" in text(client.get(link, follow=True))


def test_forgotten_password_of_an_unknown_address_tells_nothing(client, user):
    page = client.post("/account/password/forgotten/", {"email": "nobody@staff.example"}, follow=True)
    assert "a link is on its way" in text(page)
    assert mail.outbox == []


def test_old_link_is_said_to_be_old(client):
    assert "This link does not work any more" in text(client.get("/account/password/forgotten/new/abc-def/"))


def test_account_without_a_password_is_given_one(signed_in, client):
    browser = signed_in()
    page = browser.get("/account/password/change/", follow=True)
    assert "Choose a password" in text(page)
    sent = {"password1": NEW, "password2": NEW}
    assert "Your password is saved." in text(browser.post("/account/password/set/", sent, follow=True))
    assert sign_in(client, browser.user.email, NEW).status_code == 302


def test_forgotten_password_without_a_mail_server_says_whom_to_ask(client, settings):
    page = text(client.get("/account/password/forgotten/"))
    assert "Ask the administrator of your service for a new password." in page
    assert "Send the link" not in page
    settings.KITH_SENDS_MAIL = True
    assert "Send the link" in text(client.get("/account/password/forgotten/"))


def test_mail_that_cannot_be_sent_is_said_so(client, user, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    response = client.post("/account/password/forgotten/", {"email": user.email})
    assert response.status_code == 400
    assert "The mail could not be sent." in text(response)
