"""Which report is asked for: read from the address, and written back into links."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from kith.access.api import Viewer, services_visible_to
from kith.kernel.days import Period, financial_year, today
from kith.kernel.errors import NotAllowedError, NotFoundError, NotPossibleError
from kith.reporting.api import newest_day_of_work
from kith.reporting.permissions import audiences_of
from kith.reporting.web.forms.choose import ChooseForm
from kith.reporting.web.forms.periods import OWN, Offered, offered_on

DAYS = ("day", "month", "year")


@dataclass(frozen=True)
class Choice:
    """A service, a period and an audience, and the form that chose them."""

    service: Any
    period: Period
    audience: str
    form: ChooseForm

    @property
    def query(self) -> dict[str, str]:
        """The choice as the query of an address."""
        ends = {"first": self.period.first, "last": self.period.last}
        days = {f"{end}_{part}": str(getattr(day, part)) for end, day in ends.items() for part in DAYS}
        return {"service": str(self.service.id), "period": OWN, **days, "audience": self.audience}


class NotChosen(Exception):
    """The address asks for something that the form can explain."""

    def __init__(self, form: ChooseForm) -> None:
        super().__init__("The choice has errors.")
        self.form = form


def chosen(request: HttpRequest) -> Choice:
    """The report that is asked for; without a query, the financial year of the newest work."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    services = readable_services(viewer)
    service = _service(services, request.GET.get("service", ""))
    audiences = audiences_of(viewer, service.id)
    wanted = request.GET.get("audience")
    if wanted and wanted not in audiences:
        raise NotAllowedError(_("You may see this service's report for the commissioner only."))
    offered, audience = offered_on(today()), wanted or audiences[0]
    if "period" not in request.GET:
        return _by_default(viewer, services, service, offered, audience)
    given = _completed(request.GET, service.id, audience)
    form = ChooseForm(services, offered, audiences, given)
    if not form.is_valid():
        raise NotChosen(form)
    return Choice(service, form.chosen_period(), audience, form)


def _service(services: list[Any], wanted: str) -> Any:
    found = next((each for each in services if str(each.id) == wanted), None if wanted else services[0])
    if found is None:
        raise NotFoundError(_("There is no such service among those whose report you may see."))
    return found


def readable_services(viewer: Viewer) -> list[Any]:
    """The services whose report the viewer may see, by name."""
    found = [each for each in services_visible_to(viewer) if audiences_of(viewer, each.id)]
    if not found:
        raise NotPossibleError(_("There is no service yet whose report you may see."))
    return sorted(found, key=lambda each: each.name)


def _by_default(viewer: Viewer, services: list[Any], service: Any, offered: list[Offered], audience: str) -> Choice:
    period = financial_year(newest_day_of_work(viewer, service))
    named = next((each.name for each in offered if each.period == period), OWN)
    first = {"service": str(service.id), "period": named, "first": period.first, "last": period.last}
    form = ChooseForm(services, offered, audiences_of(viewer, service.id), initial={**first, "audience": audience})
    return Choice(service, period, audience, form)


def _completed(given: Mapping[str, str], service_id: UUID, audience: str) -> dict[str, str]:
    return {**{name: given[name] for name in given}, "service": str(service_id), "audience": audience}
