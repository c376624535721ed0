"""Which server sends Kith's mails."""

import pytest

from kith.config import environment
from kith.kernel.errors import WrongSettingError


@pytest.fixture
def mail(monkeypatch):
    def read(server, sender="kith@example.org", is_demo=False):
        monkeypatch.setenv("KITH_MAIL_SERVER", server)
        monkeypatch.setenv("KITH_MAIL_FROM", sender)
        return environment.mail(is_demo=is_demo)

    return read


def test_server_elsewhere_is_spoken_to_on_an_encrypted_line(mail):
    read = mail("smtp://kith:p%40ss@mail.example.org")
    assert (read["EMAIL_HOST"], read["EMAIL_PORT"], read["EMAIL_USE_TLS"]) == ("mail.example.org", 587, True)
    assert read["EMAIL_HOST_PASSWORD"] == "p@ss"
    assert read["DEFAULT_FROM_EMAIL"] == "kith@example.org"


def test_line_may_be_encrypted_from_the_start(mail):
    read = mail("smtps://mail.example.org")
    assert (read["EMAIL_PORT"], read["EMAIL_USE_SSL"], read["EMAIL_USE_TLS"]) == (465, True, False)


def test_server_on_the_same_machine_needs_no_encryption(mail):
    assert (mail("smtp://localhost")["EMAIL_PORT"], mail("smtp://localhost")["EMAIL_USE_TLS"]) == (25, False)


def test_without_a_server_no_mail_leaves(mail):
    assert mail("")["EMAIL_BACKEND"].endswith("dummy.EmailBackend")
    assert mail("", is_demo=True)["EMAIL_BACKEND"].endswith("console.EmailBackend")


@pytest.mark.parametrize("server", ["mail.example.org", "https://mail.example.org", "smtp://", "smtp://host:port"])
def test_wrong_server_is_said_in_a_sentence_without_its_password(mail, server):
    with pytest.raises(WrongSettingError, match="KITH_MAIL_SERVER"):
        mail(server)


def test_server_without_a_sender_is_refused(mail):
    with pytest.raises(WrongSettingError, match="KITH_MAIL_FROM"):
        mail("smtp://mail.example.org", sender="")
