"""What the browser gets."""

import json
import re
from pathlib import Path

import pytest

from kith.ui import build as builder
from kith.ui import built

FOLDER = built.BUILT


@pytest.fixture(scope="module")
def folder() -> Path:
    return FOLDER / (FOLDER / "current").read_text()


def test_build_does_nothing_when_nothing_changed(monkeypatch):
    def refuse(*_):
        raise AssertionError("It built again.")

    builder.build()
    before = {path: path.stat().st_mtime_ns for path in FOLDER.rglob("*.css")}
    monkeypatch.setattr(builder, "_run", refuse)
    builder.build()
    assert {path: path.stat().st_mtime_ns for path in FOLDER.rglob("*.css")} == before


def test_look_calls_no_host_and_has_no_font_or_colour_of_the_nhs(folder):
    css = (folder / "kith.css").read_text()
    assert not re.findall(r"https?://|@import", css)
    assert "@font-face" not in css
    assert "frutiger" not in css.lower()
    assert "005eb8" not in css


def test_every_picture_the_look_calls_for_is_there(folder):
    for name in re.findall(r'url\("?([^")]+)', (folder / "kith.css").read_text()):
        assert name.startswith("data:") or (folder / name).is_file(), name


def test_scripts_name_no_source_map(folder):
    scripts = list(folder.glob("*.js"))
    assert {"kith.js", "keep.js", "idle.js", "nhsuk-frontend.min.js"} <= {each.name for each in scripts}
    assert not [each.name for each in scripts if "sourceMappingURL" in each.read_text()]


def test_every_script_a_script_imports_is_there(folder):
    for script in folder.glob("*.js"):
        for name in re.findall(r'^import .* from "\./([^"]+)"', script.read_text(), re.MULTILINE):
            assert (folder / name).is_file(), name


def test_browser_may_keep_what_is_built_for_ever(client, folder):
    response = client.head(f"/static/{folder.name}/kith.css")
    assert response.status_code == 200
    assert "immutable" in response["Cache-Control"]


def test_lock_names_no_host():
    lock = json.loads(builder.LOCK.read_text())
    assert not [name for name, package in lock["packages"].items() if "resolved" in package]


def test_missing_look_is_said_in_a_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(built, "BUILT", tmp_path)
    built._folder.cache_clear()
    try:
        with pytest.raises(built.LookMissingError, match="make setup"):
            built.asset("kith.css")
    finally:
        built._folder.cache_clear()


def test_fault_in_the_look_is_said_in_a_sentence(monkeypatch):
    with pytest.raises(builder.NotBuiltError, match="Could not compile the look"):
        builder._run(["node", "--eval", "process.exit(1)"], "compile the look")
