"""Words to translate are found, also inside macros."""

from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg

from tests.architecture.rules.tree import ROOT

MAPPING = ROOT / "kith" / "ui" / "babel.cfg"


def test_words_are_found_in_python_in_pages_and_in_macros():
    with MAPPING.open() as mapping:
        methods, options = parse_mapping_cfg(mapping)
    found = {message for _, _, message, _, _ in extract_from_dir(ROOT / "kith" / "ui", methods, options)}
    assert {"Skip to main content", "Not recorded", "Sign out", "Not known"} <= found
    assert any("This is what you typed at" in str(message) for message in found)
