"""Which version of a record its note was last looked at."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ripples", "0003_kinds_judged"),
    ]

    operations = [
        migrations.AddField(
            model_name="noteread",
            name="source_version",
            field=models.PositiveIntegerField(default=0),
        ),
    ]
