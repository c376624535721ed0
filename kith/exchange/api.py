"""The front door of exchange.

`GivenFile(name, content, profile)` is a workbook and the import profile that reads it. `check_workbook(viewer=,
service_id=, file=, progress=)` returns a `Check(account, columns, merge)` and writes nothing; `take_workbook(...)`
writes the difference in one transaction and returns the account: `{"sheets", "problems", "possible_duplicates",
"questions"}`. `check_workbook_for` and `take_workbook_for` know the service by name, and the latter makes it if it is
new. `progress` is called with a sentence at each step. They raise `NotUnderstoodError` and the reader's errors when
the file as a whole cannot be taken, `NotAllowedError` and `NotPossibleError`; each carries a sentence.
`refused_workbook(check.refused)` gives the refused rows as a workbook, or
nothing. `imports_visible_to(viewer)` is a queryset of the files given to the services a viewer manages, newest first.
`forget_files_regularly()` lets the worker for jobs remove what imports left in the folder once its days are over.
"""

from kith.exchange.actions.by_name import check_workbook_for, take_workbook_for
from kith.exchange.actions.forgetting import forget_files_regularly
from kith.exchange.actions.take_workbook import Check, GivenFile, check_workbook, take_workbook
from kith.exchange.queries import imports_visible_to
from kith.exchange.workbooks.refused_workbook import refused_workbook

__all__ = [
    "Check", "GivenFile", "check_workbook", "check_workbook_for", "forget_files_regularly", "imports_visible_to",
    "refused_workbook", "take_workbook", "take_workbook_for",
]  # fmt: skip
