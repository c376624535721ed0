"""A return that was submitted, beside Kith's figures of the same period: what differs, and what explains it."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.analytics.charts.style import STAR
from kith.reporting.domain.last_return import BesideLine, LastReturn, Part
from kith.reporting.domain.report import SERVICE, Report
from kith.reporting.domain.submitted import THOUSAND
from kith.reporting.reading.figures import NOTHING
from kith.reporting.reading.pieces import Piece, Section
from kith.ui.words import day


def last_return(report: Report) -> Section | None:
    """The section, where a return of the period was brought in."""
    last = report.last_return
    if last is None:
        return None
    lead = (_whose(report, last), _message(last.lines), *last.notes)
    return Section("last_return", _("Last year's return, beside Kith's"), lead=lead, pieces=tuple(_pieces(last)))


def _whose(report: Report, last: LastReturn) -> str:
    given = last.submitted
    on = _(", submitted on %(on)s") % {"on": day(given.submitted_on)} if given.submitted_on else ""
    said = _("%(title)s%(on)s; version %(version)s of what was brought in.") % {
        "title": given.title, "on": on, "version": given.version,
    }  # fmt: skip
    if report.audience != SERVICE:
        return said
    return f"{said} " + _("From %(file)s, brought in by %(who)s on %(at)s.") % {
        "file": given.file_name, "who": given.by_name, "at": day(given.at),
    }  # fmt: skip


def _message(lines: Sequence[BesideLine]) -> str:
    told = [each for each in lines if each.difference is not None]
    same = sum(each.same for each in told)
    explained = sum(each.explained and not each.same for each in told)
    rest = len(told) - same - explained
    words = ngettext(
        "Of %(n)s line that can be compared, %(same)s agrees; ",
        "Of %(n)s lines that can be compared, %(same)s agree; ", len(told),
    )  # fmt: skip
    return words % {"n": len(told), "same": same} + _(
        "%(explained)s differ by no more than late rows, possible duplicates, rounding or a known difference of "
        "definition can account for; %(rest)s differ by more, and what is left over is shown as it is."
    ) % {"explained": explained, "rest": rest}


def _pieces(last: LastReturn) -> Iterator[Piece]:
    for section in dict.fromkeys(each.section for each in last.lines):
        lines = [each for each in last.lines if each.section == section]
        yield Piece(
            metric="",
            title=section or _("Other figures"),
            sentence=_sentence(lines),
            points=tuple(dict.fromkeys(_definition(each) for each in lines if each.part.definition and not each.same)),
            headings=(
                _("Line"), _("Return"), _("Kith"), _("Difference"), _("Late rows"), _("Possible duplicates"),
                _("Rounding"), _("Definition"), _("Not explained"),
            ),
            rows=tuple(_row(each) for each in lines),
            numeric=(1, 2, 3, 4, 5, 6, 7, 8),
            note=_("Difference: Kith's number less the return's. Late rows: what rows entered after the return add. "
                   "The next three say how far each may reach; what lies beyond them is not explained."),
        )  # fmt: skip


def _sentence(lines: Sequence[BesideLine]) -> str:
    differing = [each for each in lines if each.difference]
    if not differing:
        return _("Nothing differs here.")
    left = [each for each in differing if not each.explained]
    if not left:
        return _("Whatever differs here is accounted for.")
    largest = max(left, key=lambda each: abs(each.not_explained or 0))
    return _("Most is left over at '%(line)s': %(number)s.") % {
        "line": largest.wording, "number": _signed(largest.not_explained),
    }  # fmt: skip


def _definition(line: BesideLine) -> str:
    return f"{line.wording.split(':')[0]}: {line.part.definition}"


def _row(line: BesideLine) -> tuple[str, ...]:
    part = line.part
    return (
        line.wording,
        STAR if line.submitted is None and line.hidden else _number(line.submitted),
        STAR if line.kith is None and line.hidden else _number(line.kith),
        _signed(line.difference),
        _signed(part.late) if part.late else NOTHING if part.late is None else "0",
        _up_to(part.twice),
        f"\N{PLUS-MINUS SIGN}{_number(part.rounding)}" if part.rounding else NOTHING,
        _of_definition(part),
        _signed(line.not_explained),
    )


def _of_definition(part: Part) -> str:
    if not part.definition:
        return NOTHING
    return _("size not known") if part.most is None else _up_to(part.most)


def _up_to(thousandths: int) -> str:
    return _("up to %(n)s") % {"n": _signed(thousandths)} if thousandths else NOTHING


def _number(thousandths: int | None) -> str:
    if thousandths is None:
        return NOTHING
    whole, rest = divmod(abs(thousandths), THOUSAND)
    words = f"{whole:,}" + (f".{rest:03d}".rstrip("0") if rest else "")
    return f"\N{MINUS SIGN}{words}" if thousandths < 0 else words


def _signed(thousandths: int | None) -> str:
    words = _number(thousandths)
    return f"+{words}" if thousandths and thousandths > 0 else words
