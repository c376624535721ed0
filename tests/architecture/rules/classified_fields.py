"""Every field of every model is said to tell of a person, and how, or not to."""

from collections.abc import Iterable, Iterator

from django.db.models import Model

from kith.kernel.privacy import Personal


def unclassified_fields(models: Iterable[type[Model]]) -> list[str]:
    """Fields that are in neither of `classified` and `not_personal`, or in both, or are not there at all."""
    return [fault for model in models for fault in _faults_of(model)]


def _faults_of(model: type[Model]) -> Iterator[str]:
    classified = getattr(model, "classified", {})
    plain = getattr(model, "not_personal", ())
    fields = {field.name for field in model._meta.concrete_fields} | {field.name for field in model._meta.many_to_many}
    name = f"{model._meta.app_label}.{model.__name__}"
    yield from (f"{name}.{field} is not classified." for field in sorted(fields - set(classified) - set(plain)))
    yield from (f"{name}.{field} is classified both ways." for field in sorted(set(classified) & set(plain)))
    yield from (f"{name} has no field {field}." for field in sorted((set(classified) | set(plain)) - fields))
    for field, kind in classified.items():
        if not isinstance(kind, Personal) or not all((kind.purpose, kind.seen_by, kind.kept, kind.masked)):
            yield f"{name}.{field} lacks its purpose, who sees it, how long it is kept or how it is masked."
