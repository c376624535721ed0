"""A deployment as the first migration of each room left it, filled by what the tables were then."""

import datetime as dt
from pathlib import Path
from unittest import mock
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from kith.access.api import system_viewer
from kith.audit.domain.digest import FIRST, batch_digest, row_mac
from kith.keeping.api import make_backup, read_key
from kith.kernel.days import now
from kith.kernel.ids import new_id

FIRST_OF = "0001_initial"
DAY = dt.date(2024, 5, 1)


def fill() -> None:
    """Tables of the first migrations, and in each a row that somebody could have written."""
    tables = _migrated()
    trust = _row(tables, "access", "Organisation", name="Trust")
    service = _row(tables, "access", "Service", name="Weirdale", organisation=trust)
    seat = _row(tables, "access", "Membership", service=service, name="Jo Marsh", role="worker")
    user = _row(tables, "access", "User", email="jo@example.org", name="Jo Marsh", password="!")
    tables.get_model("access", "Membership").objects.filter(pk=seat.pk).update(user=user)
    person = _row(tables, "people", "Person", first_name="Ada", surname="Quill")
    client = _row(tables, "people", "Client", person=person, service=service, allocated_to=seat, first_contact_on=DAY)
    _row(
        tables, "people", "Consent", client=client, purpose="evaluation", answer="yes", recorded_by="Jo", source="kith"
    )
    _row(tables, "workforce", "Worker", service=service, membership=seat, status="qualified")
    _row(tables, "casework", "Session", client=client, held_on=DAY, minutes=40, attended=True, note="Walked together.")
    _row(tables, "casework", "Plan", client=client, set_on=DAY, issue="Diet")
    _row(tables, "casework", "Referral", client=client, received_on=DAY)
    reading = {"measure": "who_5", "stage": "baseline", "taken_on": DAY, "value_thousandths": 48_000}
    _row(tables, "measures", "Reading", client=client, **reading)
    _telling(tables, service, client)
    _trail(tables, service.pk, client.pk)


def _migrated():
    executor = MigrationExecutor(connection)
    ours = [key for key in executor.loader.graph.node_map if key[1] == FIRST_OF and _is_ours(executor, key)]
    executor.migrate([*ours, ("sessions", FIRST_OF), ("django_q", _last(executor, "django_q"))])
    return MigrationExecutor(connection).loader.project_state(ours).apps


def _is_ours(executor: MigrationExecutor, key: tuple[str, str]) -> bool:
    return executor.loader.graph.nodes[key].__module__.startswith("kith.")


def _last(executor: MigrationExecutor, app: str) -> str:
    return next(name for of, name in executor.loader.graph.leaf_nodes() if of == app)


def _row(tables, app: str, model: str, /, **given):
    return tables.get_model(app, model).objects.create(**given)


def _telling(tables, service, client) -> None:
    telling = _row(
        tables, "ripples", "Telling", service=service, client=client, through="client", beneficiary="family",
        domain="health behaviour", direction="gain", account="Her sister walks too.", author_id=new_id(),
    )  # fmt: skip
    _row(tables, "ripples", "TellingState", telling=telling, state="accepted", by_id=new_id(), by_name="Jo Marsh")


def _trail(tables, service_id: UUID, client_id: UUID) -> None:
    """Two rows, one of them under a seal, as the first version wrote them."""
    key, macs, rows = f"audit:{settings.SECRET_KEY}".encode(), [], []
    for _each in range(2):
        said = {
            "at": now(), "actor_id": new_id(), "actor_name": "Jo Marsh", "verb": "viewed", "service_id": service_id,
            "client_id": client_id, "record_type": "client", "record_ids": [str(client_id)], "fields": [],
        }  # fmt: skip
        row_id = new_id()
        macs.append(row_mac(key, row_id=row_id, **said))
        rows.append(_row(tables, "audit", "AuditRow", id=row_id, mac=macs[-1], **said))
    digest = batch_digest(key, FIRST, macs[:1])
    _row(tables, "audit", "Seal", number=1, rows=1, previous=FIRST, digest=digest)
    tables.get_model("audit", "AuditRow").objects.filter(pk=rows[0].pk).update(batch=1)


def back_up(target: str, key_file: str) -> None:
    """A backup of the tables as they are now."""
    with mock.patch("kith.keeping.actions.make_backup.record"):  # today's row does not fit the first version's trail
        make_backup(viewer=system_viewer(), target=Path(target), key=read_key(Path(key_file)))
