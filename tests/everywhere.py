"""Where a word lies: every column of every table, and every file of KITH_DATA, opened as far as its kind allows."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
from django.conf import settings
from django.contrib.sessions.models import Session as Sitting
from django.db import connection
from django_q.models import OrmQ

DATABASES = (".sqlite3", ".sqlite3-wal", ".sqlite3-shm", ".sqlite3-journal")


def places_of(word: str) -> set[str]:
    """The columns and files that hold a word, whatever its capitals."""
    said = {place for place, text in (*_columns(), *_sittings(), *_jobs(), *_files()) if word in text.casefold()}
    return {place.replace('"', "") for place in said}


def _columns() -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            names = [each[0] for each in cursor.description]
            for row in cursor.fetchall():
                yield from ((f"{table}.{name}", _as_text(value)) for name, value in zip(names, row, strict=True))


def _as_text(value: object) -> str:
    return bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)


def _sittings() -> Iterator[tuple[str, str]]:
    """They are kept encoded."""
    return (("sitting", json.dumps(each.get_decoded(), default=str)) for each in Sitting.objects.all())


def _jobs() -> Iterator[tuple[str, str]]:
    """So are jobs that wait."""
    return (("job", str(each.task)) for each in OrmQ.objects.all())


def _files() -> Iterator[tuple[str, str]]:
    root = Path(settings.KITH_DATA)
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.name.endswith(DATABASES):
            yield from ((str(path.relative_to(root)), text) for text in _texts(path))


def _texts(path: Path) -> Iterator[str]:
    yield path.name
    yield path.read_bytes().decode("latin-1")
    if path.suffix == ".parquet":
        yield str(pq.read_table(path).to_pydict())
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            yield from (packed.read(name).decode("latin-1") for name in packed.namelist())
