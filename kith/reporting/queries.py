"""Reads figures from a service's store."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from django.conf import settings
from django.db.models import Q

from kith.access.api import Viewer, roles
from kith.casework import extracts as casework
from kith.exchange.api import imports_visible_to
from kith.kernel.days import LONDON, Period, today
from kith.kernel.definitions import load
from kith.people.api import Client, clients_visible_to, full_name, with_consent
from kith.reporting.definitions import STANDARD_RETURN, metrics
from kith.reporting.domain.issue_words import IssueWords, WordsTyped, words_by_domain
from kith.reporting.domain.kept import out_again
from kith.reporting.domain.metrics import Metric
from kith.reporting.domain.packs import Counted, packs_of
from kith.reporting.domain.pseudonyms import Pseudonyms
from kith.reporting.domain.releases_out import Out, release_name
from kith.reporting.domain.sealed import Seal
from kith.reporting.domain.submitted import Submitted, given_from
from kith.reporting.domain.usable import UsableNow
from kith.reporting.models import Release, SubmittedReturn
from kith.reporting.store.folder import MANIFEST, StoreFolder
from kith.reporting.store.statements import statements_for
from kith.ripples.api import found_now, notes_otherwise

EVALUATION = "evaluation"
# Each further one is one more set of counts that the new figures may not give away, and takes as long as the first.
RELEASES_KEPT_IN_MIND = 12


@dataclass(frozen=True)
class StoreState:
    """A service's store as it stands: where, since when, and what is built into it."""

    folder: Path
    made_at: dt.datetime
    built_in: str

    @property
    def tables(self) -> dict[str, Path]:
        """Its Parquet files by table."""
        return {path.stem: path for path in self.folder.glob("*.parquet")}


def store_state(service_id: UUID) -> StoreState:
    """The current store of a service. Raises NoFiguresError."""
    folder = StoreFolder.of(Path(settings.KITH_DATA), service_id).current()
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    return StoreState(folder, dt.datetime.fromisoformat(manifest["made_at"]), manifest["built_in"])


def usable_now(service_id: UUID, counted_at: dt.datetime) -> UsableNow:
    """What may be used of clients' words, as of this moment and not as of when the store was made."""
    of = Pseudonyms(settings.SECRET_KEY, service_id).of
    refused = with_consent(Client.objects.filter(service_id=service_id), EVALUATION).filter(Q(consent="no"))
    otherwise = notes_otherwise(service_id, counted_at)
    return UsableNow(
        [of("client", each) for each in refused.values_list("id", flat=True)],
        [of("telling", each) for each in found_now(service_id).values_list("telling_id", flat=True)],
        {of("session", source_id): standing for source_id, standing in otherwise.items()},
    )


def counted(
    tables: Mapping[str, Path], declared: Iterable[Metric], period: Period, data: Path, usable: UsableNow
) -> dict[str, Counted]:
    """What each pack counted in the period: one pass over each table, without words that may not be used."""
    from kith.analytics.engine import duckdb
    from kith.analytics.engine.stand_ins import FIRST, LAST

    ends = (period.first, period.last)
    sql = statements_for(packs_of(declared), data).packs
    with duckdb.opened(tables) as engine:
        engine.hold(usable.tables())
        return {
            name: Counted(engine.answer(duckdb.with_period(each, (FIRST, LAST), ends))) for name, each in sql.items()
        }


def rows_of_period(
    tables: Mapping[str, Path], contract: str, period: Period, data: Path, usable: UsableNow
) -> pa.Table:
    """The rows of one table of a period, one by one."""
    from kith.analytics.engine import duckdb
    from kith.analytics.engine.stand_ins import FIRST, LAST

    sql = statements_for(packs_of(metrics().values()), data).records[contract]
    with duckdb.opened(tables) as engine:
        engine.hold(usable.tables())
        return engine.answer(duckdb.with_period(sql, (FIRST, LAST), (period.first, period.last)))


