"""A chart as an object: its message, its sentence, its table, and the picture drawn without a browser."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from xml.sax.saxutils import escape

from kith.analytics.charts.style import HATCHED, INK, PALE

# One label for the whole picture; the marks' own roles and labels would be read out one by one.
MARKS_OF_MARKS = re.compile(r'\s(?:role|aria-[a-z]+)="[^"]*"')
IDENTIFIERS = re.compile(r'(id="|url\(#|href="#)([A-Za-z][\w-]*)')


@dataclass(frozen=True)
class Chart:
    """`title` says the message, `description` is one sentence or two, `table` is a header and its rows as printed.

    Nothing a reader may not see is in any of them, in the picture, or in the order of its marks.
    """

    title: str
    description: str
    table: tuple[tuple[str, ...], ...]
    spec: Mapping[str, Any] = field(repr=False)

    def svg(self) -> str:
        """The picture as SVG with role, title and description; the same chart gives the same bytes."""
        import vl_convert

        drawn = vl_convert.vegalite_to_svg(dict(self.spec))
        plain = drawn[drawn.index("<svg") :]
        name = "chart-" + sha256(f"{self.title}{self.description}{plain}".encode()).hexdigest()[:12]
        head, body = plain.split(">", 1)
        head = MARKS_OF_MARKS.sub("", head) + f' role="img" aria-labelledby="{name}-t {name}-d">'
        words = (
            f'<title id="{name}-t">{escape(self.title)}</title><desc id="{name}-d">{escape(self.description)}</desc>'
        )
        return head + words + _hatching(name) + _drawing(body, name)

    def png(self, *, scale: float = 2.0) -> bytes:
        """The same picture as PNG, for documents that cannot hold SVG."""
        import vl_convert

        return bytes(vl_convert.svg_to_png(self.svg(), scale=scale))


def _drawing(body: str, name: str) -> str:
    own = IDENTIFIERS.sub(rf"\1{name}-\2", MARKS_OF_MARKS.sub("", body))
    return own.replace(f'fill="{HATCHED}"', f'fill="url(#{name}-hatch)"')


def _hatching(name: str) -> str:
    return (
        f'<defs><pattern id="{name}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="{PALE}"/>'
        f'<rect width="2" height="6" fill="{INK}"/></pattern></defs>'
    )
