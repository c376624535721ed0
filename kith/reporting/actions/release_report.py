"""Makes a report and writes down that it was shown or handed out."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from kith.access.api import Viewer, service_for
from kith.analytics.disclosure import rule_named
from kith.audit.api import Deed, record
from kith.kernel.days import Period
from kith.places.api import census_of, lookup_editions
from kith.reporting import definitions
from kith.reporting.actions.refresh_store import make_store
from kith.reporting.domain.book import Book, BookKeeper
from kith.reporting.domain.errors import BusyError, NoFiguresError
from kith.reporting.domain.figures import Figure, figures_of
from kith.reporting.domain.kept import behind, published
from kith.reporting.domain.last_return import LastReturn
from kith.reporting.domain.last_return_protection import protected_return
from kith.reporting.domain.protection import protected
from kith.reporting.domain.releases_out import number_of
from kith.reporting.domain.report import SERVICE, Report, fingerprint
from kith.reporting.domain.return_lines import lines_of
from kith.reporting.domain.sealed import Seal
from kith.reporting.domain.usable import UsableNow
from kith.reporting.domain.windows import check_period_may_leave
from kith.reporting.models import Release
from kith.reporting.permissions import check_user_may_see_figures
from kith.reporting.queries import (
    StoreState,
    counted,
    issue_words,
    newest_submitted,
    releases_out,
    store_state,
    usable_now,
)
from kith.reporting.store.last_return import Comparison
from kith.reporting.store.local_people import local_people

RULE = "nhsd_7_5"
ATTEMPTS = 5


def release_report(*, viewer: Viewer, service_id: UUID, period: Period, audience: str, form: str) -> Report:
    """The report of a service and period for an audience, with its release and audit row.

    Two that are made at one moment may not both be the next release: the one that is later is made anew beside the
    other.
    """
    for _ in range(ATTEMPTS):
        with suppress(IntegrityError):
            return _released(viewer, service_id, period, audience, form)
    raise BusyError


def _released(viewer: Viewer, service_id: UUID, period: Period, audience: str, form: str) -> Report:
    service = service_for(viewer, service_id)
    check_user_may_see_figures(viewer, service.id, audience)
    check_period_may_leave(period, audience)
    state = fresh_store(service.id)
    metrics = definitions.metrics()
    usable = usable_now(service.id, state.made_at)
    answers = counted(state.tables, metrics.values(), period, Path(settings.KITH_DATA), usable)
    local = local_people(service.id, state.tables, period, None if audience == SERVICE else rule_named(RULE))
    book = BookKeeper(metrics.values(), answers, local).write()
    standard = definitions.standard_return()
    leaving = Leaving.of(service.id, period, audience, book)
    figures = leaving.figures
    report = Report(
        service=service.name,
        period=period,
        audience=audience,
        figures=figures,
        definitions=metrics,
        made_at=state.made_at,
        notes=_notes(),
        local_notes=local.notes,
        last_return=_last_return(service.id, period, state, usable, book, figures if audience != SERVICE else ()),
        return_title=standard["title"],
        return_lines=lines_of(standard, figures),
        issue_words=issue_words(service.id, period) if audience == SERVICE else (),
    )
    _write_down(viewer, service.id, report, form, leaving)
    return report


def _last_return(
    service_id: UUID,
    period: Period,
    state: StoreState,
    usable: UsableNow,
    book: Book,
    protected: tuple[Figure, ...],
) -> LastReturn | None:
    """The newest return that was submitted for the period, beside the figures; protected where the report is."""
    submitted = newest_submitted(service_id, period)
    if submitted is None:
        return None
    metrics = definitions.metrics()
    comparison = Comparison(state.tables, metrics, period, definitions.standard_return(), usable)
    last = comparison.of(submitted, figures_of(book))
    return protected_return(last, protected, metrics, rule_named(RULE)) if protected else last


@dataclass(frozen=True)
class Leaving:
    """The figures of a report for an audience, and what its release keeps of them.

    The service has them as counted, which is no release to be kept in mind. Everybody else has them protected, also
    beside the releases of the same period that are out already.
    """

    figures: tuple[Figure, ...]
    kept: Mapping[str, Any]

    @classmethod
    def of(cls, service_id: UUID, period: Period, audience: str, book: Book) -> "Leaving":
        """What leaves now."""
        if audience == SERVICE:
            return cls(figures_of(book), {})
        out = releases_out(service_id, period, audience)
        found = protected(book, rule_named(RULE), out)
        now = published(found.figures)
        if out and now == published([*out[-1].figures.values()]):
            return cls(found.figures, {})
        sealed = Seal(settings.SECRET_KEY, service_id).close(behind(book, found))
        number = number_of(out[-1].earlier.name) + 1 if out else 1
        return cls(found.figures, {"number": number, "published": now, "behind": sealed})


def fresh_store(service_id: UUID) -> StoreState:
    """The current store; made first where there is none or a definition built into it has changed."""
    try:
        state = store_state(service_id)
    except NoFiguresError:
        state = None
    if state is None or state.built_in != definitions.built_in_digest():
        make_store(service_id)
        state = store_state(service_id)
    return state


def _notes() -> tuple[str, ...]:
    index = definitions.deprivation_index()
    if index.version:
        return (f"Deprivation by the index {index.name}, version {index.version}.", *_lookup_notes(index.name))
    return (
        f"The index of deprivation {index.name} was never brought in, so every neighbourhood is unknown. "
        "Bring it in with kith import-areas.",
    )


def _lookup_notes(index: str) -> tuple[str, ...]:
    """Which edition gave the areas of postcodes; nothing where none was brought in for the index's census."""
    census = census_of(index)
    edition = lookup_editions().get(census)
    return (f"Neighbourhoods of postcodes by {edition}, on the areas of the census of {census}.",) if edition else ()


@transaction.atomic
def _write_down(viewer: Viewer, service_id: UUID, report: Report, form: str, leaving: Leaving) -> None:
    release = Release.objects.create(
        service_id=service_id,
        period_first=report.period.first,
        period_last=report.period.last,
        audience=report.audience,
        form=form,
        figures_sha256=fingerprint(report),
        by_id=viewer.actor.id,
        by_name=viewer.actor.name,
        **leaving.kept,
    )
    record(actor=viewer.actor, deed=Deed("released", "report", record_ids=[release.id], service_id=service_id))
