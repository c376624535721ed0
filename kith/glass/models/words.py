"""How long words may be here."""

LONG = 2000
NAME = 200
