"""Managers are told by mail, which names nobody."""

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
