"""Each guard fails on a planted fault, and is silent without one."""

import subprocess

import pytest
from django.apps import apps
from django.db import models
from django.http import HttpResponse
from django.test.utils import isolate_apps
from django.urls import include, path

from kith.kernel.privacy import IDENTITY, Personal
from kith.rows.api import Outside
from tests.architecture.rules.classified_fields import unclassified_fields
from tests.architecture.rules.contracts import broken_contracts
from tests.architecture.rules.documented import (
    headings_missing,
    pages_missing,
    pages_without_a_subject,
    rooms_without_a_readme,
)
from tests.architecture.rules.doors import MARK, views_without_a_door
from tests.architecture.rules.foreign_keys import keys_that_point_up
from tests.architecture.rules.host_paths import host_paths, tracked_files
from tests.architecture.rules.names_of_pages import pages_used_from_below
from tests.architecture.rules.orm_in_views import orm_in_views
from tests.architecture.rules.second_lock import tables_without_a_lock
from tests.architecture.rules.settings_known import settings_unknown_or_unread
from tests.architecture.rules.side_doors import side_doors
from tests.architecture.rules.sizes import too_long
from tests.architecture.rules.tree import read_floors, rooms
from tests.architecture.rules.words_on_screen import analysts_words, analysts_words_on_screen

FLOORS_CONTRACT = "A room imports only rooms on floors below it"
INSIDE_CONTRACT = "Inside a room: web, api and extracts, actions, queries, permissions, policies, models, domain"
DJANGO_CONTRACT = "kernel, analytics, every domain and every scoring never import Django"
ENGINES_CONTRACT = "Engines are imported only in kith.analytics.engine"


def test_small_house_keeps_every_rule(house):
    floors = read_floors(house)
    assert broken_contracts(house) == []
    assert side_doors(house) == []
    assert pages_used_from_below(house, floors) == []
    assert orm_in_views(house) == []
    assert too_long(house) == []
    assert analysts_words_on_screen(house) == []
    assert rooms_without_a_readme(rooms(house)) == []


@pytest.mark.parametrize(
    ("where", "text", "contract"),
    [
        ("kith/people/api.py", "import kith.casework.api\n", FLOORS_CONTRACT),
        ("kith/people/api.py", "def late():\n    from kith.desk import api\n", FLOORS_CONTRACT),
        ("kith/casework/api.py", "import kith.community.api\n", FLOORS_CONTRACT),
        ("kith/kernel/days.py", "import kith.access\n", FLOORS_CONTRACT),
        ("kith/config/settings.py", "import kith.cli\n", FLOORS_CONTRACT),
        ("kith/cupboard/shelf.py", "", FLOORS_CONTRACT),
        ("kith/people/queries.py", "import kith.people.actions.register\n", INSIDE_CONTRACT),
        ("kith/people/models/person.py", "import kith.people.policies\n", INSIDE_CONTRACT),
        ("kith/people/actions/register.py", "import kith.people.api\n", INSIDE_CONTRACT),
        ("kith/people/policies.py", "import kith.people.permissions\n", INSIDE_CONTRACT),
        ("kith/people/api.py", "import kith.people.web.views\n", INSIDE_CONTRACT),
        ("kith/exchange/workbooks/domain/sheet.py", "import kith.exchange.workbooks.actions.take\n", INSIDE_CONTRACT),
        ("kith/kernel/days.py", "import django\n", DJANGO_CONTRACT),
        ("kith/analytics/pairs.py", "from django.db import models\n", DJANGO_CONTRACT),
        ("kith/people/domain/names.py", "import django.utils.text\n", DJANGO_CONTRACT),
        ("kith/exchange/workbooks/domain/sheet.py", "import django\n", DJANGO_CONTRACT),
        ("kith/measures/scoring/who_5.py", "import django\n", DJANGO_CONTRACT),
        ("kith/reporting/store.py", "import duckdb\n", ENGINES_CONTRACT),
        ("kith/analytics/pairs.py", "import ibis\n", ENGINES_CONTRACT),
        ("kith/reporting/store.py", "def late():\n    import pyspark\n", ENGINES_CONTRACT),
    ],
)
def test_contract_broken_by_a_planted_import(house, plant, where, text, contract):
    for needed in ("people/actions/register", "people/policies", "people/permissions", "people/web/views", "desk/api"):
        plant(f"kith/{needed}.py", "")
    plant("kith/community/api.py", "")
    plant("kith/exchange/workbooks/actions/take.py", "")
    assert broken_contracts(house) == []
    plant(where, text)
    assert broken_contracts(house)[:-1] == [contract]


