"""A journey told as given, when, then."""

import contextlib
from collections.abc import Callable, Iterator

from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

from kith.access.models import User


class Journey:
    """The steps of one person through the pages; a step that fails tells the way there."""

    def __init__(self, page: Page, axe: Callable[[Page], None], home: str) -> None:
        self.page = page
        self.home = home
        self._axe = axe
        self._steps: list[str] = []

    def given(self, words: str) -> contextlib.AbstractContextManager[Page]:
        """What is so before."""
        return self._step("given", words)

    def when(self, words: str) -> contextlib.AbstractContextManager[Page]:
        """What somebody does."""
        return self._step("when", words)

    def then(self, words: str) -> contextlib.AbstractContextManager[Page]:
        """What they then see."""
        return self._step("then", words)

    def sign_in(self, user: User) -> None:
        """Go on as a user, without walking through the sign-in page."""
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        self.page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": self.home}])

    @contextlib.contextmanager
    def _step(self, kind: str, words: str) -> Iterator[Page]:
        self._steps.append(f"{kind} {words}")
        try:
            yield self.page
            if self.page.url.startswith(self.home):
                self._axe(self.page)
        except BaseException as error:
            error.add_note("The journey: " + ", ".join(self._steps))
            raise
