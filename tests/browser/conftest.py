"""A real Chromium against a live server: a page at phone and desk width, axe at each step, no outside network."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser.accessibility import axe_faults
from tests.browser.journey import Journey
from tests.browser.watch import Watch

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
]
PATIENCE = 60_000  # milliseconds: a busy machine is slow and not wrong
WIDTHS = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 900}}

expect.set_options(timeout=PATIENCE)
# Playwright keeps an event loop in this thread, and Django takes it for its own; nothing here is asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a browser test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def live_server() -> Iterator[LiveServer]:
    """The site on localhost; whitenoise gives out its files, as in real use, and not the test handler."""
    with mock.patch("django.contrib.staticfiles.handlers.StaticFilesHandler", lambda application: application):
        server = LiveServer("localhost")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, started once."""
    if not CHROMIUM.is_file():
        pytest.fail("The journeys need Chromium. Install it: apt-get install chromium", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=list(WIDTHS))
def width(request: pytest.FixtureRequest) -> str:
    """Every journey is walked twice: on a phone and at a desk."""
    return request.param


@pytest.fixture
def page(chromium: Browser, live_server: LiveServer, width: str) -> Iterator[Page]:
    """A page of the live server; afterwards nothing was asked of the outside, and nothing failed in the page."""
    context = chromium.new_context(
        base_url=live_server.url,
        viewport=WIDTHS[width],
        has_touch=width == "phone",
        locale="en-GB",
        timezone_id="Europe/London",
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    watch = Watch(page, live_server.url)
    yield page
    context.close()
    assert not watch.faults, "\n" + "\n".join(watch.faults)


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """`axe(page)` fails on any violation, by the names of the rules."""

    def check(page: Page) -> None:
        faults = axe_faults(page)
        assert not faults, "\n" + "\n".join(faults)

    return check


@pytest.fixture
def journey(page: Page, axe: Callable[[Page], None], live_server: LiveServer) -> Journey:
    """`with journey.given("..."):`, `.when`, `.then`: steps in words, with axe at the end of each."""
    return Journey(page, axe, live_server.url)
