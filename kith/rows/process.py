"""The scope connections of this process begin with: nothing, unless whoever started it said why it is every row."""

from kith.rows.domain.scope import CLOSED, Scope

_BEGINS_WITH = [CLOSED]


def scope_of_process() -> Scope:
    """What a new connection may see."""
    return _BEGINS_WITH[0]


def let_process_begin_with(scope: Scope) -> None:
    """For connections from now on."""
    _BEGINS_WITH[0] = scope
