"""docs/metrics/: one page a metric, from its reviewed file, and a list of them all."""

from collections.abc import Mapping
from typing import Any

from docs._generate.page import Page, as_yaml, inline, review, table
from kith.kernel import definitions

COUNTED = ("contract", "measure", "where", "settings", "rests_on", "parts_of", "sums")


def pages() -> list[Page]:
    """The list, then each metric."""
    known = {name: definitions.load("metrics", name) for name in definitions.names("metrics")}
    return [_list(known), *(_page(metric) for metric in known.values())] if known else []


def _list(known: Mapping[str, dict[str, Any]]) -> Page:
    rows = [
        (f"[{name}]({name}.md)", metric["title"], metric["question"], metric["unit"]) for name, metric in known.items()
    ]
    lines = (
        "Every figure of a report is one of these. Each is a reviewed file in `kith/definitions/metrics/`; a service's",
        "own folder, named in `KITH_DEFINITIONS`, goes before it.",
        "",
        *table(("figure", "title", "question", "unit"), rows),
    )
    return Page("metrics/README.md", "Figures", lines)


def _page(metric: dict[str, Any]) -> Page:
    lines = [
        f"*{metric['question']}*",
        "",
        *table(("", ""), [(name, said) for name, said in _facts(metric) if said]),
        "",
        "## What is not in it",
        "",
        inline(metric["not_in_it"]),
    ]
    if metric.get("caution"):
        lines += ["", "## Caution", "", inline(metric["caution"])]
    for key, group in metric.get("group", {}).items():
        lines += ["", f"## By {key.replace('_', ' ')}", "", *_group(group)]
    counted = {key: metric[key] for key in COUNTED if key in metric}
    lines += ["", "## How it is counted", "", *as_yaml(counted), "", "## Review", "", *review(metric)]
    return Page(f"metrics/{metric['id']}.md", metric["title"], tuple(lines))


def _facts(metric: dict[str, Any]) -> list[tuple[str, str]]:
    units = metric.get("units", {})
    unit = metric["unit"] + (f" ({', '.join(f'{key}: {value}' for key, value in units.items())})" if units else "")
    return [
        ("figure", f"`{metric['id']}`"),
        ("version of the definition", str(metric["version"])),
        ("unit", unit),
        ("claim", metric["claim"]),
        ("base", _reference(metric.get("base"))),
        ("missing", _reference(metric.get("missing"))),
        ("opens to", ", ".join(metric["opens_to"])),
    ]


def _reference(given: dict[str, Any] | None) -> str:
    if not given:
        return ""
    if set(given) == {"metric"}:
        return f"[{given['metric']}]({given['metric']}.md)"
    if set(given) == {"values"}:
        return "the groups " + ", ".join(f"`{value}`" for value in given["values"])
    return f"`{given}`"


def _group(group: dict[str, Any]) -> list[str]:
    labels = group.get("labels", {})
    if group["values"] == "as_given":
        return ["The labels are the service's own."]
    return table(("value", "label"), [(f"`{value}`", labels.get(value, value)) for value in group["values"]])
