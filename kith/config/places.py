"""Which page each named place is; a room links by the name and never learns whose page it is."""

from kith.ui.places import register

PLACES = {
    "bring_in": "exchange:receive",
    "import": "exchange:account",
}
for place, url_name in PLACES.items():
    register(place, url_name)
