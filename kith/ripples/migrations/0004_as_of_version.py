from typing import Any

from django.db import migrations, models


def _go_through_again(apps: Any, _: Any) -> None:
    """Sentences that people judged and whose note no longer says them: the next reading takes them back."""
    proposals = apps.get_model("ripples", "Proposal").objects.filter(note_changed=True)
    apps.get_model("ripples", "NoteRead").objects.filter(id__in=proposals.values("note_id")).update(digest="")


class Migration(migrations.Migration):
    dependencies = [
        ("ripples", "0003_kinds_judged"),
    ]

    operations = [
        migrations.AddField(
            model_name="noteread",
            name="as_of_version",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.RunPython(_go_through_again, migrations.RunPython.noop),
        migrations.RemoveField(
            model_name="proposal",
            name="note_changed",
        ),
    ]
