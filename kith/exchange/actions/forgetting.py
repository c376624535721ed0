"""Removes what imports left in the folder when its days are over, also where nobody brings in another file."""

from django_q.models import Schedule

from kith.exchange.actions import staging

JOB = "kith.exchange.actions.staging.forget_old"


def forget_files_regularly() -> None:
    """Let the worker for jobs do so every day, and do it now."""
    staging.forget_old()
    Schedule.objects.update_or_create(
        func=JOB, defaults={"name": "Forget what imports left", "schedule_type": Schedule.DAILY}
    )
