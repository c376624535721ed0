"""kith read-notes, as somebody at a terminal meets it."""

import json
from pathlib import Path

import pytest

from kith.cli.main import main

NOTES = "Date,Text\n1 May,Daughter quit smoking.\n2 May,DNA.\n"
LABELLED = (
    "text,through,beneficiary,domain,direction\nDaughter quit smoking.,client,family,health behaviour,gain\nDNA.,,,,\n"
)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes.csv"
    path.write_text(NOTES, encoding="utf-8")
    return path


def test_json_alone_stands_on_standard_output(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read-notes", str(notes), "--format", "json"]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert first["text"] == "Daughter quit smoking."
    (proposal,) = first["proposals"]
    assert list(proposal) == ["through", "beneficiary", "domain", "direction", "cue"]
    assert list(proposal.values())[:4] == ["client", "family", "health behaviour", "gain"]
    assert second == {"text": "DNA.", "proposals": []}


def test_text_is_for_reading(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notes.write_text("text\nDaughter quit smoking.\nShe is self-harming.\nDNA.\n")
    assert main(["read-notes", str(notes)]) == 0
    out = capsys.readouterr().out
    assert "client > family: health behaviour, gain" in out
    assert "withheld" in out
    assert "nothing proposed" in out


def test_the_score_is_printed_by_direction_beneficiary_and_through(
    notes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes.write_text(LABELLED)
    assert main(["read-notes", str(notes), "--score", "--format", "json"]) == 0
    kinds = [(each["by"], each["name"], each["precision"]) for each in json.loads(capsys.readouterr().out)]
    assert kinds == [
        ("all", "", 1.0),
        ("direction alone", "", 1.0), ("beneficiary alone", "", 1.0),
        ("through alone", "", 1.0), ("domain alone", "", 1.0),
        ("direction", "gain", 1.0), ("beneficiary", "family", 1.0), ("through", "client", 1.0),
    ]  # fmt: skip
    assert main(["read-notes", str(notes), "--score"]) == 0
    assert "direction gain" in capsys.readouterr().out


def test_a_proposal_may_be_right_in_one_field_and_wrong_in_another(
    notes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes.write_text(LABELLED.replace(",gain", ",harm"))
    assert main(["read-notes", str(notes), "--score", "--format", "json"]) == 0
    right = {each["by"]: each["right"] for each in json.loads(capsys.readouterr().out) if not each["name"]}
    assert right == {
        "all": 0, "direction alone": 0, "beneficiary alone": 1, "through alone": 1, "domain alone": 1
    }  # fmt: skip


@pytest.mark.parametrize(
    ("content", "options", "words"),
    [
        (b"", (), "empty"),
        (b"note\nhello\n", (), "no column 'text'. Its first line names: note."),
        (b"text\n", (), "holds no note"),
        (b"text\nhello\n", ("--score",), "no column 'through'"),
        (b"PK\x03\x04\x00\x00", (), "is no CSV"),
        (b"text\n\x81\n", (), "neither in UTF-8 nor in Windows-1252"),
        (b'text\n"cut short', (), "no CSV that can be read"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_in_a_sentence(
    notes: Path, capsys: pytest.CaptureFixture[str], content: bytes, options: tuple[str, ...], words: str
) -> None:
    notes.write_bytes(content)
    assert main(["read-notes", str(notes), *options]) == 3
    out, err = capsys.readouterr()
    assert (out, words in err, err.endswith(".\n")) == ("", True, True)


def test_a_file_of_windows_is_read_as_it_was_meant(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notes.write_bytes("text\nHusband\u2019s quit smoking.\n".encode("cp1252"))
    assert main(["read-notes", str(notes), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["proposals"]
