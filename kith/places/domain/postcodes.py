"""Postcodes as they are written, and what the invented ones stand for."""

import re

NO_FIXED_ABODE = "ZZ99 3VZ"
INVENTED = "ZZ99 "

# Letters by place: METHODS 4.5, after the form in BS 7666. ZZ99 is the NHS's own and keeps to no such rule.
_OUT = r"[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9](?:[0-9]|[ABEHMNPRV-Y])?|[0-9][A-HJKPSTUW])|ZZ99"
_IN = r"[0-9][ABD-HJLNP-UW-Z]{2}"
_POSTCODE = re.compile(rf"({_OUT})({_IN})")
_INVENTED = re.compile(r"(ZZ99)([0-9][A-Z]{2})")


def tidy_postcode(text: str) -> str:
    """A postcode in capitals with its one space, or '' where the text is none.

    Source: METHODS 4.5; the ZZ99 codes are those of the NHS Postcode Directory.
    """
    joined = "".join(text.split()).upper()
    match = _POSTCODE.fullmatch(joined) or _INVENTED.fullmatch(joined)
    return f"{match[1]} {match[2]}" if match else ""


def is_invented(postcode: str) -> bool:
    """Whether a tidy postcode is one of the NHS's own that name no place: abroad, not known, no fixed abode."""
    return postcode.startswith(INVENTED)


def key_of(postcode: str) -> str:
    """How a lookup is asked for a postcode: capitals and figures without a space."""
    return "".join(postcode.split()).upper()
