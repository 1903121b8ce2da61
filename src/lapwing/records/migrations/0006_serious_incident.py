import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import lapwing.records.models.tables
import lapwing.records.together


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0005_the_board"),
    ]

    operations = [
        lapwing.records.together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name="SeriousIncidentEarlier",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("stored_by_id", models.BigIntegerField(null=True)),
                        ("feed_id", models.TextField(null=True)),
                        ("replaced_at", models.DateTimeField()),
                        ("seen", models.BooleanField(default=True)),
                        ("serious_incident_id", models.TextField(db_column="serious_incident_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("occurred_on", models.DateField(db_column="occurred_on", null=True)),
                        ("known_on", models.DateField(db_column="known_on", null=True)),
                        ("notified_on", models.DateField(db_column="notified_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "serious_incident_earlier",
                        "indexes": [
                            models.Index(fields=["serious_incident_id"], name="serious_incident_earli_0"),
                            models.Index(fields=["child_id"], name="serious_incident_earli_1"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("serious_incident_id", "version"), name="serious_incident_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SeriousIncident",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("serious_incident_id", models.TextField(primary_key=True, serialize=False)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("occurred_on", models.DateField(db_column="occurred_on", null=True)),
                        ("known_on", models.DateField(db_column="known_on", null=True)),
                        ("notified_on", models.DateField(db_column="notified_on", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                        (
                            "child",
                            models.ForeignKey(
                                db_column="child_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.child",
                            ),
                        ),
                        (
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        (
                            "recorded_agency",
                            models.ForeignKey(
                                db_column="recorded_agency_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.agency",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                db_column="recorded_by",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        (
                            "stored_by",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "db_table": "serious_incident",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("child__isnull", False), _connector="OR"),
                                name="serious_incident_child_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("kind__isnull", False), _connector="OR"),
                                name="serious_incident_kind_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("occurred_on__isnull", True),
                                    ("known_on__isnull", True),
                                    ("known_on__gte", models.F("occurred_on")),
                                    _connector="OR",
                                ),
                                name="serious_incident_occurred_on_to_known_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("known_on__isnull", True),
                                    ("notified_on__isnull", True),
                                    ("notified_on__gte", models.F("known_on")),
                                    _connector="OR",
                                ),
                                name="serious_incident_known_on_to_notified_on",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
