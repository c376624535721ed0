"""Which state of a telling may follow which."""

FOLLOWS = {
    "accepted": ("draft", "proposed", "queried"),
    "queried": ("draft", "proposed", "accepted"),
    "rejected": ("draft", "proposed", "queried"),
    "withdrawn": ("draft", "proposed", "queried", "accepted", "rejected"),
}


def may_follow(state: str, wanted: str) -> bool:
    """Whether a telling in a state may be given the wanted one."""
    return state in FOLLOWS.get(wanted, ())
