"""Says in which small areas a service works."""

import re
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from kith.access.api import Viewer, service_for
from kith.audit.api import Deed, record
from kith.kernel.errors import NotPossibleError
from kith.places.models import ServiceArea
from kith.places.permissions import check_user_may_set_areas

_AREA = re.compile(r"[EWS]01[0-9]{6}|N20[0-9]{6}|[0-9]{2}[A-Z]{2}[0-9]{2}[A-Z][0-9]|D[0-9]{8}")


@transaction.atomic
def set_areas(*, viewer: Viewer, service_id: UUID, codes: Iterable[str]) -> int:
    """Replace the areas of a service by these; none at all leaves them unset. Returns how many there are.

    Raises NotFoundError, NotAllowedError, NotPossibleError.
    """
    service = service_for(viewer, service_id)
    check_user_may_set_areas(viewer, service.id)
    wanted = sorted({code.strip().upper() for code in codes if code.strip()})
    if wrong := [code for code in wanted if not _AREA.fullmatch(code)]:
        raise NotPossibleError(f"'{wrong[0][:20]}' is not the code of a small area. Write codes such as E01000001.")
    if wanted == sorted(ServiceArea.objects.filter(service=service).values_list("area_code", flat=True)):
        return len(wanted)
    ServiceArea.objects.filter(service=service).delete()
    ServiceArea.objects.bulk_create((ServiceArea(service=service, area_code=code) for code in wanted), batch_size=5000)
    record(actor=viewer.actor, deed=Deed("set", "service_areas", service_id=service.id))
    return len(wanted)