def issue_words(service_id: UUID, period: Period) -> tuple[IssueWords, ...]:
    """The words of local issues of a period by domain, of clients who said yes to evaluation."""
    typed = [WordsTyped(*each) for each in casework.issue_words(service_id, period)]
    clients = Client.objects.filter(service_id=service_id) if typed else Client.objects.none()
    readable = with_consent(clients, EVALUATION).filter(Q(consent="yes")).values_list("id", flat=True)
    return words_by_domain(typed, set(readable))


def newest_work(state: StoreState) -> dt.date:
    """The last day up to today on which a client was in contact with the service; today where there is none."""
    days = pq.read_table(state.tables["activity"], columns=["day"])["day"]
    past = days.filter(pc.less_equal(days, pa.scalar(today())))
    return pc.max(past).as_py() or today()


class Listed(NamedTuple):
    """A client in a list: name and the service's own reference."""

    name: str
    reference: str


def clients_listed(viewer: Viewer, client_ids: Iterable[UUID]) -> dict[UUID, Listed]:
    """Clients within the viewer's sight, in the order of lists."""
    seen = clients_visible_to(viewer).filter(id__in=set(client_ids)).order_by("sorted_name", "id")
    rows = seen.values_list("id", "person__first_name", "person__surname", "reference")
    return {row[0]: Listed(full_name(row[1], row[2]), row[3]) for row in rows}


def newest_submitted(service_id: UUID, period: Period) -> Submitted | None:
    """The newest version of the standard return that was submitted for exactly this period."""
    rows = SubmittedReturn.objects.filter(
        service_id=service_id, profile=STANDARD_RETURN, period_first=period.first, period_last=period.last
    )
    found = rows.order_by("-version").first()
    return _submitted(found) if found else None


def releases_out(service_id: UUID, period: Period, audience: str) -> list[Out]:
    """The newest releases of exactly this period whose figures were new, the oldest first. Raises SealBrokenError."""
    rows = Release.objects.filter(
        service_id=service_id, period_first=period.first, period_last=period.last, audience=audience, number__gte=1
    )
    seal = Seal(settings.SECRET_KEY, service_id)
    return [
        out_again(
            release_name(each.at.astimezone(LONDON).date().isoformat(), each.number or 0),
            each.published,
            seal.open(bytes(each.behind)),
        )
        for each in reversed(rows.order_by("-number")[:RELEASES_KEPT_IN_MIND])
    ]


class HeldReturn(NamedTuple):
    """A version of a return that was brought in, with the period it is of."""

    period: Period
    submitted: Submitted


def returns_visible_to(viewer: Viewer) -> list[HeldReturn]:
    """Every version of every return of the services the viewer manages, the newest first."""
    within = viewer.services_as(roles.SERVICE_MANAGER)
    rows = SubmittedReturn.objects.all() if viewer.is_system else SubmittedReturn.objects.filter(service__in=within)
    return [HeldReturn(Period(e.period_first, e.period_last), _submitted(e)) for e in rows.order_by("-at", "-id")]


def _submitted(held: SubmittedReturn) -> Submitted:
    figures = tuple(given_from(each) for each in held.figures)
    title = str(load("returns", held.profile)["title"])
    return Submitted(
        title, held.version, held.submitted_on, held.rounded_to, held.file_name, held.by_name, held.at, figures
    )


@dataclass(frozen=True)
class TakenFile:
    """A file that was brought in: its name, when, and how many of its rows were refused."""

    name: str
    at: dt.datetime
    read: int
    refused: int


def newest_taken_files(viewer: Viewer, service_id: UUID) -> list[TakenFile]:
    """The newest file of a service that was taken, if the viewer manages the service and there is one."""
    found = imports_visible_to(viewer).filter(service_id=service_id, state="taken").order_by("-taken_at")[:1]
    return [
        TakenFile(
            each.file_name,
            each.taken_at or each.started_at,
            *(sum(s[what] for s in each.sheets) for what in ("read", "refused")),
        )
        for each in found
    ]