def test_contracts_let_the_engine_folder_import_an_engine(house, plant):
    plant("kith/analytics/engine/embedded.py", "import duckdb\nimport ibis\n")
    assert broken_contracts(house) == []


def test_contract_broken_by_a_domain_that_reaches_django_through_another_module(house, plant):
    plant("kith/people/models/person.py", "from django.db import models\n")
    plant("kith/casework/domain/states.py", "import kith.people.models.person\n")
    assert DJANGO_CONTRACT in broken_contracts(house)


@pytest.mark.parametrize(
    "text",
    [
        "from kith.people.models import Client\n",
        "from kith.people import queries\n",
        "import kith.people.actions\n",
        "def late():\n    from kith.people.queries import client_for\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from kith.people.models import Client\n",
        "from ..people.api import client_for\n",
    ],
)
def test_side_door_is_found(house, plant, text):
    plant("kith/casework/queries.py", text)
    assert len(side_doors(house)) == 1


def test_side_doors_leave_the_front_doors_and_the_tool_boxes_alone(house, plant):
    plant("kith/people/extracts.py", "")
    text = (
        "from kith.people.api import client_for\nfrom kith.people import extracts\nfrom kith.kernel.days import today\n"
    )
    plant("kith/casework/queries.py", text)
    assert side_doors(house) == []


def test_room_with_records_and_no_front_door_is_found(house):
    (house / "kith/people/api.py").unlink()
    assert side_doors(house) == ["kith/people holds records and has no api.py."]


@isolate_apps("kith.people", "kith.casework", "kith.workforce")
def test_foreign_key_that_points_up_is_found(house):
    class Case(models.Model):
        class Meta:
            app_label = "casework"

    class Client(models.Model):
        newest = models.ForeignKey("casework.Case", on_delete=models.PROTECT)

        class Meta:
            app_label = "people"

    class Visit(models.Model):
        client = models.ForeignKey("people.Client", on_delete=models.PROTECT)

        class Meta:
            app_label = "casework"

    found = keys_that_point_up([Case, Client, Visit], read_floors(house))
    assert found == ["Client.newest in people points to casework above or beside it."]


@isolate_apps("kith.people")
@pytest.mark.parametrize(
    ("declared", "fault"),
    [
        ({}, "name is not classified"),
        ({"classified": {"name": IDENTITY}, "not_personal": ("id", "name")}, "name is classified both ways"),
        ({"classified": {"name": IDENTITY, "gone": IDENTITY}, "not_personal": ("id",)}, "has no field gone"),
        ({"classified": {"name": Personal("", "", "", "")}, "not_personal": ("id",)}, "name lacks its purpose"),
        ({"classified": {"name": "identity"}, "not_personal": ("id",)}, "name lacks its purpose"),
    ],
)
def test_field_not_classified_is_found(declared, fault):
    body = {
        "__module__": __name__,
        "id": models.BigAutoField(primary_key=True),
        "name": models.CharField(max_length=9),
        "Meta": type("Meta", (), {"app_label": "people"}),
    }
    with isolate_apps("kith.people"):
        person = type("Person", (models.Model,), {**body, **declared})
    assert any(fault in found for found in unclassified_fields([person]))


