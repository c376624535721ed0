"""How names are sorted and shown."""


def sorted_name(first_name: str, surname: str) -> str:
    """The name a list is sorted by: surname first, without regard to case."""
    return f"{surname}, {first_name}".strip(", ").casefold()


def full_name(first_name: str, surname: str) -> str:
    """The name as one says it."""
    return f"{first_name} {surname}".strip() or "Name not recorded"
