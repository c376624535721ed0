"""Age bands as files write them."""

import re

OLDEST = 130
_NUMBERS = re.compile(r"[0-9]+")


def read_ages(text: str) -> tuple[int, int] | None:
    """First and last year of an age band: '16-24', 'Aged 16 to 24 years', 'under 16', '15 and under', '90+', '34'."""
    words = text.casefold()
    ages = [int(number) for number in _NUMBERS.findall(words)]
    if not ages or len(ages) > 2 or ages != sorted(ages) or ages[-1] > OLDEST:
        return None
    if len(ages) == 2:
        return ages[0], ages[1]
    (age,) = ages
    if re.search(r"\b(?:and|or) (?:under|younger|less)\b", words):
        return 0, age
    if re.search(r"\b(?:under|below|less than)\b", words):
        return (0, age - 1) if age else None
    if "+" in words or re.search(r"\b(?:and|or) (?:over|older|above)\b", words):
        return age, OLDEST
    return age, age
