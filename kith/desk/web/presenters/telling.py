"""What was told, laid out for whoever checks it."""

import textwrap
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from kith.ripples.api import BENEFICIARY_WORDS, DIRECTION_WORDS, GRADE_WORDS, STATE_WORDS, TOPIC_WORDS
from kith.ui.words import day


def facts(telling: Any) -> list[dict[str, str]]:
    """Who for, what about, which way, how it is known, and where it stands."""
    few, many = telling.people_low, telling.people_high
    who = " – ".join(part for part in (BENEFICIARY_WORDS[telling.beneficiary], telling.relation) if part)
    known = GRADE_WORDS[telling.grade].capitalize()
    return [
        {"key": _("What changed"), "value": telling.account},
        {"key": _("Who for"), "value": who},
        {"key": _("How many people"), "value": str(few) if few == many else f"{few} – {many}"},
        {"key": _("What about"), "value": TOPIC_WORDS[telling.domain]},
        {"key": _("Which way"), "value": DIRECTION_WORDS[telling.direction]},
        {"key": _("How do you know?"), "value": known},
        {"key": _("Someone else confirmed it"), "value": _("Yes") if telling.confirmed else _("No")},
        {"key": _("Told on"), "value": day(telling.told_on)},
        {"key": _("Where it stands"), "value": STATE_WORDS[telling.state].capitalize()},
    ]


def choices_of(tellings: Iterable[Any]) -> list[tuple[str, str]]:
    """Other tellings, by the first words of each."""
    return [
        (str(each.id), f"{day(each.told_on)}: {textwrap.shorten(each.account, 120, placeholder=' …')}")
        for each in tellings
    ]
