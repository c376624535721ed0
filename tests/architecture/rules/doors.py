"""Every view of ours says who may enter: `door(...)`, or `open_door` for a page that is for everybody."""

from collections.abc import Iterable, Iterator

from django.urls import URLPattern, URLResolver

MARK = "door"


def views_without_a_door(patterns: Iterable[URLPattern | URLResolver]) -> list[str]:
    """Views of the package that declare no permission."""
    return [
        f"{view.__module__}.{view.__name__} declares no permission."
        for view in _views(patterns)
        if view.__module__.split(".")[0] == "kith" and getattr(view, MARK, None) is None
    ]


def _views(patterns: Iterable[URLPattern | URLResolver]) -> Iterator:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _views(pattern.url_patterns)
        else:
            yield pattern.callback
