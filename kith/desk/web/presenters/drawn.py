"""What was drawn at random, and what a draw would be made from, laid out for the manager."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.kernel.days import Period, financial_year, today
from kith.ripples.api import NOTES_DRAWN, SENTENCES_DRAWN, Sample, ToDraw
from kith.ui.words import count, day


def headings() -> list[str]:
    """The headings of what was drawn."""
    return [_("Notes of"), _("Sentences"), _("Notes in which nothing was found"), _("Came later"), _("Drawn")]


def service_part(name: str, service_id: UUID, samples: Sequence[Any], waiting: ToDraw | None) -> dict[str, Any]:
    """One service: a row for each draw, and the next one."""
    rows = [_row(sample) for sample in samples]
    return {"name": name, "headings": headings(), "rows": rows, "next": waiting and _next(service_id, waiting)}


def drawn_words(sample: Sample) -> str:
    """What a draw came to."""
    return _("Drawn: %(sentences)s and %(notes)s. The sentences now come first on the page Review.") % {
        "sentences": _sentences(min(sample.found, SENTENCES_DRAWN)), "notes": _notes(min(sample.without, NOTES_DRAWN)),
    }  # fmt: skip


def _row(sample: Any) -> list[str]:
    words = _("%(drawn)s of %(all)s drawn, %(read)s answered")
    later = [_sentences(sample.sentences_later), _notes(sample.notes_later)]
    return [
        _days(Period(sample.first, sample.last)),
        words % _counts(drawn=sample.sentences_drawn, all=sample.found, read=sample.sentences_read),
        words % _counts(drawn=sample.notes_drawn, all=sample.without, read=sample.notes_read),
        ", ".join(later) if sample.sentences_later or sample.notes_later else _("None"),
        _("%(day)s, by %(who)s") % {"day": day(sample.drawn_at), "who": sample.by_name},
    ]


def _next(service_id: UUID, waiting: ToDraw) -> dict[str, Any]:
    period = waiting.period
    return {
        "service": str(service_id), "first": period.first.isoformat(), "last": period.last.isoformat(),
        "days": _days(period), "lines": _what(waiting), "may_draw": not waiting.is_empty,
    }  # fmt: skip


def _what(waiting: ToDraw) -> list[str]:
    """From how much, what is left out, and what becomes of the rest of the year."""
    if waiting.is_empty:
        return [_("In notes of these days nothing was read yet, so there is nothing to draw.")]
    words = _("People would be asked to read %(sentences_drawn)s of %(sentences)s, and %(notes_drawn)s of %(notes)s.")
    lines = [
        words
        % {
            "sentences_drawn": count(min(waiting.sentences, SENTENCES_DRAWN)),
            "sentences": _sentences(waiting.sentences),
            "notes_drawn": count(min(waiting.notes, NOTES_DRAWN)),
            "notes": _notes(waiting.notes),
        }
    ]
    if waiting.unread:
        words = ngettext(
            "%(n)s note of these days is not read by Kith yet and would be left out. It reads every hour.",
            "%(n)s notes of these days are not read by Kith yet and would be left out. It reads every hour.",
            waiting.unread,
        )
        lines.append(words % {"n": count(waiting.unread)})
    return [*lines, _rest_of(waiting.period)]


def _rest_of(period: Period) -> str:
    ends = financial_year(period.last).last
    if ends < today():
        return _("This year is over: if nobody draws, Kith does so itself when it next reads the notes.")
    return _(
        "If nobody draws, Kith does so itself once the year ends on %(day)s. Draw now only if a report is needed "
        "before: the rest of the year is then drawn from apart, and there is more to read."
    ) % {"day": day(ends)}


def _days(period: Period) -> str:
    return _("%(first)s to %(last)s") % {"first": day(period.first), "last": day(period.last)}


def _sentences(n: int) -> str:
    return ngettext("%(n)s sentence", "%(n)s sentences", n) % {"n": count(n)}


def _notes(n: int) -> str:
    return ngettext("%(n)s note in which nothing was found", "%(n)s notes in which nothing was found", n) % {
        "n": count(n)
    }


def _counts(**given: int) -> dict[str, str]:
    return {name: count(n) for name, n in given.items()}
