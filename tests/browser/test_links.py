"""A link within a sentence is told from its words by more than colour, whatever is done with it."""

import pytest

from kith.access.api import roles, viewer_of
from tests.factories.clients import registered
from tests.ripples import reviewing as r

LINE = "link => getComputedStyle(link).textDecorationLine"


@pytest.fixture
def name_in_a_sentence(journey, make_user, team, service):
    """The page of a sentence, where the client's name is a link with words around it."""
    trainer = viewer_of(make_user(roles.WORKER, team=team))
    client = registered(trainer, service)
    r.sentence_found(trainer, client, service)
    journey.sign_in(make_user(roles.TEAM_LEADER, team=team))
    journey.page.goto("/review")
    return journey.page.locator("main").get_by_role("link", name="Zoë Walker")


@pytest.mark.parametrize("what", ["focus", "hover"])
def test_link_in_a_sentence_keeps_its_line(what, journey, name_in_a_sentence):
    with journey.given("a link within a sentence"):
        assert name_in_a_sentence.evaluate(LINE) == "underline"
    with journey.when(f"it has the {what}"):
        getattr(name_in_a_sentence, what)()
    with journey.then("it is still underlined"):
        assert name_in_a_sentence.evaluate(LINE) == "underline"


def test_every_link_of_a_page_of_words_keeps_its_line_under_the_keyboard(journey, db):
    with journey.given("a page with many links in its text") as page:
        page.goto("/accessibility/")
    with journey.then("each is underlined while the keyboard is on it, and a look from outside finds no fault") as page:
        for link in page.locator("main p a, main li a").all():
            link.focus()
            assert link.evaluate(LINE) == "underline", link.inner_text()
