"""The one defence against text that a spreadsheet would run as a formula, and its way back."""

import re

_RISKY = re.compile(r"'* *[=+\-@\t\r\n＝＋－＠]")  # noqa: RUF001


def defused(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula.

    Source: OWASP, CSV Injection (also full-width forms, which some spreadsheets fold). A text that begins with an
    apostrophe before such a mark gets another, so that `restored` gives every text back as it was.
    """
    return f"'{text}" if _RISKY.match(text) else text


def restored(text: str) -> str:
    """What `defused` made the text from."""
    return text[1:] if text.startswith("'") and _RISKY.match(text) else text
