"""A change as somebody tells it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ToldChange:
    """Who for, what about, which way, in the teller's words, and how it is known ('told', 'saw', ...)."""

    beneficiary: str
    domain: str
    direction: str
    account: str
    how: str
    told_by: str = "client"
    relation: str = ""
    people_low: int = 1
    people_high: int = 1
    confirmed: bool = False
    read_back: bool | None = None
