"""Settings from the environment; a wrong one stops the start with a sentence."""

import os
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from kith.config.known import KNOWN
from kith.kernel.errors import WrongSettingError


def text(name: str) -> str:
    """A setting as text; blank is the default."""
    return os.environ.get(name, "").strip() or KNOWN[name].default


def words(name: str) -> list[str]:
    """A setting with commas in it, as its parts."""
    return [part.strip() for part in text(name).split(",") if part.strip()]


def switch(name: str, *, default: bool = False) -> bool:
    """A setting that is yes or no."""
    given = text(name).lower()
    if given in ("", "1", "yes", "true", "on", "0", "no", "false", "off"):
        return given in ("1", "yes", "true", "on") if given else default
    raise WrongSettingError(f"{name} is '{given}'. Set it to yes or no.")


def number(name: str, *, least: int, most: int) -> int:
    """A setting that is a whole number within a range."""
    given = text(name)
    if not given.isdecimal() or not least <= int(given) <= most:
        raise WrongSettingError(f"{name} is '{given}'. Set it to a whole number from {least} to {most}.")
    return int(given)


def reason(name: str) -> str:
    """A setting that switches a protection off, which takes a sentence of words that says why."""
    given = text(name)
    if given and (len(given.split()) < 4 or len(given) < 20):
        raise WrongSettingError(f"{name} says too little. Write in a sentence why; a word is not enough.")
    return given


def address(hosts: list[str], *, is_https: bool) -> str:
    """Where people open Kith, without a stroke at its end; '' where nothing says so."""
    given = text("KITH_ADDRESS").rstrip("/")
    if not given:
        first = hosts[0] if hosts and is_https else ""
        return "" if first in ("", "localhost", "127.0.0.1") or first.startswith((".", "*")) else f"https://{first}"
    try:
        parts = urlsplit(given)
        is_whole = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        is_whole = False
    if not is_whole or parts.path or parts.query or parts.fragment:
        raise WrongSettingError("KITH_ADDRESS is no address of Kith. Set it to one such as https://kith.example.org.")
    return given


def data_folder() -> Path:
    """The folder that holds Kith's files: KITH_DATA."""
    folder = text("KITH_DATA")
    if not folder:
        raise WrongSettingError("KITH_DATA is not set. Set it to the folder that is to hold Kith's files.")
    if Path(folder).exists() and not Path(folder).is_dir():
        raise WrongSettingError(f"KITH_DATA is '{folder}', which is a file. Set it to a folder.")
    return Path(folder)


def secret(folder: Path) -> str:
    """The secret `kith init` made; until then one that serves no one but `kith init` itself."""
    kept = folder / "secret"
    return kept.read_text().strip() if kept.is_file() else "not-initialised"


def database(url: str) -> dict[str, object]:
    """The database that DATABASE_URL names."""
    if not url:
        raise WrongSettingError("DATABASE_URL is not set. Set it, for example to sqlite:////srv/kith/kith.sqlite3.")
    try:
        parts = urlsplit(url)
    except ValueError:
        raise WrongSettingError("DATABASE_URL is no address. Use postgresql://user:password@host:5432/name.")
    if parts.scheme == "sqlite":
        return _sqlite(url, parts.path)
    if parts.scheme in ("postgres", "postgresql"):
        return _postgresql(url)
    raise WrongSettingError(f"DATABASE_URL begins with '{parts.scheme}:'. Use sqlite:// or postgresql://.")


def _sqlite(url: str, path: str) -> dict[str, object]:
    name = unquote(path).removeprefix("/") if not path.startswith("//") else unquote(path)[1:]
    if not name:
        raise WrongSettingError(f"DATABASE_URL '{url}' names no file. Use sqlite:////folder/kith.sqlite3.")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON",
        },
    }


def _postgresql(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    try:
        port = parts.port or 5432
    except ValueError:
        raise WrongSettingError(
            "The port in DATABASE_URL is not a number. Use postgresql://user:password@host:5432/name."
        )
    name = unquote(parts.path.removeprefix("/"))
    if not name:
        raise WrongSettingError("DATABASE_URL names no database. Use postgresql://user:password@host:5432/name.")
    return {
        "ENGINE": "kith.rows.backend",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": port,
        "CONN_MAX_AGE": 60,
    }


def mail(*, is_demo: bool) -> dict[str, object]:
    """The framework's settings for the server that KITH_MAIL_SERVER names; without one no mail leaves."""
    given, sender = text("KITH_MAIL_SERVER"), text("KITH_MAIL_FROM")
    if not given:
        kind = "console" if is_demo else "dummy"
        return {"EMAIL_BACKEND": f"django.core.mail.backends.{kind}.EmailBackend"}
    parts = urlsplit(given)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise WrongSettingError("KITH_MAIL_SERVER names no server. Use smtp://user:password@host:587.")
    if "@" not in sender:
        raise WrongSettingError("KITH_MAIL_FROM is not an e-mail address. Set it to the address mails come from.")
    is_here = parts.hostname in ("localhost", "127.0.0.1", "::1")
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": _port(parts, "KITH_MAIL_SERVER") or (465 if parts.scheme == "smtps" else 25 if is_here else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and not is_here,
        "EMAIL_TIMEOUT": 10,
        "DEFAULT_FROM_EMAIL": sender,
    }


def _port(parts: SplitResult, name: str) -> int | None:
    try:
        return parts.port
    except ValueError:
        raise WrongSettingError(f"The port in {name} is not a number.")
