"""The exit codes of the command line."""

DONE = 0
"""Done; a workbook was taken, also when rows of it were refused."""
FAULT = 1
"""A fault of Kith's own, or stopped by the user. Nothing is half done."""
WRONG_CALL = 2
"""The command line was wrong: an unknown command or option, or one that is missing."""
REFUSED = 3
"""What was asked cannot be done: the sentence says why. Nothing was changed."""
WRONG_SETTING = 4
"""A setting of the environment cannot be used."""
TAMPERED = 5
"""The audit was changed by hand."""
UNWELL = 6
"""Something a deployment needs is not well."""
