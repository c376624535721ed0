"""Seals the rows written before there were strands, so that from now on no row is ever changed again."""

from django.conf import settings
from django.db import migrations

from kith.audit.domain.digest import FIRST, batch_digest

BATCH = 10_000


def seal(apps, _):
    row, seals = apps.get_model("audit", "AuditRow"), apps.get_model("audit", "Seal")
    key = f"audit:{settings.SECRET_KEY}".encode()
    unsealed = row.objects.filter(strand__isnull=True, batch__isnull=True).order_by("id")
    while found := list(unsealed.values_list("id", "mac")[:BATCH]):
        last = seals.objects.order_by("-number").first()
        number, previous = (last.number + 1, last.digest) if last else (1, FIRST)
        digest = batch_digest(key, previous, [mac for _, mac in found])
        seals.objects.create(number=number, rows=len(found), previous=previous, digest=digest)
        for start in range(0, len(found), 500):
            row.objects.filter(id__in=[row_id for row_id, _ in found[start : start + 500]]).update(batch=number)


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_strands")]
    operations = [migrations.RunPython(seal, migrations.RunPython.noop)]
