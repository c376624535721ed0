"""Makes a service's store anew from its records, beside the old one, and swaps."""

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pyarrow.compute as pc
import pyarrow.parquet as pq
from django.conf import settings

from kith.access.api import Viewer, service_for
from kith.analytics.contracts import Contract
from kith.audit.api import Deed, record
from kith.kernel.days import now
from kith.reporting.definitions import built_in_digest, metrics, standard_profile
from kith.reporting.domain.errors import SharedPseudonymError
from kith.reporting.domain.packs import packs_of
from kith.reporting.domain.pseudonyms import Pseudonyms
from kith.reporting.domain.standing import ISSUE_LABELS, RIPPLE_STANDINGS, label_table, ripple_table
from kith.reporting.permissions import check_user_may_refresh_figures
from kith.reporting.store.base_tables import EXTRACTS, write_extract
from kith.reporting.store.folder import MANIFEST, StoreFolder
from kith.reporting.store.snapshot import one_moment
from kith.reporting.store.statements import statements_for


@dataclass(frozen=True)
class Refreshed:
    """What a refresh made: when, and how many rows of each table."""

    made_at: dt.datetime
    rows: dict[str, int]


def refresh_store(*, viewer: Viewer, service_id: UUID) -> Refreshed:
    """Make the store of a service anew. Readers keep the old one until the new one is whole."""
    service = service_for(viewer, service_id)
    check_user_may_refresh_figures(viewer, service.id)
    refreshed = make_store(service.id)
    record(actor=viewer.actor, deed=Deed("refreshed", "figures", service_id=service.id))
    return refreshed


def make_store(service_id: UUID) -> Refreshed:
    """The making itself, also where a reader finds the store missing or its definitions changed."""
    made_at, data = now(), Path(settings.KITH_DATA)
    pseudonyms = Pseudonyms(settings.SECRET_KEY, service_id)
    with StoreFolder.of(data, service_id).new_version() as version:
        with one_moment():
            rows = {
                extract.contract.name: write_extract(
                    extract, service_id, pseudonyms, version / f"{extract.contract.name}.parquet"
                )
                for extract in EXTRACTS
            }
            digest = built_in_digest()
        derive(version, data)
        manifest = {"made_at": made_at.isoformat(), "built_in": digest, "rows": rows}
        (version / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    return Refreshed(made_at, rows)


def check_pseudonyms_differ(file: Path, contract: Contract) -> None:
    """No two records of a table may have one pseudonym, or one of them would be lost in a count."""
    column = contract.columns[0]
    if column.kind == "key":
        keys = pq.read_table(file, columns=[column.name])[column.name]
        if pc.count_distinct(keys).as_py() < len(keys):
            raise SharedPseudonymError(f"Two records of {contract.name} share a pseudonym. Tell the makers of Kith.")


def derive(version: Path, data: Path) -> None:
    """Add to the rooms' tables those that the return's profile and the stored expressions make of them."""
    from kith.analytics.engine import duckdb

    for extract in EXTRACTS:
        check_pseudonyms_differ(version / f"{extract.contract.name}.parquet", extract.contract)
    profile = standard_profile()
    labels = pq.read_table(version / "plans.parquet", columns=["issue"])["issue"].unique().to_pylist()
    pq.write_table(label_table(profile, labels), version / f"{ISSUE_LABELS.name}.parquet")
    pq.write_table(ripple_table(profile), version / f"{RIPPLE_STANDINGS.name}.parquet")
    with duckdb.opened({path.stem: path for path in version.glob("*.parquet")}) as engine:
        for name, sql in statements_for(packs_of(metrics().values()), data).stored.items():
            engine.write(sql, version / f"{name}.parquet")
            engine.attach({name: version / f"{name}.parquet"})
