"""Definitions are read as people mean them, checked, and overlaid by the service's own folder."""

import os
from pathlib import Path

import pytest

from kith.kernel import definitions
from kith.kernel.definitions import DefinitionNotFoundError, DefinitionWrongError
from kith.kernel.plain_yaml import PlainYamlError, parse

NAME = "health-trainer-export"


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the service's own definitions."""
    monkeypatch.setenv("KITH_DEFINITIONS", str(tmp_path))
    (tmp_path / "imports").mkdir()
    return tmp_path / "imports"


def _packaged() -> str:
    return (definitions.PACKAGED / "imports" / f"{NAME}.yaml").read_text(encoding="utf-8")


def test_a_packaged_definition_is_found() -> None:
    assert NAME in definitions.names("imports")
    assert definitions.load("imports", NAME)["version"] == 1


def test_the_services_own_folder_goes_first(own_folder: Path) -> None:
    (own_folder / f"{NAME}.yaml").write_text(_packaged().replace("version: 1", "version: 7"), encoding="utf-8")
    (own_folder / "other.yaml").write_text(_packaged(), encoding="utf-8")
    assert definitions.load("imports", NAME)["version"] == 7
    assert {NAME, "other"} <= set(definitions.names("imports"))


def test_a_changed_file_is_read_again(own_folder: Path) -> None:
    path = own_folder / f"{NAME}.yaml"
    path.write_text(_packaged(), encoding="utf-8")
    assert definitions.load("imports", NAME) is definitions.load("imports", NAME)
    path.write_text(_packaged().replace("version: 1", "version: 2"), encoding="utf-8")
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 1))
    assert definitions.load("imports", NAME)["version"] == 2


def test_a_definition_that_breaks_its_schema_is_named_with_the_place(own_folder: Path) -> None:
    (own_folder / "spoilt.yaml").write_text(_packaged().replace("type: postcode", "type: postal"), encoding="utf-8")
    with pytest.raises(DefinitionWrongError, match=r"spoilt\.yaml does not keep to its schema at sheets > 1 > columns"):
        definitions.load("imports", "spoilt")


@pytest.mark.parametrize("text", ["a: [", "- one\n- two", "a: 1\na: 2", "a: !!python/object:os.system {}"])
def test_a_file_that_is_no_yaml_is_named(own_folder: Path, text: str) -> None:
    (own_folder / "spoilt.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionWrongError, match=r"The definition spoilt\.yaml cannot be read: .+\."):
        definitions.load("imports", "spoilt")


@pytest.mark.parametrize("name", ["absent", "../imports/health-trainer-export", "/etc/passwd"])
def test_a_name_without_a_definition_is_refused(name: str) -> None:
    with pytest.raises(DefinitionNotFoundError):
        definitions.load("imports", name)


def test_a_kind_without_a_schema_is_refused(own_folder: Path) -> None:
    (own_folder.parent / "poems").mkdir()
    (own_folder.parent / "poems" / "ode.yaml").write_text("a: 1")
    with pytest.raises(DefinitionWrongError, match=r"no schema poems\.json"):
        definitions.load("poems", "ode")


def test_words_that_yaml_would_turn_into_something_else_stay_words() -> None:
    text = "answers: [yes, no, Y, N, on, off, 010, 12:30, 2024-02-01, 1e5]\nreal: [12, -3, 1.5, true, null]"
    assert parse(text) == {
        "answers": ["yes", "no", "Y", "N", "on", "off", "010", "12:30", "2024-02-01", "1e5"],
        "real": [12, -3, 1.5, True, None],
    }


def test_a_key_written_twice_is_refused_with_its_line() -> None:
    with pytest.raises(PlainYamlError, match="line 3 writes b a second time"):
        parse("a:\n  b: 1\n  b: 2")
