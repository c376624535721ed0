"""The rules are the service's own to set, within bounds, and what is set stands on the page."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from kith.access.api import roles
from kith.glass.domain.rules import has_substance
from kith.glass.policies import rules
from kith.kernel.definitions import PACKAGED, DefinitionWrongError


@pytest.fixture
def set_rule(tmp_path, monkeypatch):
    def write(name, value):
        lines = (PACKAGED / "glass.yaml").read_text().splitlines()
        kept = [f"{name}: {value}" if line.startswith(f"{name}:") else line for line in lines]
        (tmp_path / "glass.yaml").write_text("\n".join(kept) + "\n")
        monkeypatch.setenv("KITH_DEFINITIONS", str(tmp_path))

    return write


def test_hours_that_are_set_stand_on_the_page(set_rule, signed_in, service, on_day):
    on_day("2026-03-02", "09:30")
    set_rule("hours", 2)
    page = signed_in(roles.WORKER).get(reverse("glass:ask")).content.decode()
    assert "after 2 hours: at 11:30 on 2 Mar" in page


@pytest.mark.parametrize(("name", "value"), [("hours", 0), ("hours", 73), ("reach", "everybody"), ("least_words", 1)])
def test_rule_out_of_bounds_is_refused(name, value, set_rule):
    set_rule(name, value)
    with pytest.raises(DefinitionWrongError, match=r"glass\.yaml"):
        rules()


@given(st.text("abcdefgh", min_size=1), st.integers(1, 30))
def test_reason_of_one_word_however_often_has_no_substance(word, times):
    assert not has_substance(" ".join([word] * times), 2)


@given(st.lists(st.text("abcdefgh", min_size=2), min_size=4, unique=True), st.sampled_from([" ", ", ", ".\n", " - "]))
def test_reason_of_four_different_words_has_substance(words, between):
    assert has_substance(between.join(words), 4)


@given(st.text())
def test_any_reason_can_be_judged(reason):
    assert has_substance(reason, 4) in (True, False)
