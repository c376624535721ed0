"""Two clients who may be one person, beside each other."""

from django.urls import reverse
from django.utils.translation import gettext as _

from kith.desk.web.presenters.client import name_of
from kith.people.api import SEXES, Client, PossibleDuplicate
from kith.ui.words import day, nhs_number


def columns(pair: PossibleDuplicate) -> list[dict[str, str]]:
    """A heading for each client, with the way to her page."""
    return [
        {"text": name_of(each), "href": reverse("desk:client", args=[each.id])} for each in (pair.first, pair.second)
    ]


def rows_of(pair: PossibleDuplicate) -> list[list[str]]:
    """What each has on record, row by row, and whether they agree."""
    first, second = _details(pair.first), _details(pair.second)
    return [
        [label, one or "–", other or "–", _agreement(one, other)]
        for (label, one), (__, other) in zip(first, second, strict=True)
    ]


def _agreement(one: str, other: str) -> str:
    if not one and not other:
        return _("Not recorded")
    if not one or not other:
        return _("Not recorded for one")
    return _("Same") if one == other else _("Differs")


def _details(client: Client) -> list[tuple[str, str]]:
    person = client.person
    return [
        (_("Name"), name_of(client)),
        (_("Born"), day(person.date_of_birth)),
        (_("Postcode"), person.postcode),
        (_("NHS number"), nhs_number(person.nhs_number)),
        (_("Sex"), SEXES[person.sex]),
        (_("Reference"), client.reference),
        (_("First contact"), day(client.first_contact_on)),
    ]
