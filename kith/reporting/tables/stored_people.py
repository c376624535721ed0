"""Tables of people made when the store is refreshed."""

from kith.analytics.engine import expressions as x
from kith.analytics.engine.expressions import Table, Value


def people(clients: Table, workers: Table, areas: Table) -> Table:
    """Clients with their deprivation fifth and how near their worker lives."""
    homes = workers.select(seat=workers.seat, home=workers.area_code)
    home_deciles = areas.select(home=areas.area_code, home_decile=areas.decile)
    own_deciles = areas.select(area_code=areas.area_code, own_decile=areas.decile)
    seen = clients.left_join(homes, "seat").select(clients, "home")
    seen = seen.left_join(own_deciles, "area_code").select(seen, "own_decile")
    seen = seen.left_join(home_deciles, "home").select(seen, "home_decile")
    return seen.select(
        "client",
        "sex",
        "ethnicity",
        "gp_registered",
        "evaluation",
        "area_code",
        "area_2011",
        "area_2021",
        "area_known_by",
        "areas_differ",
        born=x.day_number(seen.born_on),
        fifth=x.cases((seen.area_known_by == "no_fixed_abode", "no_fixed_abode"), else_=fifth(seen.own_decile)),
        nearness=_nearness(seen),
    )


def fifth(decile: Value) -> Value:
    """'1' most deprived to '5'; an area that is not in the index is unknown."""
    return x.coalesce(((decile + 1) // 2).cast("int64").cast("string"), "unknown")


def _nearness(seen: Table) -> Value:
    either_unknown = seen.home.isnull() | (seen.home == "") | (seen.area_code == "")
    return x.cases(
        (either_unknown, "not_known"),
        (seen.home == seen.area_code, "same_area"),
        (seen.own_decile.isnull() | seen.home_decile.isnull(), "not_known"),
        (fifth(seen.own_decile) == fifth(seen.home_decile), "same_fifth"),
        else_="neither",
    )


def activity(clients: Table, referrals: Table, sessions: Table, plans: Table) -> Table:
    """The days on which a client came into contact with the service in any way."""
    days = [
        clients.select("client", day=clients.first_contact_on).filter(lambda t: t.day.notnull()),
        referrals.select("client", day=referrals.received_on),
        sessions.select("client", day=sessions.held_on),
        plans.select("client", day=plans.set_on),
    ]
    return x.union(*days, distinct=True)


def workforce(workers: Table, areas: Table) -> Table:
    """Workers with the deprivation fifth of their home."""
    seen = workers.left_join(areas, "area_code").select(workers, "decile")
    return seen.select("worker", "status", "started_on", "left_on", fifth=fifth(seen.decile))
