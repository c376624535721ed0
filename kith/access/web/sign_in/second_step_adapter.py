"""How the sign-in library's second step behaves here."""

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from qrcode.main import QRCode

from kith.access.domain.fernet_key import fernet_key
from kith.access.queries import steps_held

QUIET = 4  # modules of white around the code, which readers need


class SecondStepAdapter(DefaultMFAAdapter):
    """Secrets are encrypted in the database; the picture to scan is drawn by us."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right. Codes change every half minute: use the newest."),
        "cannot_generate_recovery_codes": _("Set up a second step first."),
    }

    def encrypt(self, text: str) -> str:
        """Under a key from the deployment's secret: a copy of the database alone opens nothing."""
        return Fernet(fernet_key(settings.SECRET_KEY)).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return Fernet(fernet_key(settings.SECRET_KEY)).decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:  # noqa: A002
        held = steps_held(user.pk, type)
        return str(_("Passkey %(number)s")) % {"number": held + 1}

    def build_totp_svg(self, url: str) -> str:
        """One path of black squares, without style, so that a strict page shows it."""
        code = QRCode(border=0)
        code.add_data(url)
        code.make()
        rows = code.get_matrix()
        size = len(rows) + 2 * QUIET
        path = "".join(
            f"M{x + QUIET} {y + QUIET}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="240" height="240" '
            'role="img" aria-labelledby="qr-title" shape-rendering="crispEdges">'
            f'<title id="qr-title">{_("The code to scan")}</title>'
            f'<rect width="{size}" height="{size}" fill="#fff"/><path d="{path}" fill="#000"/></svg>'
        )
