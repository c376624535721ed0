"""The walk through the demonstration that takes the guide's pictures: who stands where, and at which width."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from kith.access.api import roles

PHONE, DESK = "phone", "desk"


@dataclass(frozen=True)
class Picture:
    """One picture: its name, who looks, how wide their screen is, and how they get there from their first page."""

    name: str
    who: str
    width: str
    go: Callable[[Page], None] = lambda page: None
    whole: bool = False
    words: str = "body"
    """Where its words are compared; less than the page where chance says which record stands there."""


def _link(*names: str) -> Callable[[Page], None]:
    def go(page: Page) -> None:
        for name in names:
            page.get_by_role("link", name=name, exact=True).first.click()

    return go


def _client(page: Page) -> None:
    page.locator("main").get_by_role("link", name=re.compile("Rushworth")).first.click()


def _visit(page: Page) -> None:
    _client(page)
    page.get_by_role("button", name="Visit or call").click()


def _something_else(page: Page) -> None:
    _client(page)
    page.get_by_role("button", name="Something else changed").click()


def _emergency(page: Page) -> None:
    page.get_by_role("link", name="In an emergency: a client who is not yours").click()
    page.get_by_role("button", name="Open a record in an emergency").click()


def _opened(page: Page) -> None:
    page.get_by_role("link", name="In an emergency: a client who is not yours").click()
    page.locator("main table").first.get_by_role("link").first.click()


def _figure(page: Page) -> None:
    _link("Report")(page)
    page.get_by_role("link", name="Clients in contact").click()


def _left_out(page: Page) -> None:
    _link("Report")(page)
    page.get_by_role("link", name="Work the figures leave out").first.click()


def _set_right(page: Page) -> None:
    _link("Review")(page)
    page.get_by_role("button", name="Edit (E)").click()


WALK = (
    Picture("my-clients", roles.WORKER, PHONE),
    Picture("a-client", roles.WORKER, PHONE, _client),
    Picture("a-visit", roles.WORKER, PHONE, _visit, whole=True),
    Picture("something-else-changed", roles.WORKER, PHONE, _something_else, whole=True),
    Picture("in-an-emergency", roles.WORKER, PHONE, _emergency, whole=True),
    Picture("what-the-notes-tell-of", roles.TEAM_LEADER, DESK, _link("Review"), words="h1"),
    Picture("set-right-what-was-found", roles.TEAM_LEADER, PHONE, _set_right, whole=True, words="main label"),
    Picture("two-who-may-be-one", roles.TEAM_LEADER, DESK, _link("Questions")),
    Picture("the-report", roles.SERVICE_MANAGER, DESK, _link("Report")),
    Picture("what-a-figure-counts", roles.SERVICE_MANAGER, DESK, _figure),
    Picture("work-the-figures-leave-out", roles.SERVICE_MANAGER, DESK, _left_out),
    Picture("bring-in-a-file", roles.SERVICE_MANAGER, DESK, _link("Bring in a file")),
    Picture(
        "kinds-of-file",
        roles.SERVICE_MANAGER,
        DESK,
        _link("Bring in a file", "My file is laid out in another way"),
    ),
    Picture("opened-in-an-emergency", roles.SERVICE_MANAGER, DESK, _opened, whole=True),
    Picture("people-and-seats", roles.SERVICE_MANAGER, DESK, _link("People and seats")),
    Picture("the-commissioners-report", roles.COMMISSIONER, DESK, _link("Report")),
)
