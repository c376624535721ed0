"""Logs without persons: an address by its pattern, a fault by its kind and places, a job by its name."""

import logging
from types import TracebackType
from typing import Any

from kith.kernel.faults import kind_and_places

JOBS = "django-q"


class WithoutPersons(logging.Formatter):
    """One line with when, how bad and where from; what a request or a job brought along stays out."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        plain = logging.makeLogRecord(record.__dict__ | {"exc_text": None})
        plain.msg, plain.args = _words(record), ()
        plain.exc_info = record.exc_info
        return super().format(plain)

    def formatException(self, ei: Any) -> str:  # noqa: N802  its name is the library's
        """Kind and places."""
        fault: tuple[type[BaseException], BaseException, TracebackType | None] = ei
        return "\n".join(kind_and_places(fault[1]))

    def formatStack(self, stack_info: str) -> str:  # noqa: N802  its name is the library's
        """Nothing: lines of code are found by the places."""
        del stack_info
        return ""


def _words(record: logging.LogRecord) -> str:
    request = getattr(record, "request", None)
    if request is not None:
        match = getattr(request, "resolver_match", None)
        address = match.route if match else "an address that is not there"
        return f"{getattr(record, 'status_code', '')} {getattr(request, 'method', '')} /{address}".strip()
    if record.name.startswith("django.security"):
        return "a request was refused"
    if record.name == JOBS:
        return str(record.msg).splitlines()[0].split(" - ")[0] if isinstance(record.msg, str) else "a job"
    return record.getMessage()
