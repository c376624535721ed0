"""The one defence against text that a spreadsheet would run as a formula."""

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001


def defused(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula.

    Source: OWASP, CSV Injection (also full-width forms, which some spreadsheets fold).
    """
    return f"'{text}" if text.lstrip(" ").startswith(_RISKY) else text
