"""A stolen password is not enough: apps, recovery codes, and what happens without one."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp

from kith.access.actions.second_step import reset_second_step
from kith.access.api import roles
from kith.audit.models import AuditRow
from kith.kernel.errors import NotAllowedError, NotPossibleError

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery staple"


@pytest.fixture(autouse=True)
def second_step_is_asked_for(settings):
    settings.KITH_NO_SECOND_STEP_BECAUSE = ""


@pytest.fixture
def user(make_user):
    return make_user(roles.WORKER, name="Alex Marsh", password=PASSWORD)


def code_of(secret):
    return totp.format_hotp_value(totp.hotp_value(secret, next(iter(totp.yield_hotp_counters_from_time()))))


@pytest.fixture
def secret(user):
    made = totp.generate_totp_secret()
    totp.TOTP.activate(user, made)
    RecoveryCodes.activate(user)
    return made


def text(response):
    return response.content.decode()


def sign_in(client, user, password=PASSWORD):
    return client.post("/account/sign-in/", {"login": user.email, "password": password}, follow=True)


def test_password_of_an_account_with_an_app_opens_nothing(client, user, secret):
    assert "One more step" in text(sign_in(client, user))
    assert "_auth_user_id" not in client.session
    assert client.get("/")["Location"].startswith("/account/sign-in/")


def test_code_of_the_app_signs_in_once(client, user, secret):
    code = code_of(secret)
    sign_in(client, user)
    assert client.post("/account/second-step/code/", {"code": code})["Location"] == "/"
    client.post("/account/sign-out/")
    sign_in(client, user)
    assert "This code is not right." in text(client.post("/account/second-step/code/", {"code": code}))


def test_recovery_code_signs_in_once(client, user, secret):
    code = Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()[0]
    sign_in(client, user)
    assert client.post("/account/second-step/code/", {"code": code})["Location"] == "/"
    client.post("/account/sign-out/")
    sign_in(client, user)
    assert "This code is not right." in text(client.post("/account/second-step/code/", {"code": code}))


@pytest.mark.parametrize("role", roles.ROLES)
def test_everybody_without_a_second_step_is_led_to_set_one_up(signed_in, role):
    browser = signed_in(role)
    for page in ("/", "/report/", "/access/people/"):
        assert browser.get(page)["Location"] == "/account/second-step/"
        assert browser.post(page)["Location"] == "/account/second-step/"
    assert "A password alone is not enough" in text(browser.get("/account/second-step/"))
    assert browser.get("/help/").status_code == 200


def test_app_is_set_up_by_its_picture_or_its_key_and_gives_recovery_codes(
    client, user, django_capture_on_commit_callbacks
):
    sign_in(client, user)
    confirm = client.get("/account/second-step/app/")["Location"]
    client.post(confirm, {"password": PASSWORD})
    page = text(client.get("/account/second-step/app/"))
    assert 'role="img" aria-labelledby="qr-title"' in page
    key = re.search(r'kith-key">([A-Z2-7 ]+)<', page)[1].replace(" ", "")
    wrong = client.post("/account/second-step/app/", {"code": "000000"})
    assert "This code is not right." in text(wrong)
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post("/account/second-step/app/", {"code": code_of(key)}, follow=True)
    assert len(re.findall(r"<li><code>\d+</code>", text(done))) == 10
    assert client.get("/").status_code == 302
    assert client.get("/")["Location"] != "/account/second-step/"
    rows = AuditRow.objects.filter(record_type="second_step")
    assert {(row.verb, *row.record_ids) for row in rows} == {("set_up", str(user.id))}


def test_secrets_are_not_readable_in_the_database(user, secret):
    held = {each.type: str(each.data) for each in Authenticator.objects.filter(user=user)}
    assert secret not in held["totp"]
    assert held["totp"].count("gAAAA") == 1
    assert held["recovery_codes"].count("gAAAA") == 1


def test_wrong_codes_lock_the_account_out(client, user, secret):
    sign_in(client, user)
    for _ in range(5):
        client.post("/account/second-step/code/", {"code": "000000"})
    page = text(client.post("/account/second-step/code/", {"code": code_of(secret)}))
    assert "Try again at" in page
    client.cookies.clear()
    assert "Try again at" in text(sign_in(client, user))


def test_right_password_does_not_wipe_out_wrong_codes(client, user, secret):
    for _ in range(3):
        sign_in(client, user)
        page = text(client.post("/account/second-step/code/", {"code": "000000"}))
        page += text(client.post("/account/second-step/code/", {"code": "000000"}))
        client.cookies.clear()
    assert "Try again at" in text(sign_in(client, user)) + page


@pytest.mark.parametrize("role", roles.ROLES)
def test_only_an_administrator_takes_away_the_second_step_of_another(make_viewer, user, secret, role):
    viewer = make_viewer(role)
    if role != roles.ADMINISTRATOR:
        with pytest.raises(NotAllowedError):
            reset_second_step(viewer=viewer, user=user)
        assert Authenticator.objects.filter(user=user).count() == 2
        return
    reset_second_step(viewer=viewer, user=user)
    assert not Authenticator.objects.filter(user=user).exists()
    row = AuditRow.objects.get(verb="reset", record_type="second_step")
    assert row.record_ids == [str(user.id)]
    with pytest.raises(NotPossibleError):
        reset_second_step(viewer=viewer, user=user)


def test_administrator_of_another_organisation_takes_nothing_away(make_viewer, user, secret, other_service):
    with pytest.raises(NotAllowedError):
        reset_second_step(viewer=make_viewer(roles.ADMINISTRATOR, service=other_service), user=user)


def test_taking_the_second_step_away_ends_every_sitting(client, user, secret, signed_in, mailoutbox):
    sign_in(client, user)
    client.post("/account/second-step/code/", {"code": code_of(secret)})
    assert client.get("/").status_code == 302
    administrator = signed_in(roles.ADMINISTRATOR)
    totp.TOTP.activate(administrator.user, totp.generate_totp_secret())
    page = administrator.get(f"/access/people/{user.id}/sign-in/")
    assert "Take away the second step" in text(page)
    done = administrator.post(f"/access/people/{user.id}/sign-in/", {"do": "reset"}, follow=True)
    assert "The second step is taken away." in text(done)
    assert client.get("/")["Location"].startswith("/account/sign-in/")
    assert [letter.to for letter in mailoutbox] == [[user.email]]
    assert "Your second step for Kith was taken away" in mailoutbox[0].subject


def test_reason_for_going_without_is_shown_to_those_in_charge(signed_in, settings):
    settings.KITH_NO_SECOND_STEP_BECAUSE = "the gateway asks for a smartcard"
    for role in (roles.SERVICE_MANAGER, roles.ADMINISTRATOR):
        assert "the gateway asks for a smartcard" in text(signed_in(role).get("/access/people/"))