@pytest.mark.parametrize(
    ("declared", "fault"),
    [
        ({}, "has no way to a service"),
        ({"client": models.ForeignKey("people.Client", models.PROTECT, null=True)}, "has no way to a service"),
        ({"index": models.ForeignKey("places.AreaIndex", models.PROTECT)}, "has no way to a service"),
        ({"second_lock": Outside("")}, "without a reason"),
        ({"client": models.ForeignKey("people.Client", models.PROTECT)}, ""),
        ({"service": models.ForeignKey("access.Service", models.PROTECT)}, ""),
        ({"second_lock": Outside("published by somebody else")}, ""),
    ],
)
def test_table_without_a_lock_is_found(declared, fault):
    body = {
        "__module__": __name__,
        "id": models.BigAutoField(primary_key=True),
        "Meta": type("Meta", (), {"app_label": "rows"}),
    }
    with isolate_apps("kith.rows", "kith.people", "kith.places", "kith.access"):
        made = type("Made", (models.Model,), {**body, **declared})
        for field in made._meta.local_fields:
            if field.is_relation:
                field.remote_field.model = apps.get_model(field.remote_field.model)
    found = tables_without_a_lock([made])
    assert bool(found) == bool(fault)
    assert not fault or fault in found[0]


def marked(request):
    return HttpResponse()


def unmarked(request):
    return HttpResponse()


def test_view_without_a_door_is_found():
    setattr(marked, MARK, "somebody")
    for view in (marked, unmarked):
        view.__module__ = "kith.desk.web.views.today"
    patterns = [path("a", marked), path("b/", include([path("c", unmarked)]))]
    assert views_without_a_door(patterns) == ["kith.desk.web.views.today.unmarked declares no permission."]


@pytest.mark.parametrize(
    "text",
    [
        "from kith.people.models import Client\n",
        "from django.db.models import Q\n",
        "def show(request):\n    return Client.objects\n",
        "def show(request):\n    return clients_visible_to(request.viewer).filter(team=None)\n",
        "from django.shortcuts import get_object_or_404\n",
        "def show(request, form):\n    form.save()\n",
    ],
)
def test_query_in_a_view_is_found(house, plant, text):
    plant("kith/people/web/views/client.py", text)
    assert len(orm_in_views(house)) == 1


def test_calls_that_only_sound_like_queries_are_left_alone(house, plant):
    plant(
        "kith/people/web/views/client.py",
        "def show(request, save):\n    save()\n    return list(filter(None, request))\n",
    )
    assert orm_in_views(house) == []


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("kith/people/web/views/client.py", "from django.urls import reverse\nreverse('desk:today')\n"),
        ("kith/people/web/views/client.py", "def show(request):\n    return render(request, 'desk/today.jinja')\n"),
        ("kith/people/templates/people/client.jinja", "{% extends 'desk/today.jinja' %}"),
        ("kith/people/templates/people/client.jinja", "<a href=\"{{ url('desk:today') }}\">Today</a>"),
        ("kith/people/templates/people/client.html", "<a href=\"{% url 'desk:today' %}\">Today</a>"),
    ],
)
def test_page_used_from_below_is_found(house, plant, where, text):
    plant("kith/desk/web/urls.py", "app_name = 'desk'\nurlpatterns = [path('', today, name='today')]\n")
    plant("kith/desk/templates/desk/today.jinja", "<a href=\"{{ url('desk:today') }}\">Today</a>")
    plant("kith/shell/templates/shell/menu.jinja", "<a href=\"{{ url('desk:today') }}\">Today</a>")
    floors = read_floors(house)
    assert pages_used_from_below(house, floors) == []
    plant(where, text)
    assert len(pages_used_from_below(house, floors)) == 1


def test_page_with_two_owners_is_found(house, plant):
    plant("kith/desk/jinja2/client.jinja", "")
    plant("kith/people/jinja2/client.jinja", "")
    assert pages_used_from_below(house, read_floors(house)) == [
        "The template client.jinja belongs to desk and to people."
    ]


def test_long_file_and_long_function_are_found(house, plant):
    plant("kith/people/queries.py", "x = 1\n" * 501)
    plant("kith/people/policies.py", "def long():\n" + "    x = 1\n" * 50)
    plant("kith/desk/templates/desk/today.jinja", "<p></p>\n" * 501)
    plant("tests/people/test_clients.py", "def test_long():\n" + "    x = 1\n" * 50)
    assert len(too_long(house)) == 4


