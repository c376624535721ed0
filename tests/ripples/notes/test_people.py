"""People are known by what they are and by where they are met, not by a list of every way to name them."""

import pytest

from kith.ripples.api import notes_reader

MET = [
    ("The lady from the darts", "friend"),
    ("The fella he fishes with", "friend"),
    ("Mrs Okafor across the landing", "friend"),
    ("His dominoes pal", "friend"),
    ("An old lad from the Tuesday club", "friend"),
    ("The bloke he drives with", "colleague"),
    ("Half the night shift", "colleague"),
    ("A cleaner on her ward", "colleague"),
    ("Three of the porters", "colleague"),
    ("The tenants on the estate", "community"),
    ("Her sister", "family"),
]


@pytest.mark.parametrize(("who", "circle"), MET)
def test_somebody_is_known_by_where_he_is_met(who, circle):
    (proposal,) = notes_reader().read(f"{who} stopped smoking.").proposals
    assert (proposal.through, proposal.beneficiary) == ("client", circle)


@pytest.mark.parametrize(("who", "circle"), [("A pal of mine", "friend"), ("Our admin lady", "colleague")])
def test_the_worker_s_own_circle_is_hers(who, circle):
    (proposal,) = notes_reader().read(f"{who} stopped smoking.").proposals
    assert (proposal.through, proposal.beneficiary) == ("worker", circle)
