"""Clients: the person, the registration with a service, consent, likely repeats, amendments."""

from kith.people.models.amendment import Amendment
from kith.people.models.client import Client
from kith.people.models.consent import Consent
from kith.people.models.person import Person
from kith.people.models.possible_duplicate import PossibleDuplicate

__all__ = ["Amendment", "Client", "Consent", "Person", "PossibleDuplicate"]
