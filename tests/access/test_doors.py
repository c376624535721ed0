"""Who may enter."""

import pytest

from kith.access.api import roles

pytestmark = pytest.mark.django_db


def test_visitor_is_asked_to_sign_in(client):
    assert client.get("/access/people/")["Location"] == "/account/sign-in/?next=/access/people/"


@pytest.mark.parametrize("role", roles.ROLES)
def test_people_and_seats_open_to_managers_and_administrators(signed_in, role):
    opens = role in (roles.SERVICE_MANAGER, roles.ADMINISTRATOR)
    response = signed_in(role).get("/access/people/")
    assert response.status_code == (200 if opens else 403)
    assert ("People and seats" if opens else "Your role does not open this page.") in response.content.decode()


def test_people_and_seats_show_the_services_one_looks_after(signed_in, make_user, other_service, team):
    make_user(roles.WORKER, name="Jo Reed", team=team)
    make_user(roles.WORKER, name="Kim Vale", service=other_service)
    page = signed_in(roles.ADMINISTRATOR).get("/access/people/").content.decode()
    assert "Jo Reed" in page
    assert "North team" in page
    assert "Kim Vale" not in page
