"""Makes a report and writes down that it was shown or handed out."""

from pathlib import Path
from uuid import UUID

import pyarrow as pa
from django.conf import settings
from django.db import transaction

from kith.access.api import Viewer, service_for
from kith.analytics.disclosure import rule_named
from kith.audit.api import Deed, record
from kith.kernel.days import Period
from kith.places.api import census_of, lookup_editions
from kith.reporting import definitions
from kith.reporting.actions.refresh_store import make_store
from kith.reporting.domain.book import Book, BookKeeper
from kith.reporting.domain.errors import NoFiguresError
from kith.reporting.domain.figures import Figure, figures_of
from kith.reporting.domain.last_return import LastReturn
from kith.reporting.domain.last_return_protection import protected_return
from kith.reporting.domain.protection import protected_figures
from kith.reporting.domain.report import SERVICE, Report, fingerprint
from kith.reporting.domain.return_lines import lines_of
from kith.reporting.models import Release
from kith.reporting.permissions import check_user_may_see_figures
from kith.reporting.queries import StoreState, counted, issue_words, newest_submitted, stopped_now, store_state
from kith.reporting.store.last_return import Comparison
from kith.reporting.store.local_people import local_people

RULE = "nhsd_7_5"


def release_report(*, viewer: Viewer, service_id: UUID, period: Period, audience: str, form: str) -> Report:
    """The report of a service and period for an audience, with its release and audit row."""
    service = service_for(viewer, service_id)
    check_user_may_see_figures(viewer, service.id, audience)
    state = fresh_store(service.id)
    metrics = definitions.metrics()
    stopped = stopped_now(service.id)
    answers = counted(state.tables, metrics.values(), period, Path(settings.KITH_DATA), stopped)
    local = local_people(service.id, state.tables, period, None if audience == SERVICE else rule_named(RULE))
    book = BookKeeper(metrics.values(), answers, local).write()
    standard = definitions.standard_return()
    figures = figures_for(book, audience)
    report = Report(
        service=service.name,
        period=period,
        audience=audience,
        figures=figures,
        definitions=metrics,
        made_at=state.made_at,
        notes=_notes(),
        local_notes=local.notes,
        last_return=_last_return(service.id, period, state, stopped, book, figures if audience != SERVICE else ()),
        return_title=standard["title"],
        return_lines=lines_of(standard, figures),
        issue_words=issue_words(service.id, period) if audience == SERVICE else (),
    )
    _write_down(viewer, service.id, report, form)
    return report


def _last_return(
    service_id: UUID,
    period: Period,
    state: StoreState,
    stopped: pa.Table,
    book: Book,
    protected: tuple[Figure, ...],
) -> LastReturn | None:
    """The newest return that was submitted for the period, beside the figures; protected where the report is."""
    submitted = newest_submitted(service_id, period)
    if submitted is None:
        return None
    metrics = definitions.metrics()
    comparison = Comparison(state.tables, metrics, period, definitions.standard_return(), stopped)
    last = comparison.of(submitted, figures_of(book))
    return protected_return(last, protected, metrics, rule_named(RULE)) if protected else last


def figures_for(book: Book, audience: str) -> tuple[Figure, ...]:
    """The figures as counted for the service, protected for everybody else."""
    return figures_of(book) if audience == SERVICE else protected_figures(book, rule_named(RULE))


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
def _write_down(viewer: Viewer, service_id: UUID, report: Report, form: str) -> None:
    release = Release.objects.create(
        service_id=service_id,
        period_first=report.period.first,
        period_last=report.period.last,
        audience=report.audience,
        form=form,
        figures_sha256=fingerprint(report),
        by_id=viewer.actor.id,
        by_name=viewer.actor.name,
    )
    record(actor=viewer.actor, deed=Deed("released", "report", record_ids=[release.id], service_id=service_id))
