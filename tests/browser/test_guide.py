"""Takes the guide's pictures on a fixed day of the demonstration, and says when a page no longer reads as pictured."""

import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page

from kith.access.models import User
from kith.nonprod.api import SHOWN, load_demo
from tests.architecture.rules.tree import ROOT
from tests.browser.accessibility import axe_faults
from tests.browser.conftest import PATIENCE, WIDTHS
from tests.browser.walk import WALK, Picture

DAY = "2026-06-15"
PICTURES = ROOT / "docs" / "guide" / "pictures"
SAID = PICTURES / "said.json"
TAKES_THEM_ANEW = "make pictures"


@pytest.fixture
def demonstration(transactional_db, on_day, settings):
    """The made-up service as it stands on the fixed day."""
    settings.KITH_DEMO = True
    on_day(DAY)
    load_demo(progress=lambda _: None)
    return {role: User.objects.get(email=email) for role, email in SHOWN}


def test_the_guides_pictures_show_what_the_pages_say(demonstration, chromium, live_server, tmp_path):
    said = {each.name: _take(each, demonstration[each.who], chromium, live_server, tmp_path) for each in WALK}
    if os.environ.get("GUIDE_PICTURES") == "anew":
        _keep(said, tmp_path)
    changed = sorted(name for name, words in said.items() if json.loads(SAID.read_text()).get(name) != words)
    assert not changed, f"These pages no longer read as pictured: {', '.join(changed)}. Run: {TAKES_THEM_ANEW}"


def _take(picture: Picture, user: User, chromium, live_server, folder: Path) -> str:
    """Take one picture; returns the digest of the words that are to be read on it."""
    context = chromium.new_context(base_url=live_server.url, viewport=WIDTHS[picture.width], locale="en-GB")
    context.set_default_timeout(PATIENCE)
    try:
        page = context.new_page()
        _sign_in(page, user, live_server.url)
        page.goto("/")
        picture.go(page)
        page.wait_for_load_state()
        faults = axe_faults(page)
        assert not faults, "\n".join(faults)
        page.screenshot(path=folder / f"{picture.name}.png", full_page=picture.whole, animations="disabled")
        return hashlib.sha256(page.locator(picture.words).first.inner_text().encode()).hexdigest()[:16]
    finally:
        context.close()


def _sign_in(page: Page, user: User, home: str) -> None:
    client = Client()
    client.force_login(user)
    page.context.add_cookies(
        [{"name": name, "value": cookie.value, "url": home} for name, cookie in client.cookies.items()]
    )


def _keep(said: dict[str, str], folder: Path) -> None:
    for old in PICTURES.glob("*.png"):
        old.unlink()
    for name in said:
        shutil.copy(folder / f"{name}.png", PICTURES)
    SAID.write_text(json.dumps(said, indent=1, sort_keys=True) + "\n")
