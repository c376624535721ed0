"""What every answer tells the browser to refuse."""

import re

import pytest
from django.urls import get_resolver

from kith.access.api import roles

pytestmark = pytest.mark.django_db
GAP = re.compile(r"<(?:(\w+):)?\w+>|\(\?P<\w+>[^)]*\)")
FILLED = {"uuid": "00000000-0000-0000-0000-000000000000", "int": "1"}


def _addresses(patterns, before=""):
    """Every address the house answers, with an unknown record in each gap."""
    for each in patterns:
        here = before + str(each.pattern).strip("^$")
        if hasattr(each, "url_patterns"):
            yield from _addresses(each.url_patterns, here)
        else:
            yield "/" + GAP.sub(lambda gap: FILLED.get(gap[1], "x"), here)


PAGES = sorted({*_addresses(get_resolver().url_patterns), "/not-there/"})
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
