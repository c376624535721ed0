"""Locks agree with what they were made from, and a lock that does not is found."""

import pytest

from requirements import agree

BASE_IN = "# What Kith needs\ndjango==5.2.19  # everywhere\njinja2  # ui\n"
DEV_IN = "-r base.in\npytest  # make test\n"
BASE = "django==5.2.19 \\\n    --hash=sha256:00\n    # via -r requirements/base.in\njinja2==3.1.6 \\\n    --hash=sha256:00\n    # via -r requirements/base.in\n"  # noqa: E501
DEV = BASE + "pytest==9.2.0 \\\n    --hash=sha256:00\n    # via -r requirements/dev.in\n"


@pytest.fixture
def locks(tmp_path, monkeypatch):
    monkeypatch.setattr(agree, "FOLDER", tmp_path)

    def write(base_in=BASE_IN, dev_in=DEV_IN, base=BASE, dev=DEV):
        for name, text in (("base.in", base_in), ("dev.in", dev_in), ("base.txt", base), ("dev.txt", dev)):
            (tmp_path / name).write_text(text)
        return agree.disagreements()

    return write


def test_locks_of_kith_agree():
    assert agree.disagreements() == []


def test_lock_that_agrees_has_no_faults(locks):
    assert locks() == []


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"base_in": BASE_IN + "babel\n"}, "base.in asks for babel, and base.txt has none"),
        ({"base_in": BASE_IN.replace("5.2.19", "5.2.20")}, "base.in asks for django==5.2.20, and base.txt has 5.2.19"),
        ({"base_in": BASE_IN.replace("jinja2", "jinja2>=4")}, "base.in asks for jinja2>=4, and base.txt has 3.1.6"),
        (
            {"base_in": BASE_IN.replace("jinja2  # ui\n", "")},
            "base.txt holds jinja2 for base.in, which no longer asks for it",
        ),
        ({"dev_in": "-r base.in\n"}, "dev.txt holds pytest for dev.in, which no longer asks for it"),
        ({"dev": DEV.replace("jinja2==3.1.6", "jinja2==3.1.5")}, "jinja2 is 3.1.6 in base.txt and 3.1.5 in dev.txt"),
        ({"base": "--index-url https://mirror.example\n" + BASE}, "base.txt has a line that names a host"),
        (
            {"dev": DEV.replace("    --hash=sha256:00\n    # via -r requirements/dev.in\n", "")},
            "pytest in dev.txt has no hash",
        ),
    ],
)
def test_lock_that_disagrees_is_found(locks, changed, fault):
    assert any(found.startswith(fault) for found in locks(**changed))
