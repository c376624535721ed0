"""A visit or call ends with a next step."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casework", "0003_initial")]

    operations = [
        migrations.AddField(
            model_name="session",
            name="next_step",
            field=models.CharField(blank=True, default="", max_length=300),
            preserve_default=False,
        )
    ]
