"""Every setting a deployment may make, with its default and its meaning. docs/settings.md is written from here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Setting:
    """One name of the environment."""

    name: str
    default: str
    meaning: str
    example: str


_ALL = (
    Setting(
        "DATABASE_URL",
        "",
        "The database. SQLite serves a demo and one desk; a service with several people writing at once wants "
        "PostgreSQL 15 or later. It must be set.",
        "postgresql://kith:password@localhost:5432/kith, or sqlite:////srv/kith/kith.sqlite3",
    ),
    Setting(
        "KITH_ADDRESS",
        "",
        "Where people open Kith, for the link in a mail. Unless it is set, it is `https://` and the first of "
        "`KITH_HOSTS`; where that is this machine alone, mails carry no link.",
        "https://kith.example.org",
    ),
    Setting(
        "KITH_DATA",
        "",
        "The folder of Kith's files: the secret, workbooks on their way in, the analytic store. `kith init` makes "
        "it, and `kith backup` copies it together with the database. It must be set.",
        "/srv/kith",
    ),
    Setting(
        "KITH_DEFINITIONS",
        "",
        "A folder of the service's own definitions, laid out as `kith/definitions/`. A file found there goes before "
        "the one that comes with Kith.",
        "/srv/kith/definitions",
    ),
    Setting(
        "KITH_DEMO",
        "no",
        "Whether this is the demonstration, which says so on every page and does without a second step at sign-in. "
        "Never set it where real records are kept.",
        "yes",
    ),
    Setting(
        "KITH_DEPRIVATION_INDEX",
        "imd-2019-england",
        "The index of deprivation whose fifths are shown: imd-2019-england, on the small areas of the census of 2011, "
        "or imd-2025-england, on those of 2021. `kith import-areas` reads it in under this name.",
        "imd-2025-england",
    ),
    Setting(
        "KITH_HOSTS",
        "localhost,127.0.0.1",
        "The names by which browsers reach Kith, with commas between them. Any other name is refused.",
        "kith.example.org",
    ),
    Setting(
        "KITH_HTTPS",
        "",
        "Whether browsers come by HTTPS. Cookies are then sent by HTTPS only, and browsers are told to insist on it. "
        "Yes unless it is set; in the demonstration no.",
        "yes",
    ),
    Setting(
        "KITH_IDLE_MINUTES",
        "45",
        "Minutes without a click after which the sign-in ends, 5 to 720. What was being typed is kept and given back.",
        "30",
    ),
    Setting(
        "KITH_MAIL_FROM",
        "",
        "The address Kith's mails come from. It must be set where `KITH_MAIL_SERVER` is.",
        "kith@example.org",
    ),
    Setting(
        "KITH_MAIL_SERVER",
        "",
        "The server that sends Kith's mails, which are links for new passwords, and word to managers that a record was "
        "opened in an emergency. `smtp://` changes to an encrypted line before it says anything, but for a server on "
        "the same machine; `smtps://` begins with one. Without it Kith sends no mail, and the page for "
        "forgotten passwords says whom to ask; the demonstration writes mails to standard error.",
        "smtp://kith:password@mail.example.org:587",
    ),
    Setting(
        "KITH_NO_SECOND_STEP_BECAUSE",
        "",
        "Why this deployment does without a second step at sign-in, in a sentence of at least four words, which its "
        "managers and administrators read on their pages. Without it everybody needs a second step.",
        "sign-in is by the trust's own gateway, which asks for a smartcard",
    ),
    Setting(
        "KITH_PROXIES",
        "0",
        "How many proxies of your own stand in front of Kith, each of which adds to X-Forwarded-For, 0 to 5. By it "
        "the limits know which address an attempt comes from.",
        "1",
    ),
)

KNOWN = {setting.name: setting for setting in _ALL}