def test_glossary_gives_the_words_that_stay_off_the_screen(house):
    assert {"ripple", "credit gap", "case", "hard to reach"} <= set(analysts_words(house))


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("kith/desk/templates/desk/today.jinja", "<h1>Ripples</h1>"),
        ("kith/desk/templates/desk/today.jinja", "<p>Her small\n  areas</p>"),
        ("kith/desk/templates/desk/today.jinja", '<img alt="Encounters by month">'),
        ("kith/desk/templates/desk/today.jinja", '{{ button({"text": "Close case"}) }}'),
        ("kith/desk/templates/desk/today.jinja", "{{ _('The credit gap') }}"),
        ("kith/desk/templates/desk/today.jinja", "{% trans %}Who is the beneficiary?{% endtrans %}"),
        ("kith/desk/templates/desk/today.html", "{% load i18n %}<h1>Hard-to-reach</h1>"),
        ("kith/desk/templates/desk/today.html", '{% load i18n %}{% translate "Close the case" %}'),
        ("kith/desk/web/presenters/today.py", 'TITLE = "Cases to close"\n'),
        ("kith/shell/templates/shell/menu.jinja", "<a>Cases</a>"),
    ],
)
def test_analysts_word_on_a_trainers_page_is_found(house, plant, where, text):
    plant(where, text)
    assert len(analysts_words_on_screen(house)) == 1


def test_names_in_code_are_not_words_on_the_screen(house, plant):
    plant(
        "kith/desk/templates/desk/today.jinja", "{# ripple #}<p class='case'>{{ telling.domain }}{{ row['case'] }}</p>"
    )
    plant("kith/desk/web/presenters/today.py", '"""Shows ripples."""\nKEY = "case"\n')
    plant("kith/reporting/templates/reporting/report.jinja", "<h1>Ripples</h1>")
    assert analysts_words_on_screen(house) == []


@pytest.mark.parametrize(
    "line",
    [
        "see /ho" + "me/ann/kith",
        "cd HERE",
        '"resolved": "ht' + 'tps://mirror.example/x.tgz"',
        "--index-" + "url http://mirror",
    ],
)
def test_path_of_a_machine_is_found(tmp_path, line):
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    (tmp_path / "notes.md").write_text(f"first\n{line}\n".replace("HERE", str(tmp_path)))
    assert host_paths(tmp_path, tracked_files(tmp_path)) == []
    subprocess.run(["git", "add", "notes.md"], cwd=tmp_path, check=True)
    assert len(host_paths(tmp_path, tracked_files(tmp_path))) == 1


def test_room_without_a_readme_is_found(house):
    (house / "kith/people/README.md").unlink()
    (house / "kith/desk/README.md").write_text("# desk\n")
    assert rooms_without_a_readme(rooms(house)) == [
        "desk/README.md has 1 lines; about 20 tell enough.",
        "people has no README.md.",
    ]


def test_setting_unknown_or_unread_is_found(house, plant):
    plant("kith/config/settings.py", 'MINUTES = text("KITH_IDLE_MINUTES")\nNEW = text("KITH_NEW")\n')
    assert settings_unknown_or_unread(house, ["KITH_IDLE_MINUTES", "KITH_OLD"]) == [
        "KITH_NEW is read and stands in no list of settings.",
        "KITH_OLD is in the list of settings and is read nowhere.",
    ]


def test_definition_without_a_page_and_page_without_a_definition_are_found(tmp_path):
    folder = tmp_path / "metrics"
    folder.mkdir()
    (folder / "old.md").touch()
    assert pages_missing(["people"], folder) == ["people has no page people.md in docs/metrics."]
    assert pages_without_a_subject(["people"], folder) == ["docs/metrics/old.md tells of nothing."]


def test_command_or_setting_without_a_heading_is_found(tmp_path):
    page = tmp_path / "commands.md"
    page.write_text("# Commands\n\n## `kith init`\n")
    assert headings_missing(["kith init", "kith serve"], page) == ["kith serve is not on commands.md."]
