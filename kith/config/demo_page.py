"""Shows the demonstration's sign-ins on its sign-in page."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from kith.access.api import roles
from kith.nonprod.api import PASSWORD, SHOWN


def sign_ins(request: HttpRequest) -> dict[str, Any]:
    """One row a role: role, e-mail address, password."""
    if request.path != reverse("account_login"):
        return {}
    return {"demo_sign_ins": [[roles.ROLE_WORDS[role], email, PASSWORD] for role, email in SHOWN]}
