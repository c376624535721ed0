"""Every table is under the second lock, or says why it is not."""

from collections.abc import Iterable

from django.db.models import Model

from kith.rows.api import Outside, belonging

LEAST_WORDS = 3


def tables_without_a_lock(models: Iterable[type[Model]]) -> list[str]:
    """Models whose way to a service nobody knows, and those outside without a reason in words."""
    return [fault for model in models if (fault := _fault_of(model))]


def _fault_of(model: type[Model]) -> str:
    way, name = belonging(model), f"{model._meta.app_label}.{model.__name__}"
    if way is None:
        return f"{name} has no way to a service: say in second_lock how its rows belong to one, or why they do not."
    if isinstance(way, Outside) and len(way.reason.split()) < LEAST_WORDS:
        return f"{name} is outside the second lock without a reason."
    return ""
