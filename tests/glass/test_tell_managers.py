"""Managers are told by mail, which names nobody."""

import re
from urllib.parse import urlsplit

import pytest

from kith.access.api import roles
from kith.access.models import Membership, User
from kith.audit.models import AuditRow
from kith.glass.actions.tell_managers import tell_managers
from kith.kernel.days import now
from tests.glass.conftest import REASON, REFERENCE


@pytest.fixture
def sends_mail(settings):
    settings.KITH_SENDS_MAIL = True


def address_of(viewer):
    return User.objects.get(id=viewer.actor.id).email


def test_every_manager_of_the_service_gets_a_mail_that_names_nobody(sends_mail, around, open_glass, mailoutbox):
    glass = open_glass()
    assert tell_managers(str(glass.id)) == 1
    [letter] = mailoutbox
    assert letter.to == [address_of(around["manager"])]
    said = letter.subject + letter.body
    for hidden in ("Zoë", "Walker", REFERENCE, REASON, glass.by_name, str(glass.id)):
        assert hidden not in said
    assert AuditRow.objects.get(verb="told").record_ids == [str(glass.id)]


def test_mail_leads_to_the_list_of_looks_and_says_nothing_of_anybody(
    sends_mail, settings, around, signed_in, open_glass, mailoutbox
):
    settings.KITH_ADDRESS = "https://kith.example.org"
    glass = open_glass()
    tell_managers(str(glass.id))
    [link] = re.findall(r"https?://\S+", mailoutbox[0].body)
    assert link == "https://kith.example.org/emergency/"
    manager = signed_in(user=User.objects.get(id=around["manager"].actor.id))
    page = manager.get(urlsplit(link).path)
    assert f"/emergency/{glass.id}" in page.content.decode()


def test_mail_carries_no_link_where_nobody_said_where_kith_is(sends_mail, settings, open_glass, mailoutbox):
    settings.KITH_ADDRESS = ""
    tell_managers(str(open_glass().id))
    assert "://" not in mailoutbox[0].body
    assert "/emergency" not in mailoutbox[0].body


def test_administrators_are_told_where_there_is_no_manager(sends_mail, around, open_glass, mailoutbox):
    glass = open_glass()
    Membership.objects.filter(role=roles.SERVICE_MANAGER, service=glass.service).update(ended_at=now())
    tell_managers(str(glass.id))
    assert [letter.to for letter in mailoutbox] == [[address_of(around["administrator"])]]


def test_deployment_without_mail_tells_on_its_pages_alone(settings, open_glass):
    settings.KITH_SENDS_MAIL = False
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    assert tell_managers(str(open_glass().id)) == 0
    assert not AuditRow.objects.filter(verb="told").exists()
