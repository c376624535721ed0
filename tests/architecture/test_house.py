"""The rules of the house, on the house."""

import pytest
from django.apps import apps
from django.urls import get_resolver

from docs._generate.commands import subcommands
from kith.config.known import KNOWN
from kith.kernel import definitions
from tests.architecture.rules.classified_fields import unclassified_fields
from tests.architecture.rules.contracts import broken_contracts
from tests.architecture.rules.documented import (
    headings_missing,
    pages_missing,
    pages_without_a_subject,
    rooms_without_a_readme,
)
from tests.architecture.rules.doors import views_without_a_door
from tests.architecture.rules.foreign_keys import keys_that_point_up
from tests.architecture.rules.host_paths import host_paths, tracked_files
from tests.architecture.rules.names_of_pages import pages_used_from_below
from tests.architecture.rules.orm_in_views import orm_in_views
from tests.architecture.rules.second_lock import tables_without_a_lock
from tests.architecture.rules.settings_known import settings_unknown_or_unread
from tests.architecture.rules.side_doors import side_doors
from tests.architecture.rules.sizes import too_long
from tests.architecture.rules.tree import ROOT, read_floors, rooms
from tests.architecture.rules.words_on_screen import analysts_words_on_screen

FLOORS = read_floors()


def our_models():
    return [model for model in apps.get_models() if model.__module__.startswith("kith.")]


def none(faults):
    assert not faults, "\n" + "\n".join(faults)


def test_imports_keep_the_contracts():
    none(broken_contracts(ROOT))


def test_rooms_are_entered_by_their_front_doors():
    none(side_doors(ROOT))


def test_foreign_keys_point_down():
    none(keys_that_point_up(our_models(), FLOORS))


def test_pages_are_used_by_their_room_and_those_above():
    none(pages_used_from_below(ROOT, FLOORS))


def test_views_declare_a_permission():
    none(views_without_a_door(get_resolver().url_patterns))


def test_views_hold_no_query():
    none(orm_in_views(ROOT))


def test_fields_are_classified():
    none(unclassified_fields(our_models()))


def test_tables_are_under_the_second_lock_or_say_why_not():
    none(tables_without_a_lock(apps.get_models(include_auto_created=True)))


def test_files_and_functions_are_short():
    none(too_long(ROOT))


def test_trainers_pages_say_trainers_words():
    none(analysts_words_on_screen(ROOT))


def test_repository_names_no_machine():
    none(host_paths(ROOT, tracked_files(ROOT)))


def test_rooms_say_what_they_are_for():
    none(rooms_without_a_readme(rooms(ROOT)))


def test_settings_are_known_and_read():
    none(settings_unknown_or_unread(ROOT, KNOWN))


def test_settings_are_documented():
    none(headings_missing(KNOWN, ROOT / "docs" / "settings.md"))


def test_commands_are_documented():
    none(headings_missing(subcommands(), ROOT / "docs" / "commands.md"))


@pytest.mark.parametrize("kind", ["metrics", "returns"])
def test_definitions_have_a_page_each(kind):
    names = definitions.names(kind)
    assert names, f"There are no {kind} in kith/definitions."
    none([*pages_missing(names, ROOT / "docs" / kind), *pages_without_a_subject(names, ROOT / "docs" / kind)])
