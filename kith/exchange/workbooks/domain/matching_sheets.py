"""Which sheet of the workbook is which of the profile."""

from collections.abc import Sequence

from kith.exchange.workbooks.domain.errors import SheetMissingError, SheetTwiceError
from kith.exchange.workbooks.domain.profile import Profile, SheetProfile
from kith.exchange.workbooks.domain.readings.labels import heading_key
from kith.files.api import Sheet


def match_sheets(
    sheets: Sequence[Sheet], profile: Profile, *, is_part: bool = False
) -> list[tuple[SheetProfile, Sheet | None]]:
    """Each sheet of the profile, in its order, with the workbook's. Raises SheetMissingError, SheetTwiceError.

    The only sheet of a file is the one that holds several kinds of record, whatever it is called.
    """
    matched = [(wanted, _match(sheets, wanted)) for wanted in profile.sheets]
    if len(sheets) == 1 and not any(found for _, found in matched):
        matched = [(wanted, sheets[0] if wanted.part else None) for wanted, _ in matched]
    lacking = [wanted.names[0] for wanted, found in matched if wanted.required and found is None and not is_part]
    if is_part and not any(found for _, found in matched):
        lacking = list(dict.fromkeys(wanted.names[0] for wanted, _ in matched))
    if lacking:
        present = ", ".join(sheet.name for sheet in sheets) or "none"
        raise SheetMissingError(
            f"The workbook has no sheet called {' or '.join(lacking)}; its sheets are: {present}. "
            f"Check that this is the right file: {profile.title}."
        )
    return matched


def _match(sheets: Sequence[Sheet], wanted: SheetProfile) -> Sheet | None:
    names = set(map(heading_key, wanted.names))
    found = [sheet for sheet in sheets if heading_key(sheet.name) in names]
    if len(found) > 1:
        called = " and ".join(sheet.name for sheet in found)
        raise SheetTwiceError(
            f"The sheets {called} both answer to {wanted.names[0]}. Rename or delete one of them; "
            "a sheet that you do not see is hidden."
        )
    return found[0] if found else None
