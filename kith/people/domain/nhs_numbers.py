"""The NHS number and whether it passes its check. One that fails is kept and marked."""

import nhs_number


def tidy_nhs_number(given: str) -> str:
    """The figures without spaces or dashes; anything else is kept as it was given."""
    tidied = given.replace(" ", "").replace("-", "").strip()
    return tidied if tidied.isdigit() else given.strip()


def nhs_number_status(given: str) -> str:
    """'valid', 'fails_check' or 'absent'."""
    if not given.strip():
        return "absent"
    return "valid" if nhs_number.is_valid(tidy_nhs_number(given)) else "fails_check"
