"""Named places."""

import pytest

from kith.config.places import PLACES
from kith.ui.places import NoSuchPlaceError, is_there, url_of


def test_place_leads_to_its_page():
    assert url_of("help") == "/help/"


def test_query_leaves_out_what_is_blank():
    assert url_of("help", page=2, name="", sort=None) == "/help/?page=2"


def test_unknown_place_is_an_error():
    with pytest.raises(NoSuchPlaceError, match="'nowhere'"):
        url_of("nowhere")


def test_place_without_a_page_is_not_there(monkeypatch):
    monkeypatch.setitem(__import__("kith.ui.places", fromlist=["_places"])._places, "planned", "planned:page")
    assert not is_there("planned")
    assert not is_there("nowhere")
    assert is_there("help")


def test_table_names_each_place_once():
    assert len(set(PLACES.values())) == len(PLACES)
