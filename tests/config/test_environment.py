"""Settings from the environment: right ones are read, wrong ones refused in a sentence that says what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.config import environment
from kith.config.known import KNOWN
from kith.kernel.errors import WrongSettingError


@pytest.fixture
def setting(monkeypatch):
    return monkeypatch.setenv


@pytest.mark.parametrize(
    ("given", "read"), [("yes", True), ("On", True), ("1", True), ("no", False), (" FALSE ", False)]
)
def test_switch_reads_yes_and_no_in_several_spellings(setting, given, read):
    setting("KITH_HTTPS", given)
    assert environment.switch("KITH_HTTPS", default=not read) is read


def test_switch_left_blank_is_its_default(setting):
    setting("KITH_HTTPS", "")
    assert environment.switch("KITH_HTTPS", default=True) is True


def test_switch_that_is_neither_yes_nor_no_is_refused(setting):
    setting("KITH_DEMO", "perhaps")
    with pytest.raises(WrongSettingError, match="^KITH_DEMO is 'perhaps'. Set it to yes or no.$"):
        environment.switch("KITH_DEMO")


@pytest.mark.parametrize("given", ["soon", "-1", "4", "721", "12.5"])
def test_number_out_of_its_range_is_refused(setting, given):
    setting("KITH_IDLE_MINUTES", given)
    with pytest.raises(
        WrongSettingError, match=f"^KITH_IDLE_MINUTES is '{given}'. Set it to a whole number from 5 to 720.$"
    ):
        environment.number("KITH_IDLE_MINUTES", least=5, most=720)


def test_number_left_blank_is_the_documented_default(setting):
    setting("KITH_IDLE_MINUTES", " ")
    assert environment.number("KITH_IDLE_MINUTES", least=5, most=720) == int(KNOWN["KITH_IDLE_MINUTES"].default)


def test_words_drop_the_spaces_and_commas_between_them(setting):
    setting("KITH_HOSTS", "kith.example.org, ,localhost,")
    assert environment.words("KITH_HOSTS") == ["kith.example.org", "localhost"]


def test_data_folder_not_set_is_refused(monkeypatch):
    monkeypatch.delenv("KITH_DATA")
    with pytest.raises(WrongSettingError, match="^KITH_DATA is not set. Set it to the folder"):
        environment.data_folder()


def test_data_folder_that_is_a_file_is_refused(setting, tmp_path):
    (tmp_path / "file").touch()
    setting("KITH_DATA", str(tmp_path / "file"))
    with pytest.raises(WrongSettingError, match="which is a file. Set it to a folder.$"):
        environment.data_folder()


def test_data_folder_that_is_not_there_yet_is_taken_so_that_init_can_make_it(setting, tmp_path):
    setting("KITH_DATA", str(tmp_path / "later"))
    assert environment.data_folder() == tmp_path / "later"


def test_secret_is_what_init_made(tmp_path):
    (tmp_path / "secret").write_text("made by init\n")
    assert environment.secret(tmp_path) == "made by init"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("sqlite:////srv/kith/kith.sqlite3", "/srv/kith/kith.sqlite3"),
        ("sqlite:///kith.sqlite3", "kith.sqlite3"),
        ("sqlite:////srv/a%20folder/kith.sqlite3", "/srv/a folder/kith.sqlite3"),
    ],
)
def test_sqlite_is_named_by_its_file(url, name):
    database = environment.database(url)
    assert database["ENGINE"] == "django.db.backends.sqlite3"
    assert database["NAME"] == name


def test_postgresql_is_named_by_its_address():
    database = environment.database("postgresql://kith:a%40b@db.example:6543/kith")
    assert database["ENGINE"] == "kith.rows.backend"
    assert [database[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "kith",
        "kith",
        "a@b",
        "db.example",
        6543,
    ]


def test_postgresql_without_a_port_is_at_the_usual_one():
    assert environment.database("postgres://db.example/kith")["PORT"] == 5432


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("", "DATABASE_URL is not set. Set it, for example to sqlite:////srv/kith/kith.sqlite3."),
        ("mysql://db/kith", "DATABASE_URL begins with 'mysql:'. Use sqlite:// or postgresql://."),
        ("kith.sqlite3", "DATABASE_URL begins with ':'. Use sqlite:// or postgresql://."),
        ("sqlite://", "DATABASE_URL 'sqlite://' names no file. Use sqlite:////folder/kith.sqlite3."),
        ("postgresql://db", "DATABASE_URL names no database. Use postgresql://user:password@host:5432/name."),
        (
            "postgresql://user:secret@db:port/kith",
            "The port in DATABASE_URL is not a number. Use postgresql://user:password@host:5432/name.",
        ),
        ("postgresql://[db/kith", "DATABASE_URL is no address. Use postgresql://user:password@host:5432/name."),
    ],
)
def test_database_that_cannot_be_used_is_refused(url, sentence):
    with pytest.raises(WrongSettingError) as refusal:
        environment.database(url)
    assert refusal.value.sentence == sentence


@given(
    st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=40),
    st.sampled_from(["sqlite://", "postgresql://", ""]),
)
def test_database_is_either_read_or_refused_in_a_sentence(rest, start):
    try:
        said = environment.database(start + rest)["NAME"]
    except WrongSettingError as refusal:
        said = refusal.sentence
    assert said


def test_password_of_the_database_is_in_no_sentence():
    with pytest.raises(WrongSettingError) as refusal:
        environment.database("postgresql://user:hush@db:port/kith")
    assert "hush" not in refusal.value.sentence


@pytest.mark.parametrize(
    ("given", "hosts", "is_https", "read"),
    [
        ("", ["kith.example.org", "localhost"], True, "https://kith.example.org"),
        ("", ["kith.example.org"], False, ""),
        ("", ["localhost", "127.0.0.1"], True, ""),
        ("", [".example.org"], True, ""),
        ("", [], True, ""),
        ("https://kith.example.org:8443/", ["localhost"], True, "https://kith.example.org:8443"),
        ("http://10.0.0.4:8000", [], False, "http://10.0.0.4:8000"),
    ],
)
def test_address_is_what_was_set_or_the_first_name_browsers_come_by(setting, given, hosts, is_https, read):
    setting("KITH_ADDRESS", given)
    assert environment.address(hosts, is_https=is_https) == read


@pytest.mark.parametrize(
    "given",
    [
        "kith.example.org",
        "ftp://kith.example.org",
        "https://",
        "https://kith.example.org/kith",
        "https://[::1",
        "https://name:password@kith.example.org",
        "https://kith.example.org/?a=b",
    ],
)
def test_address_that_is_none_is_said_in_a_sentence(setting, given):
    setting("KITH_ADDRESS", given)
    with pytest.raises(WrongSettingError, match="^KITH_ADDRESS is no address of Kith"):
        environment.address([], is_https=True)
