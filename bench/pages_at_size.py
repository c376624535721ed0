"""In a process of its own: fill a database with a number of clients, answer how long a page takes."""

import datetime as dt
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

DAY = dt.date(2026, 3, 2)


def main(size: int) -> None:
    """Fill the database, then answer each line of standard input with a figure."""
    from kith.cli.ready import get_ready

    get_ready(make=True)
    from django.test import Client as Browser
    from django.test.utils import override_settings

    manager, client_id = _fill(size)
    browser = Browser()
    browser.force_login(manager)
    pages = {"caseload": "/clients", "client": f"/clients/{client_id}"}
    for line in sys.stdin:
        question = line.strip()
        if question == "bare":
            with override_settings(ROOT_URLCONF="bench.bare"), _unlocked():
                answer = _timed(lambda: browser.get("/"))
        elif question.startswith("queries "):
            address = pages[question.removeprefix("queries ")]
            answer = _queries(lambda address=address: browser.get(address))
        elif question.startswith("unlocked "):
            with _unlocked():
                address = pages[question.removeprefix("unlocked ")]
                answer = _timed(lambda address=address: browser.get(address))
        else:
            answer = _timed(lambda address=pages[question]: browser.get(address))
        print(answer, flush=True)


def _timed(do: Callable[[], Any]) -> float:
    start = time.perf_counter()
    answer = do()
    taken = time.perf_counter() - start
    if answer.status_code != 200:
        raise SystemExit(f"The page answered {answer.status_code}.")
    return taken


@contextmanager
def _unlocked() -> Iterator[None]:
    """Pages in the scope of the process, which is every row."""
    from django.db import connection

    connection.hold = lambda scope: scope  # so that a request does not close what the process sees
    try:
        yield
    finally:
        del connection.hold


def _queries(do: Callable[[], Any]) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        do()
    return len(captured)


def _fill(size: int) -> tuple[Any, UUID]:
    """A service with its manager; clients with a plan, readings and sessions each."""
    from django.db import connection

    from kith.access.api import give_seat, make_account, make_service, roles, system_viewer
    from kith.bulk.api import insert
    from kith.casework.models import Plan, Session
    from kith.kernel.ids import new_id
    from kith.measures.models import Reading
    from kith.people.models import Client, Person

    system = system_viewer()
    service = make_service(viewer=system, name="Bench")
    manager = make_account(viewer=system, service=service, email="m@bench.example", name="M", password=str(new_id()))
    give_seat(viewer=system, service=service, user=manager, role=roles.SERVICE_MANAGER)
    people = [(new_id(), f"First{number % 97}", f"Last{number:06}") for number in range(size)]
    clients = [(new_id(), person, service.id, f"B{n:06}", f"last{n:06}", DAY) for n, (person, *_) in enumerate(people)]
    insert(Person, ("id", "first_name", "surname"), people)
    insert(Client, ("id", "person_id", "service_id", "reference", "sorted_name", "first_contact_on"), clients)
    insert(Plan, ("client_id", "issue", "set_on"), [(each[0], "Diet", DAY) for each in clients])
    insert(
        Session, ("client_id", "held_on", "minutes", "attended", "note"),
        [(each[0], DAY + dt.timedelta(days=day), 30, True, "Note") for each in clients for day in range(0, 50, 10)],
    )  # fmt: skip
    insert(
        Reading, ("client_id", "measure", "stage", "taken_on", "value_thousandths"),
        [(each[0], measure, "baseline", DAY, 20_000) for each in clients for measure in ("bmi", "self_efficacy")],
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return manager, clients[size // 2][0]


if __name__ == "__main__":
    main(int(sys.argv[1]))
