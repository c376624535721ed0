"""Identifiers: the workbook's own, and the NHS number with its check."""

import re
from dataclasses import dataclass
from typing import Literal

from nhs_number.validate import calculate_checksum

from kith.exchange.workbooks.domain.readings.errors import CannotReadError
from kith.exchange.workbooks.domain.readings.text import read_label, shown, token
from kith.files.api import Cell

NhsNumberStatus = Literal["valid", "fails_check", "absent"]
_SEPARATORS = re.compile(r"[\s\-.]+")


def read_id(cell: Cell | None, *, longest: int | None = None) -> str | None:
    """An identifier in capitals without spaces; a number without its '.0'. None when blank."""
    text = "".join(token(cell).split()).upper()
    if longest is not None and len(text) > longest:
        raise CannotReadError(f"{shown(text)} is too long to be an ID; at most {longest} characters fit.")
    return text or None


@dataclass(frozen=True, slots=True)
class NhsNumber:
    """An NHS number as far as it goes: ten digits when it passes its check, else as given."""

    number: str
    status: NhsNumberStatus


def read_nhs_number(cell: Cell | None) -> NhsNumber:
    """The number and what its check says; a number that fails is kept as given.

    Source: NHS Data Dictionary, NHS NUMBER, modulus 11. Ten equal digits pass the sum and are never issued.
    """
    as_given = read_label(cell)
    if not as_given:
        return NhsNumber("", "absent")
    digits = _SEPARATORS.sub("", token(as_given))
    well_formed = len(digits) == 10 and digits.isascii() and digits.isdigit()
    if well_formed and len(set(digits)) > 1 and calculate_checksum(digits[:9]) == int(digits[9]):
        return NhsNumber(digits, "valid")
    return NhsNumber(digits if well_formed else as_given, "fails_check")
