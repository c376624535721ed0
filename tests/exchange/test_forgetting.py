"""What imports leave in the folder is gone after its days, without another import."""

import os
import time

import pytest
from django.utils.module_loading import import_string
from django_q.models import Schedule

from kith.exchange.actions import staging
from kith.exchange.api import forget_files_regularly
from kith.kernel.errors import NotFoundError
from kith.kernel.ids import new_id


def test_files_of_an_import_are_forgotten_every_day_once_they_are_old(db, settings, tmp_path):
    settings.KITH_DATA = str(tmp_path)
    old, fresh = new_id(), new_id()
    for each in (old, fresh):
        staging.keep(each, "refused.xlsx", b"words")
    long_ago = time.time() - (staging.KEPT_DAYS + 1) * 86_400
    os.utime(staging.folder_of(old), (long_ago, long_ago))
    forget_files_regularly()
    forget_files_regularly()
    assert staging.kept(fresh, "refused.xlsx") == b"words"
    with pytest.raises(NotFoundError):
        staging.kept(old, "refused.xlsx")
    (job,) = Schedule.objects.values_list("func", "schedule_type")
    assert job[1] == Schedule.DAILY
    import_string(job[0])()
