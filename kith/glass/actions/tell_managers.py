"""Tells those in charge of a service by mail that one of its records was opened in an emergency."""

from uuid import UUID

from django.conf import settings
from django.core.mail import send_mass_mail
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.access.api import emails_in_charge, system_viewer
from kith.audit.api import Deed, record
from kith.glass.models import Glass
from kith.rows.api import every_row


@every_row(because="a job finds the managers of the service whose record was opened")
def tell_managers(glass_id: str) -> int:
    """A job, done again if it fails. How many were told: none where no mail server is named. Names nobody."""
    glass = Glass.objects.get(id=UUID(glass_id))
    if not settings.KITH_SENDS_MAIL and settings.EMAIL_BACKEND.endswith("dummy.EmailBackend"):
        return 0
    letters = [(_subject(), _words(), None, [address]) for address in emails_in_charge(glass.service_id)]
    if not letters:
        return 0
    with transaction.atomic():
        deed = Deed("told", "glass", [glass.id], (), glass.client_id, glass.service_id)
        record(actor=system_viewer().actor, deed=deed)
        return send_mass_mail(letters)


def _subject() -> str:
    return _("Kith: a record of your service was opened in an emergency")


def _words() -> str:
    """The address is that of the list, which is the same for everybody and says nothing of anybody."""
    return "\n\n".join(
        [
            _("Somebody opened one record of your service that is outside what they usually see."),
            _(
                "Sign in to Kith to see who it was, whose record, why, and what was read, and to say that you have "
                "seen it. If it should not be, you can close it there at once."
            ),
            *([settings.KITH_ADDRESS + reverse("glass:looks")] if settings.KITH_ADDRESS else []),
            _("This mail names nobody, because mail can be read on its way."),
        ]
    )
