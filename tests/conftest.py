"""Fixtures of every room: a service, its people, who asks, what day it is, and where outside data lies."""

import datetime as dt
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import hypothesis
import pytest
import time_machine
from django.conf import settings
from django.db import connections
from django.test import Client as Browser

from kith.access.api import Viewer, roles, system_viewer
from kith.access.models import Membership, Organisation, Service, Team, User
from kith.access.queries import viewer_of
from kith.audit.witness.strand import drop_strand
from kith.kernel.days import LONDON
from kith.rows.api import begin_with_every_row
from tests.databases import a_database_of_its_own, words_for

# Machines are shared: how long one example takes says nothing of the code.
hypothesis.settings.register_profile("shared machine", deadline=None)
hypothesis.settings.load_profile("shared machine")

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "empty_database", "deployment"}
begin_with_every_row(because="a test makes records of every service; its requests are closed as any request is")
LOUD = (
    "The reference data is not there: KITH_REFERENCE_DATA is {given}. Set it to the folder that holds "
    "workbooks/northport_2024-25.xlsx; `make test` sets it to ../shared/data."
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that touches a database, so that `-m database` runs it on PostgreSQL."""
    for item in items:
        if DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())) or item.get_closest_marker("django_db"):
            item.add_marker("database")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say on which database the tests ran, and in which order."""
    for line in _kills_told(terminalreporter):
        terminalreporter.write_line(line)
    seed = terminalreporter.config.getoption("randomly_seed", "none")
    terminalreporter.write_line(f"Database: {words_for(os.environ['DATABASE_URL'])}. Seed of the order: {seed}")


def _kills_told(terminalreporter: pytest.TerminalReporter) -> Iterator[str]:
    """How often each operation was killed, where some were."""
    passed = terminalreporter.stats.get("passed", [])
    counts = sorted(tuple(said) for report in passed for name, said in report.user_properties if name == "killed")
    if counts:
        yield f"Killed: {', '.join(f'{name} {times} times' for name, times in counts)}"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """SQLite's test database is a file, as a real one is: it locks as a real one does."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        test_settings = connections["default"].settings_dict["TEST"]
        test_settings["NAME"] = str(Path(database["NAME"]).with_name("test.sqlite3"))


@pytest.fixture(autouse=True)
def a_trail_of_its_own() -> Iterator[None]:
    """No strand and no witness of the test before, whose rows are gone."""
    drop_strand()
    shutil.rmtree(Path(os.environ["KITH_DATA"]) / "trail", ignore_errors=True)
    yield
    drop_strand()


@pytest.fixture
def empty_database() -> Iterator[str]:
    """The address of a database of its own, without tables, for a test that starts `kith` as a command."""
    with a_database_of_its_own(os.environ["DATABASE_URL"]) as url:
        yield url


@pytest.fixture
def kith_data(tmp_path: Path) -> Path:
    """A folder of its own for KITH_DATA, with a secret."""
    (tmp_path / "secret").write_text("a secret for one test")
    return tmp_path


@pytest.fixture(scope="session")
def reference_data() -> Path:
    """The folder of outside data; without it the test fails and says so."""
    given = os.environ.get("KITH_REFERENCE_DATA", "")
    if not given or not Path(given).is_dir():
        pytest.fail(LOUD.format(given=f"'{given}'" if given else "not set"), pytrace=False)
    return Path(given)


@pytest.fixture(scope="session")
def northport(reference_data: Path) -> Path:
    """The workbook an older database would export."""
    return existing(reference_data / "workbooks" / "northport_2024-25.xlsx")


@pytest.fixture(scope="session")
def deprivation_file(reference_data: Path) -> Path:
    """The index of deprivation, with each nation's own decile."""
    return existing(reference_data / "imd" / "UK_IMD_E_mysociety.csv")


def existing(path: Path) -> Path:
    """A file of the reference data; without it the test fails and says so."""
    if not path.is_file():
        pytest.fail(f"The reference data lacks {path.parent.name}/{path.name}. See KITH_REFERENCE_DATA.", pytrace=False)
    return path


@pytest.fixture
def on_day() -> Iterator[Callable[..., dt.datetime]]:
    """Stop the clock: `on_day("2025-03-31")` is noon in London on that day, `on_day("2025-03-31", "23:30")` later."""
    travels: list[time_machine.travel] = []

    def stand(day: str, at: str = "12:00") -> dt.datetime:
        moment = dt.datetime.fromisoformat(f"{day}T{at}").replace(tzinfo=LONDON)
        while travels:
            travels.pop().stop()
        travels.append(time_machine.travel(moment, tick=False))
        travels[0].start()
        return moment

    yield stand
    while travels:
        travels.pop().stop()


@pytest.fixture
def service(db: None) -> Service:
    """A service, with an organisation."""
    organisation = Organisation.objects.create(name="Fernleigh Community Trust")
    return Service.objects.create(organisation=organisation, name="Fernleigh Health Trainers")


@pytest.fixture
def other_service(service: Service) -> Service:
    """Another service, of another organisation, whose records nobody of `service` may see."""
    organisation = Organisation.objects.create(name="Quayside Partnership")
    return Service.objects.create(organisation=organisation, name="Quayside Health Trainers")


@pytest.fixture
def team(service: Service) -> Team:
    """A team of the service."""
    return Team.objects.create(service=service, name="North team")


@pytest.fixture
def make_user(service: Service) -> Callable[..., User]:
    """`make_user(role, team=, service=, name=, password=)`: a user with one seat, `user.memberships.get()`."""
    default = service

    def make(
        role: str = roles.WORKER,
        *,
        team: Team | None = None,
        service: Service | None = None,
        name: str = "",
        password: str | None = None,
    ) -> User:
        name = name or f"{roles.ROLE_WORDS[role]} {uuid4().hex[:6]}"
        user = User(email=f"{uuid4().hex}@staff.example", name=name)
        user.set_password(password)
        user.save()
        Membership.objects.create(service=service or default, team=team, user=user, name=name, role=role)
        return user

    return make


@pytest.fixture
def make_viewer(make_user: Callable[..., User]) -> Callable[..., Viewer]:
    """`make_viewer(role, team=, service=, name=)`: a viewer with one seat."""

    def make(role: str = roles.WORKER, **given: object) -> Viewer:
        return viewer_of(make_user(role, **given))

    return make


@pytest.fixture
def viewer(make_viewer: Callable[..., Viewer]) -> Viewer:
    """The manager of the service."""
    return make_viewer(roles.SERVICE_MANAGER)


@pytest.fixture
def system(db: None) -> Viewer:
    """The named system actor."""
    return system_viewer()


@pytest.fixture
def signed_in(make_user: Callable[..., User]) -> Callable[..., Browser]:
    """`signed_in(role, team=, service=)` or `signed_in(user=user)`: a signed-in test browser; its `user` is who."""

    def sign_in(role: str = roles.WORKER, *, user: User | None = None, **given: object) -> Browser:
        browser = Browser()
        browser.user = user or make_user(role, **given)  # type: ignore[attr-defined]
        browser.force_login(browser.user)  # type: ignore[attr-defined]
        return browser

    return sign_in
