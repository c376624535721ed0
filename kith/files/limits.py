"""How large a file may be before it is refused."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, the box in cells, the ratio as unpacked : packed.

    An export of 43,000 clients and 170,000 sessions packs to 20 MB and unpacks to 180 MB at 9 : 1;
    a million formatted empty rows unpack at 30 : 1; a bomb at up to 1,032 : 1, the most that deflate can do.
    Excel locks with 100,000 turns of the password; its format allows 10,000,000, a quarter of a minute each try.
    """

    file_bytes: int = 100 * 1024 * 1024
    unpacked_bytes: int = 600 * 1024 * 1024
    ratio: int = 150
    ratio_matters_from: int = 5 * 1024 * 1024
    parts: int = 20_000
    cells_in_box: int = 6_000_000
    text_characters: int = 400_000_000
    password_turns: int = 1_000_000


LIMITS = Limits()
