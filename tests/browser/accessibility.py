"""axe-core on a page."""

from functools import cache

from playwright.sync_api import Page

from tests.architecture.rules.tree import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map(
  each => `${each.id}: ${each.help}: ${each.nodes.map(node => node.target.join(" ")).join(", ")}`)"""


@cache
def _source() -> str:
    if not AXE.is_file():
        raise FileNotFoundError("axe-core is not there. Run: make setup")
    return AXE.read_text()


def axe_faults(page: Page) -> list[str]:
    """The violations on a page, each with its rule's name and where it stands."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_source())
    return page.evaluate(RUN)
