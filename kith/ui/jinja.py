"""The Jinja2 environment of every page."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils import translation
from jinja2 import BaseLoader, ChainableUndefined, ChoiceLoader, Environment, PackageLoader, TemplateNotFound
from jinja2.loaders import FileSystemLoader

from kith.kernel.ids import new_id
from kith.ui import places, words
from kith.ui.built import asset
from kith.ui.forms import kind_of
from kith.ui.forms.parts import attributes_of, choices_of, day_boxes


class JinjaFiles(FileSystemLoader):
    """Templates that end in .jinja; what else lies in the folders is for the framework's own engine."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if not template.endswith(".jinja"):
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


def environment(**options: Any) -> Environment:
    """Every room's `templates` folder, then the design system's macros; words go through gettext."""
    made = Environment(  # noqa: S701  the framework passes autoescape
        **{
            **options,
            "loader": _loader(),
            "undefined": ChainableUndefined,  # the design system's macros need it
            "trim_blocks": True,
            "lstrip_blocks": True,
            "extensions": ["jinja2.ext.i18n"],
        }
    )
    made.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True, pgettext=translation.pgettext
    )
    made.filters.update(words.FILTERS)
    made.globals.update(
        asset=asset, url=url, url_of=places.url_of, is_there=places.is_there, new_id=new_id,
        kind_of=kind_of, choices_of=choices_of, day_boxes=day_boxes, attributes_of=attributes_of,
    )  # fmt: skip
    return made


def url(name: str, *args: Any, **query: Any) -> str:
    """The address of a page by its URL name, its ids as positional arguments and its query by name."""
    return reverse(name, args=args, query={k: v for k, v in query.items() if v not in (None, "")} or None)


def _loader() -> BaseLoader:
    from django.template.utils import get_app_template_dirs

    return ChoiceLoader([JinjaFiles(get_app_template_dirs("templates")), PackageLoader("nhsuk_frontend_jinja")])
