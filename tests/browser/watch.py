"""What goes wrong in a page behind the user's back."""

from playwright.sync_api import ConsoleMessage, Page, Request, Response


class Watch:
    """Collects requests to the outside, scripts that fail, and parts of the page that do not come."""

    def __init__(self, page: Page, home: str) -> None:
        self.home = home
        self.faults: list[str] = []
        page.on("request", self._asked)
        page.on("response", self._came)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.faults.append(f"A script failed: {error}"))

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:", "about:")):
            self.faults.append(f"The page asked the outside for {request.url}")

    def _came(self, response: Response) -> None:
        is_page = response.request.resource_type == "document"
        if response.status >= 500 or (response.status >= 400 and not is_page):
            self.faults.append(f"{response.url} came with status {response.status}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.faults.append(f"The page complained: {message.text}")
