"""Reading a service's notes when nothing is new, against a count by hand, on both databases."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

from bench.measured import Measured, median_of_pairs
from tests.postgres import cluster

NOTES, TO_A_CLIENT, AT_ONCE, TIMES, LIMIT = 100_000, 20, 5_000, 5, 8.0
WORDS = "Met at the library. Talked about walking twice a week and the plan for next month; she brought the diary. " * 4
BY_HAND = """
    SELECT count(*) FROM casework_session s JOIN people_client c ON c.id = s.client_id
    LEFT JOIN ripples_noteread r ON r.source_id = s.id
    WHERE s.note <> '' AND EXISTS (SELECT 1 FROM people_consent WHERE client_id = c.id AND answer = 'yes')
    AND (r.id IS NULL OR r.as_of_version <> s.version OR r.reader_version <> %s)"""


def measure() -> list[Measured]:
    """How many times as long as asking the database by hand which notes are new."""
    with cluster() as url, tempfile.TemporaryDirectory() as folder:
        addresses = {"SQLite": f"sqlite:///{folder}/kith.sqlite3", "PostgreSQL": f"{url.rsplit('/', 1)[0]}/postgres"}
        return [
            Measured(f"{NOTES:,} notes of which none is new, on {name}", _told(address, folder), LIMIT)
            for name, address in addresses.items()
        ]


def _told(address: str, folder: str) -> float:
    env = {
        **os.environ, "DATABASE_URL": address, "KITH_DATA": folder, "DJANGO_SETTINGS_MODULE": "kith.config.settings",
    }  # fmt: skip
    command = [sys.executable, "-m", "bench.reading", "measure"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=env)
    return float(done.stdout.split()[-1])


def _child() -> None:
    """Prints the ratio."""
    from kith.cli.ready import get_ready

    get_ready(make=True)
    from django.db import connection

    from kith.access.api import system_viewer
    from kith.ripples.api import notes_reader, propose_ripples
    from kith.rows.api import begin_with_every_row

    begin_with_every_row(because="a benchmark works as a command does")
    service_id = _service_with_notes()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    version = notes_reader().version

    def read() -> None:
        assert propose_ripples(viewer=system_viewer(), service_id=service_id).read == 0

    def count() -> None:
        with connection.cursor() as cursor:
            cursor.execute(BY_HAND, [version])
            assert cursor.fetchone() == (0,)

    read()
    print(median_of_pairs(TIMES, lambda: _timed(read), lambda: _timed(count)))


def _service_with_notes() -> object:
    """Notes that were read as they are."""
    from kith.access.models import Organisation, Service
    from kith.casework.models import Session
    from kith.kernel.days import today
    from kith.people.models import Client, Consent, Person
    from kith.ripples.api import notes_reader
    from kith.ripples.models import NoteRead

    service = Service.objects.create(organisation=Organisation.objects.create(name="A trust"), name="A service")
    persons = Person.objects.bulk_create(Person(first_name="Ada") for _ in range(NOTES // TO_A_CLIENT))
    clients = Client.objects.bulk_create(Client(person=each, service=service) for each in persons)
    Consent.objects.bulk_create(
        Consent(client=each, purpose="evaluation", answer="yes", recorded_by="A worker", source="page")
        for each in clients
    )
    day, version = today(), notes_reader().version
    for first in range(0, NOTES, AT_ONCE):
        whose = (clients[number % len(clients)] for number in range(first, first + AT_ONCE))
        sessions = Session.objects.bulk_create(Session(client=each, held_on=day, note=WORDS) for each in whose)
        NoteRead.objects.bulk_create(
            NoteRead(
                service=service, client_id=each.client_id, source_room="casework", source_id=each.id, noted_on=day,
                as_of_version=each.version, digest="as it is", reader_version=version,
            )
            for each in sessions
        )  # fmt: skip
    return service.id


def _timed(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


if __name__ == "__main__" and sys.argv[1:]:
    _child()
