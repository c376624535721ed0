"""Where somebody lives, worked out plainly: one rule after the other, by the areas of 2011."""

import datetime as dt

Lookup = dict[str, tuple[str, int]]
ABROAD = ("ZZ99 3WZ", "ZZ99 3CZ")


def plain_home(postcode: str, given: str, first_contact: dt.date | None, lookup: Lookup) -> dict[str, object]:
    """The area, how it is known, and whether file and postcode differ."""
    if postcode == "ZZ99 3VZ":
        return {"area": "", "known_by": "no_fixed_abode", "differs": False}
    area, ended = lookup.get(postcode.replace(" ", ""), ("", 0))
    gone = bool(ended and first_contact and f"{first_contact:%Y%m}" > str(ended))
    if area and not gone:
        return {"area": area, "known_by": "postcode", "differs": given not in ("", area)}
    if given:
        return {"area": given, "known_by": "file", "differs": False}
    if not postcode:
        return {"area": "", "known_by": "nothing", "differs": False}
    if postcode in ABROAD:
        return {"area": "", "known_by": "elsewhere", "differs": False}
    if not lookup:
        return {"area": "", "known_by": "not_looked_up", "differs": False}
    return {"area": "", "known_by": "ended" if gone else "not_held", "differs": False}
