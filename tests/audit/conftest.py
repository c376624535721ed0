"""A trail under three seals, and rows beyond them. Commits that last are PostgreSQL's: SQLite collects no such test."""

import os

import pytest

from kith.audit.actions import seal
from kith.audit.api import Deed, record_all, seal_rows
from kith.audit.models import AuditRow
from kith.kernel.ids import new_id

collect_ignore = [] if os.environ["DATABASE_URL"].startswith("postgresql") else ["postgresql"]


@pytest.fixture
def write(system):
    """`write(3)`: three more rows."""

    def write_rows(rows=1):
        deeds = [Deed("changed", "people.Person", [new_id()], ["surname"], client_id=new_id()) for _ in range(rows)]
        record_all(actor=system.actor, deeds=deeds)

    return write_rows


@pytest.fixture
def trail(write, monkeypatch):
    """Three seals over seven rows, in batches of three, three and one; two rows beyond them."""
    monkeypatch.setattr(seal, "BATCH", 3)
    write(7)
    assert seal_rows() == 7
    write(2)
    return list(AuditRow.objects.order_by("place"))
