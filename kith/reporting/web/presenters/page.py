"""What the page of a report says beside the report itself."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from kith.access.api import Viewer, roles
from kith.audit.api import changed_since
from kith.reporting.domain.report import COMMISSIONER, Report
from kith.reporting.permissions import user_may_import_returns, user_may_refresh_figures
from kith.reporting.queries import TakenFile, newest_taken_files
from kith.reporting.reading.file_forms import FILE_FORMS
from kith.reporting.reading.whole import whole
from kith.reporting.web.choice import Choice
from kith.ui.jinja import url
from kith.ui.words import day


def report_context(viewer: Viewer, choice: Choice, report: Report) -> dict[str, Any]:
    """The report, its downloads, and whether it may be counted again."""
    inside = user_may_refresh_figures(viewer, choice.service.id)
    return {
        "whole": whole(report),
        "form": choice.form,
        "several_services": len(choice.form.fields["service"].choices) > 1,
        "several_audiences": len(choice.form.fields["audience"].choices) > 1,
        "made_at": report.made_at,
        "for_commissioner": report.audience == COMMISSIONER,
        "may_count_again": inside,
        "is_behind": inside and changed_since(choice.service.id, report.made_at),
        "count_again": url("reporting:count_again", **choice.query),
        "downloads": [_download(form, choice) for form in FILE_FORMS],
        "href_of": figure_address(choice),
        "returns": url("reporting:returns") if user_may_import_returns(viewer, choice.service.id) else "",
        "taken_files": [_taken(each) for each in newest_taken_files(viewer, choice.service.id)],
        "may_answer": viewer.has_role(choice.service.id, roles.TEAM_LEADER, roles.SERVICE_MANAGER),
    }


def _download(form: str, choice: Choice) -> tuple[str, str]:
    return url("reporting:download", form, **choice.query), str(FILE_FORMS[form].words)


def _taken(file: TakenFile) -> str:
    return _(
        "The last file brought in, %(name)s on %(on)s: %(refused)s of its %(read)s rows were refused and are in no "
        "figure."
    ) % {"name": file.name, "on": day(file.at), "refused": f"{file.refused:,}", "read": f"{file.read:,}"}


def figure_address(choice: Choice) -> Callable[[str], str]:
    """Where a figure opens, for the same service, period and audience."""
    return lambda metric: url("reporting:figure", metric, **choice.query)
