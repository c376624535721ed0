"""One telling of a change, for one beneficiary."""

from django.db import models

from kith.kernel.days import now, today
from kith.kernel.ids import new_id
from kith.kernel.privacy import HEALTH, WORDS, WORK
from kith.ripples.domain.kinds import BENEFICIARIES, DIRECTIONS, DOMAINS, GRADES, STATES, THROUGH


class Telling(models.Model):
    """What somebody says the service helped to bring about. Tellings of one change share its change id."""

    id = models.UUIDField(primary_key=True, default=new_id)
    version = models.PositiveIntegerField(default=1)
    service = models.ForeignKey("access.Service", on_delete=models.PROTECT, related_name="tellings")
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, null=True, related_name="tellings")
    change_id = models.UUIDField(default=new_id)
    through = models.CharField(max_length=10)
    beneficiary = models.CharField(max_length=12)
    domain = models.CharField(max_length=60)
    direction = models.CharField(max_length=12)
    account = models.TextField()
    relation = models.CharField(max_length=100, blank=True)
    people_low = models.PositiveSmallIntegerField(default=1)
    people_high = models.PositiveSmallIntegerField(default=1)
    told_on = models.DateField(default=today)
    grade = models.CharField(max_length=10, default="not_stated")
    confirmed = models.BooleanField(default=False)
    read_back = models.BooleanField(null=True)
    source_room = models.CharField(max_length=40, blank=True)
    source_id = models.UUIDField(null=True)
    author_id = models.UUIDField()

    classified = {
        "client": WORK, "beneficiary": HEALTH, "domain": HEALTH, "direction": HEALTH, "account": WORDS,
        "relation": WORDS, "told_on": WORK, "author_id": WORK, "source_id": WORK,
    }  # fmt: skip
    not_personal = (
        "id", "version", "service", "change_id", "through", "people_low", "people_high", "grade", "confirmed",
        "read_back", "source_room",
    )  # fmt: skip

    class Meta:
        indexes = [models.Index(fields=["client", "told_on"]), models.Index(fields=["service", "told_on"])]
        constraints = [
            models.CheckConstraint(condition=models.Q(through__in=THROUGH), name="telling_through_known"),
            models.CheckConstraint(condition=models.Q(beneficiary__in=BENEFICIARIES), name="telling_beneficiary_known"),
            models.CheckConstraint(condition=models.Q(domain__in=DOMAINS), name="telling_domain_known"),
            models.CheckConstraint(condition=models.Q(direction__in=DIRECTIONS), name="telling_direction_known"),
            models.CheckConstraint(condition=models.Q(grade__in=GRADES), name="telling_grade_known"),
            models.CheckConstraint(
                condition=models.Q(people_high__gte=models.F("people_low")), name="telling_people_low_to_high"
            ),
        ]


class TellingState(models.Model):
    """A state is a row added, never edited; the newest governs."""

    id = models.UUIDField(primary_key=True, default=new_id)
    telling = models.ForeignKey(Telling, on_delete=models.PROTECT, related_name="states")
    state = models.CharField(max_length=10)
    at = models.DateTimeField(default=now)
    by_id = models.UUIDField()
    by_name = models.CharField(max_length=200)
    reason = models.CharField(max_length=500, blank=True)

    classified = {"telling": WORK, "by_id": WORK, "by_name": WORK, "reason": WORDS, "at": WORK}
    not_personal = ("id", "state")

    class Meta:
        indexes = [models.Index(fields=["telling", "at"])]
        constraints = [models.CheckConstraint(condition=models.Q(state__in=STATES), name="telling_state_known")]
