"""What was withdrawn since a backup stays withdrawn when the backup is restored."""

import json

import pytest

from tests.deployments import Deployment

DEEDS = "tests.keeping.withdrawing"


@pytest.fixture(autouse=True, scope="module")
def _service(deployment: Deployment) -> None:
    deployment.bring_in(8)


def made(deployment: Deployment, name: str, *given: str) -> str:
    done = deployment.warm.kith(*given, call=f"{DEEDS}:{name}")
    assert done.code == 0, done.stderr
    return done.stdout.strip()


def test_withdrawal_made_since_the_backup_is_made_again(deployment):
    client = made(deployment, "agree_and_tell")
    path = deployment.backup()
    made(deployment, "withdraw_both", client)
    listed = deployment.folder / "withdrawals.json"
    deployment.kith("withdrawals", "--output", listed)
    told = deployment.kith("restore", path, "--key-file", deployment.key, "--replace-what-is-there").stdout
    assert "2 withdrawals made again" in told
    assert made(deployment, "stand", client) == "no withdrawn"
    again = deployment.kith("restore", path, "--key-file", deployment.key, "--replace-what-is-there").stdout
    assert "2 withdrawals made again" in again


def test_note_shut_since_the_backup_is_shut_again_and_what_was_found_in_it_is_gone(deployment):
    client = made(deployment, "agree_and_tell")
    session = made(deployment, "write_a_note", client)
    path = deployment.backup("shut.kithbackup")
    assert made(deployment, "where_words_lie", client) == "['casework_session.note', 'ripples_telling.account'] 0"
    made(deployment, "shut_note", session)
    deployment.kith("restore", path, "--key-file", deployment.key, "--replace-what-is-there")
    assert made(deployment, "where_words_lie", client) == "['casework_session.note'] 1"


def test_record_open_in_an_emergency_when_the_backup_was_made_is_closed_after_a_restore(deployment):
    glass = made(deployment, "open_in_an_emergency", made(deployment, "agree_and_tell"))
    path = deployment.backup("open.kithbackup")
    assert made(deployment, "glass_stands", glass) == "open"
    deployment.kith("restore", path, "--key-file", deployment.key, "--replace-what-is-there")
    assert made(deployment, "glass_stands", glass) == "closed"


def test_withdrawals_kept_elsewhere_are_made_again_where_everything_was_lost(deployment, tmp_path):
    client = made(deployment, "agree_and_tell")
    path = deployment.backup("lost.kithbackup")
    made(deployment, "withdraw_both", client)
    listed = tmp_path / "withdrawals.json"
    deployment.kith("withdrawals", "--output", listed)
    made(deployment, "lose_everything")
    deployment.kith("restore", path, "--key-file", deployment.key, "--withdrawals", listed)
    assert made(deployment, "stand", client) == "no withdrawn"
    assert json.loads(deployment.kith("audit", "verify", "--format", "json").stdout)["faults"] == []


def test_list_of_withdrawals_names_nobody(deployment):
    made(deployment, "withdraw_both", made(deployment, "agree_and_tell"))
    listed = deployment.kith("withdrawals").stdout
    assert "Quillfeather" not in listed
    assert "debt letters" not in listed


def test_file_that_is_no_list_of_withdrawals_is_refused(deployment, tmp_path):
    path = deployment.backup("whole.kithbackup")
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"withdrawals": [{"kind": "consent"}]}')
    sentence = deployment.refused("restore", path, "--key-file", deployment.key, "--withdrawals", wrong)
    assert "is not a file of withdrawals" in sentence
