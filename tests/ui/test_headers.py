"""What every answer tells the browser to refuse."""

import pytest

from kith.access.api import roles

pytestmark = pytest.mark.django_db
PAGES = (
    "/", "/help/", "/account/sign-in/", "/account/second-step/", "/account/password/change/", "/access/people/",
    "/report/", "/bring-in/", "/not-there/", "/access/people/00000000-0000-0000-0000-000000000000/sign-in/",
)  # fmt: skip
WANTED = {
    "default-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
    "require-trusted-types-for 'script'", "trusted-types 'none'",
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_every_kind_of_page_has_the_strict_policy(signed_in, page):
    headers = signed_in(roles.SERVICE_MANAGER).get(page).headers
    parts = {part.strip() for part in headers["Content-Security-Policy"].split(";")}
    assert parts >= WANTED
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "http:" not in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
