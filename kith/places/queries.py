"""Reads deciles. Areas are public: no scope applies."""

from kith.places.models import AreaIndex, AreaRank


def index_version(index: str) -> str:
    """The version held of an index, or '' when it was never brought in."""
    return AreaIndex.objects.filter(name=index).values_list("version", flat=True).first() or ""


def deciles(index: str) -> dict[str, int]:
    """The decile of every area of an index, 1 most deprived; empty when the index was never brought in."""
    return dict(AreaRank.objects.filter(index__name=index).values_list("area_code", "decile"))


def decile_of(index: str, area_code: str) -> int | None:
    """The decile of one area, 1 most deprived, or None when it is unknown."""
    return AreaRank.objects.filter(index__name=index, area_code=area_code).values_list("decile", flat=True).first()
