"""A foreign key points down the house only, also where it is written as a string."""

from collections.abc import Iterable

from django.db.models import Model

from tests.architecture.rules.tree import Floors


def keys_that_point_up(models: Iterable[type[Model]], floors: Floors) -> list[str]:
    """Links from a model to one of a room above or beside."""
    return [
        f"{model.__name__}.{field.name} in {model._meta.app_label} points to {target} above or beside it."
        for model in models
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model
        if (target := field.related_model._meta.app_label) in floors
        if not floors.may_use(model._meta.app_label, target)
    ]
