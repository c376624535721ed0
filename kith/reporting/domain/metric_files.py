"""Reads a metric file that has kept to its schema."""

from collections.abc import Iterator, Mapping
from typing import Any

from kith.reporting.domain.metrics import Key, Measure, Metric, Records, Reference, SumOf, Where

ABOUT = ("claim", "caution", "not_in_it", "author", "checker", "source", "reviewed_on", "review_due")
AS_GIVEN = "as_given"


def metric_from(definition: Mapping[str, Any]) -> Metric:
    """The metric a definition declares."""
    given = dict(definition)
    return Metric(
        id=given["id"],
        version=given["version"],
        title=given["title"],
        question=given["question"],
        contract=given["contract"],
        measure=_measure(given["measure"]),
        where=_where(given.get("where", {})),
        keys=tuple(_key(name, key) for name, key in given.get("group", {}).items()),
        unit=given["unit"],
        units=given.get("units", {}),
        base=_reference(given["base"]) if "base" in given else None,
        missing=_reference(given["missing"]) if "missing" in given else None,
        sums=(*_whole_of(given.get("parts_of")), *(_sum(each) for each in given.get("sums", ()))),
        rests_on={value: _reference(on) for value, on in given.get("rests_on", {}).items()},
        settings=given.get("settings", {}),
        records=Records(tuple(given["opens_to"]), given.get("opens_in", given["contract"])),
        about={name: given[name] for name in ABOUT if name in given},
    )


def _measure(given: Mapping[str, Any] | str) -> Measure:
    return Measure(kind=given) if isinstance(given, str) else Measure(**given)  # type: ignore[arg-type]


def _key(name: str, given: Mapping[str, Any]) -> Key:
    values = () if given["values"] == AS_GIVEN else tuple(given["values"])
    rest = {part: given[part] for part in ("blank", "otherwise", "labels") if part in given}
    return Key(name, given.get("column", name), values, only_if_any=tuple(given.get("only_if_any", ())), **rest)


def _where(given: Mapping[str, Any]) -> Where:
    return {column: tuple(value) if isinstance(value, list) else (value,) for column, value in given.items()}


def _reference(given: Mapping[str, Any]) -> Reference:
    return Reference(
        metric=given.get("metric", ""),
        base_of=given.get("base_of", ""),
        own=given.get("own", False),
        group=given.get("group", {}),
        values=tuple(given.get("values", ())),
        contract=given.get("contract", ""),
        where=_where(given.get("where", {})),
        along=tuple(given.get("along", ())),
        inside=given.get("inside", True),
    )


def _sum(given: Mapping[str, Any]) -> SumOf:
    parts = tuple(_reference(part) for part in given["parts"])
    return SumOf(_reference(given["total"]), parts, tuple(given.get("along", ())), given.get("rest", False))


def _whole_of(given: Mapping[str, Any] | str | None) -> Iterator[SumOf]:
    """`parts_of: total` is short for a sum of all the metric's own figures."""
    if given:
        total = {"metric": given} if isinstance(given, str) else given
        yield SumOf(_reference(total), (Reference(own=True),))
