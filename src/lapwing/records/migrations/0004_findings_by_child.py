from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0003_daily_digest"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="finding", name="finding_due"),
    ]
