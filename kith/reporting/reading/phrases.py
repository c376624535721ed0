"""Shares, counts and changes in words, from what may be printed alone."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kith.analytics.charts.values import share, text
from kith.reporting.reading.counts import Count, percent, published

FEW = 20
LETTERS = 60
EXACT, NEAR, FAR = 0.75, 2.0, 3.2
SHARES = (
    (5.0, gettext_lazy("one in twenty")),
    (10.0, gettext_lazy("one in ten")),
    (12.5, gettext_lazy("one in eight")),
    (100 / 6, gettext_lazy("one in six")),
    (20.0, gettext_lazy("one in five")),
    (25.0, gettext_lazy("a quarter")),
    (30.0, gettext_lazy("three in ten")),
    (100 / 3, gettext_lazy("a third")),
    (40.0, gettext_lazy("four in ten")),
    (50.0, gettext_lazy("half")),
    (60.0, gettext_lazy("six in ten")),
    (200 / 3, gettext_lazy("two thirds")),
    (70.0, gettext_lazy("seven in ten")),
    (75.0, gettext_lazy("three quarters")),
    (80.0, gettext_lazy("eight in ten")),
    (90.0, gettext_lazy("nine in ten")),
)


def share_words(part: Count, base: Count) -> str:
    """'Nearly half', 'Just over a third'; '3' of few; nothing for one alone, a star or an empty base."""
    given, of = percent(part, base), published(base)
    if given is None or of is None:
        return ""
    if given in (0.0, 100.0):
        return _("None") if given == 0 else _("All")
    if of < FEW:
        return "" if published(part) == 1 else text(part)
    return _begun(_about(given))


def _about(given: float) -> str:
    if given >= 95:
        return _("almost all")
    if given < 3.5:
        return _("very few")
    near, words = min(SHARES, key=lambda each: abs(each[0] - given))
    if abs(near - given) > FAR:
        return f"{given:.0f}%"
    if abs(given - near) <= EXACT:
        return str(words)
    if abs(given - near) > NEAR:
        return _("about %(share)s") % {"share": words}
    return (_("just over %(share)s") if given > near else _("nearly %(share)s")) % {"share": words}


def so_many(part: Count, base: Count) -> str:
    """'711 (59%)', the percentage being of the base that the sentence names; a star alone for a hidden number."""
    of = share(part, base) if published(part) else ""
    return f"{text(part)} ({of})" if of.strip("*") else text(part)


def people_in_all(count: Count) -> str:
    """'1,213 clients'."""
    return ngettext("%(n)s client", "%(n)s clients", published(count) or 0) % {"n": text(count)}


def things(count: Count, one: str, many: str) -> str:
    """A count with its noun: '1 plan', '667 plans', '* plans'."""
    return f"{text(count)} {one if published(count) == 1 else many}"


def listed(words: list[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def brief(label: str) -> str:
    """A label that somebody typed, short enough for a title, its spaces tidied."""
    tidy = " ".join(label.split())
    return tidy if len(tidy) <= LETTERS else tidy[: LETTERS - 1] + "\N{HORIZONTAL ELLIPSIS}"


def number(value: float, places: int = 0, *, signed: bool = False) -> str:
    """A number as it is read, with a true minus."""
    words = f"{value:+,.{places}f}" if signed else f"{value:,.{places}f}"
    return words.replace("-", "\N{MINUS SIGN}")


def hours(minutes: int) -> str:
    """'2,575 hours'; minutes below one hour stay minutes."""
    if minutes < 60:
        return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}
    whole = round(minutes / 60)
    return ngettext("%(n)s hour", "%(n)s hours", whole) % {"n": f"{whole:,}"}


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
