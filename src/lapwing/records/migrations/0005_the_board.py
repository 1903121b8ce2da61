import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import lapwing.records.models.tables
import lapwing.records.together


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0004_lists_at_scale"),
    ]

    operations = [
        lapwing.records.together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name="AuditCase",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("audit_case_id", models.TextField(primary_key=True, serialize=False)),
                        ("number", models.BigIntegerField(db_column="number", null=True)),
                        ("place", models.BigIntegerField(db_column="place", null=True)),
                        ("how_found", models.TextField(db_column="how_found", null=True)),
                        ("stratum", models.TextField(db_column="stratum", null=True)),
                        ("reason", models.TextField(db_column="reason", null=True)),
                        ("withdrawn_on", models.DateField(db_column="withdrawn_on", null=True)),
                        ("withdrawn_because", models.TextField(db_column="withdrawn_because", null=True)),
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
                        (
                            "audit_round",
                            models.ForeignKey(
                                db_column="audit_round_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.auditround",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "audit_case",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("audit_round__isnull", False), _connector="OR"
                                ),
                                name="audit_case_audit_round_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("child__isnull", False), _connector="OR"),
                                name="audit_case_child_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("how_found__isnull", False), _connector="OR"
                                ),
                                name="audit_case_how_found_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditCaseEarlier",
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
                        ("audit_case_id", models.TextField(db_column="audit_case_id", null=True)),
                        ("audit_round_id", models.TextField(db_column="audit_round_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("number", models.BigIntegerField(db_column="number", null=True)),
                        ("place", models.BigIntegerField(db_column="place", null=True)),
                        ("how_found", models.TextField(db_column="how_found", null=True)),
                        ("stratum", models.TextField(db_column="stratum", null=True)),
                        ("reason", models.TextField(db_column="reason", null=True)),
                        ("withdrawn_on", models.DateField(db_column="withdrawn_on", null=True)),
                        ("withdrawn_because", models.TextField(db_column="withdrawn_because", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "audit_case_earlier",
                        "indexes": [
                            models.Index(fields=["audit_case_id"], name="audit_case_earlier_0"),
                            models.Index(fields=["child_id"], name="audit_case_earlier_1"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("audit_case_id", "version"), name="audit_case_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditFinding",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("audit_finding_id", models.TextField(primary_key=True, serialize=False)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("found_on", models.DateField(db_column="found_on", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
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
                        (
                            "audit_round",
                            models.ForeignKey(
                                db_column="audit_round_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.auditround",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "audit_finding",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("audit_round__isnull", False), _connector="OR"
                                ),
                                name="audit_finding_audit_round_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("kind__isnull", False), _connector="OR"),
                                name="audit_finding_kind_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditFindingEarlier",
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
                        ("audit_finding_id", models.TextField(db_column="audit_finding_id", null=True)),
                        ("audit_round_id", models.TextField(db_column="audit_round_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("found_on", models.DateField(db_column="found_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "audit_finding_earlier",
                        "indexes": [models.Index(fields=["audit_finding_id"], name="audit_finding_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("audit_finding_id", "version"), name="audit_finding_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditJudgement",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("audit_judgement_id", models.TextField(primary_key=True, serialize=False)),
                        ("answer", models.TextField(db_column="answer", null=True)),
                        ("words", models.TextField(db_column="words", null=True)),
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
                        (
                            "audit_part",
                            models.ForeignKey(
                                db_column="audit_part_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.auditpart",
                            ),
                        ),
                        (
                            "audit_question",
                            models.ForeignKey(
                                db_column="audit_question_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.auditquestion",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "audit_judgement",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("audit_part__isnull", False), _connector="OR"
                                ),
                                name="audit_judgement_audit_part_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("child__isnull", False), _connector="OR"),
                                name="audit_judgement_child_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("audit_question__isnull", False), _connector="OR"
                                ),
                                name="audit_judgement_audit_question_id_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditJudgementEarlier",
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
                        ("audit_judgement_id", models.TextField(db_column="audit_judgement_id", null=True)),
                        ("audit_part_id", models.TextField(db_column="audit_part_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("audit_question_id", models.TextField(db_column="audit_question_id", null=True)),
                        ("answer", models.TextField(db_column="answer", null=True)),
                        ("words", models.TextField(db_column="words", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "audit_judgement_earlier",
                        "indexes": [
                            models.Index(fields=["audit_judgement_id"], name="audit_judgement_earlie_0"),
                            models.Index(fields=["child_id"], name="audit_judgement_earlie_1"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("audit_judgement_id", "version"), name="audit_judgement_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditModeration",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("audit_moderation_id", models.TextField(primary_key=True, serialize=False)),
                        ("answer", models.TextField(db_column="answer", null=True)),
                        ("reason", models.TextField(db_column="reason", null=True)),
                        ("moderated_on", models.DateField(db_column="moderated_on", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                        (
                            "agency",
                            models.ForeignKey(
                                db_column="agency_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.agency",
                            ),
                        ),
                        (
                            "audit_case",
                            models.ForeignKey(
                                db_column="audit_case_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.auditcase",
                            ),
                        ),
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
                            "moderated_by_account",
                            models.ForeignKey(
                                db_column="moderated_by_account_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        (
                            "audit_question",
                            models.ForeignKey(
                                db_column="audit_question_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.auditquestion",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "audit_moderation",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("audit_case__isnull", False), _connector="OR"
                                ),
                                name="audit_moderation_audit_case_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("child__isnull", False), _connector="OR"),
                                name="audit_moderation_child_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("audit_question__isnull", False), _connector="OR"
                                ),
                                name="audit_moderation_audit_question_id_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditModerationEarlier",
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
                        ("audit_moderation_id", models.TextField(db_column="audit_moderation_id", null=True)),
                        ("audit_case_id", models.TextField(db_column="audit_case_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("audit_question_id", models.TextField(db_column="audit_question_id", null=True)),
                        ("agency_id", models.TextField(db_column="agency_id", null=True)),
                        ("answer", models.TextField(db_column="answer", null=True)),
                        ("reason", models.TextField(db_column="reason", null=True)),
                        (
                            "moderated_by_account_id",
                            models.BigIntegerField(db_column="moderated_by_account_id", null=True),
                        ),
                        ("moderated_on", models.DateField(db_column="moderated_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "audit_moderation_earlier",
                        "indexes": [
                            models.Index(fields=["audit_moderation_id"], name="audit_moderation_earli_0"),
                            models.Index(fields=["child_id"], name="audit_moderation_earli_1"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("audit_moderation_id", "version"), name="audit_moderation_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditPart",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("audit_part_id", models.TextField(primary_key=True, serialize=False)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("submitted_on", models.DateField(db_column="submitted_on", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                        (
                            "agency",
                            models.ForeignKey(
                                db_column="agency_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.agency",
                            ),
                        ),
                        (
                            "audit_case",
                            models.ForeignKey(
                                db_column="audit_case_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.auditcase",
                            ),
                        ),
                        (
                            "auditor_account",
                            models.ForeignKey(
                                db_column="auditor_account_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                        (
                            "given_case",
                            models.ForeignKey(
                                db_column="given_case_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.givencase",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "audit_part",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("audit_case__isnull", False), _connector="OR"
                                ),
                                name="audit_part_audit_case_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("child__isnull", False), _connector="OR"),
                                name="audit_part_child_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("kind__isnull", False), _connector="OR"),
                                name="audit_part_kind_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("auditor_account__isnull", False), _connector="OR"
                                ),
                                name="audit_part_auditor_account_id_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditPartEarlier",
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
                        ("audit_part_id", models.TextField(db_column="audit_part_id", null=True)),
                        ("audit_case_id", models.TextField(db_column="audit_case_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("agency_id", models.TextField(db_column="agency_id", null=True)),
                        ("auditor_account_id", models.BigIntegerField(db_column="auditor_account_id", null=True)),
                        ("given_case_id", models.TextField(db_column="given_case_id", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("submitted_on", models.DateField(db_column="submitted_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "audit_part_earlier",
                        "indexes": [
                            models.Index(fields=["audit_part_id"], name="audit_part_earlier_0"),
                            models.Index(fields=["child_id"], name="audit_part_earlier_1"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("audit_part_id", "version"), name="audit_part_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditQuestion",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("audit_question_id", models.TextField(primary_key=True, serialize=False)),
                        ("number", models.BigIntegerField(db_column="number", null=True)),
                        ("asks", models.TextField(db_column="asks", null=True)),
                        ("guidance", models.TextField(db_column="guidance", null=True)),
                        ("source", models.TextField(db_column="source", null=True)),
                        ("answered_by", models.TextField(db_column="answered_by", null=True)),
                        ("asked_of", models.TextField(db_column="asked_of", null=True)),
                        ("about_challenge", models.BooleanField(db_column="about_challenge", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
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
                        (
                            "audit_tool",
                            models.ForeignKey(
                                db_column="audit_tool_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.audittool",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "audit_question",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("audit_tool__isnull", False), _connector="OR"
                                ),
                                name="audit_question_audit_tool_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("answered_by__isnull", False), _connector="OR"
                                ),
                                name="audit_question_answered_by_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("asked_of__isnull", False), _connector="OR"
                                ),
                                name="audit_question_asked_of_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditQuestionEarlier",
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
                        ("audit_question_id", models.TextField(db_column="audit_question_id", null=True)),
                        ("audit_tool_id", models.TextField(db_column="audit_tool_id", null=True)),
                        ("number", models.BigIntegerField(db_column="number", null=True)),
                        ("asks", models.TextField(db_column="asks", null=True)),
                        ("guidance", models.TextField(db_column="guidance", null=True)),
                        ("source", models.TextField(db_column="source", null=True)),
                        ("answered_by", models.TextField(db_column="answered_by", null=True)),
                        ("asked_of", models.TextField(db_column="asked_of", null=True)),
                        ("about_challenge", models.BooleanField(db_column="about_challenge", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "audit_question_earlier",
                        "indexes": [models.Index(fields=["audit_question_id"], name="audit_question_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("audit_question_id", "version"), name="audit_question_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditRound",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("audit_round_id", models.TextField(primary_key=True, serialize=False)),
                        ("title", models.TextField(db_column="title", null=True)),
                        ("lesson", models.TextField(db_column="lesson", null=True)),
                        ("reason", models.TextField(db_column="reason", null=True)),
                        ("method", models.TextField(db_column="method", null=True)),
                        ("population", models.TextField(db_column="population", null=True)),
                        ("cohort", models.TextField(db_column="cohort", null=True)),
                        ("since_on", models.DateField(db_column="since_on", null=True)),
                        ("until_on", models.DateField(db_column="until_on", null=True)),
                        ("strata", models.TextField(db_column="strata", null=True)),
                        ("size", models.BigIntegerField(db_column="size", null=True)),
                        ("share_doubly_marked", models.BigIntegerField(db_column="share_doubly_marked", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("opened_on", models.DateField(db_column="opened_on", null=True)),
                        ("seed", models.BigIntegerField(db_column="seed", null=True)),
                        ("population_size", models.BigIntegerField(db_column="population_size", null=True)),
                        ("population_digest", models.TextField(db_column="population_digest", null=True)),
                        ("drawn_on", models.DateField(db_column="drawn_on", null=True)),
                        ("closed_on", models.DateField(db_column="closed_on", null=True)),
                        ("follows", models.TextField(db_column="follows", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
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
                            "led_by_account",
                            models.ForeignKey(
                                db_column="led_by_account_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "repeats_audit_round",
                            models.ForeignKey(
                                db_column="repeats_audit_round_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.auditround",
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
                        (
                            "audit_tool",
                            models.ForeignKey(
                                db_column="audit_tool_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.audittool",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "audit_round",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("audit_tool__isnull", False), _connector="OR"
                                ),
                                name="audit_round_audit_tool_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("method__isnull", False), _connector="OR"),
                                name="audit_round_method_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditRoundEarlier",
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
                        ("audit_round_id", models.TextField(db_column="audit_round_id", null=True)),
                        ("audit_tool_id", models.TextField(db_column="audit_tool_id", null=True)),
                        ("title", models.TextField(db_column="title", null=True)),
                        ("lesson", models.TextField(db_column="lesson", null=True)),
                        ("reason", models.TextField(db_column="reason", null=True)),
                        ("method", models.TextField(db_column="method", null=True)),
                        ("population", models.TextField(db_column="population", null=True)),
                        ("cohort", models.TextField(db_column="cohort", null=True)),
                        ("since_on", models.DateField(db_column="since_on", null=True)),
                        ("until_on", models.DateField(db_column="until_on", null=True)),
                        ("strata", models.TextField(db_column="strata", null=True)),
                        ("size", models.BigIntegerField(db_column="size", null=True)),
                        ("share_doubly_marked", models.BigIntegerField(db_column="share_doubly_marked", null=True)),
                        ("led_by_account_id", models.BigIntegerField(db_column="led_by_account_id", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("repeats_audit_round_id", models.TextField(db_column="repeats_audit_round_id", null=True)),
                        ("opened_on", models.DateField(db_column="opened_on", null=True)),
                        ("seed", models.BigIntegerField(db_column="seed", null=True)),
                        ("population_size", models.BigIntegerField(db_column="population_size", null=True)),
                        ("population_digest", models.TextField(db_column="population_digest", null=True)),
                        ("drawn_on", models.DateField(db_column="drawn_on", null=True)),
                        ("closed_on", models.DateField(db_column="closed_on", null=True)),
                        ("follows", models.TextField(db_column="follows", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "audit_round_earlier",
                        "indexes": [models.Index(fields=["audit_round_id"], name="audit_round_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("audit_round_id", "version"), name="audit_round_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditTool",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("audit_tool_id", models.TextField(primary_key=True, serialize=False)),
                        ("title", models.TextField(db_column="title", null=True)),
                        ("edition", models.TextField(db_column="edition", null=True)),
                        ("lesson", models.TextField(db_column="lesson", null=True)),
                        ("purpose", models.TextField(db_column="purpose", null=True)),
                        ("grades", models.TextField(db_column="grades", null=True)),
                        ("good_enough", models.TextField(db_column="good_enough", null=True)),
                        ("population", models.TextField(db_column="population", null=True)),
                        ("cohort", models.TextField(db_column="cohort", null=True)),
                        ("not_own_team", models.BooleanField(db_column="not_own_team", null=True)),
                        ("shipped", models.TextField(db_column="shipped", null=True)),
                        ("entered_on", models.DateField(db_column="entered_on", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
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
                            "follows_audit_tool",
                            models.ForeignKey(
                                db_column="follows_audit_tool_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.audittool",
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
                        "db_table": "audit_tool",
                    },
                ),
                migrations.CreateModel(
                    name="AuditToolEarlier",
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
                        ("audit_tool_id", models.TextField(db_column="audit_tool_id", null=True)),
                        ("title", models.TextField(db_column="title", null=True)),
                        ("edition", models.TextField(db_column="edition", null=True)),
                        ("lesson", models.TextField(db_column="lesson", null=True)),
                        ("purpose", models.TextField(db_column="purpose", null=True)),
                        ("grades", models.TextField(db_column="grades", null=True)),
                        ("good_enough", models.TextField(db_column="good_enough", null=True)),
                        ("population", models.TextField(db_column="population", null=True)),
                        ("cohort", models.TextField(db_column="cohort", null=True)),
                        ("not_own_team", models.BooleanField(db_column="not_own_team", null=True)),
                        ("shipped", models.TextField(db_column="shipped", null=True)),
                        ("follows_audit_tool_id", models.TextField(db_column="follows_audit_tool_id", null=True)),
                        ("entered_on", models.DateField(db_column="entered_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "audit_tool_earlier",
                        "indexes": [models.Index(fields=["audit_tool_id"], name="audit_tool_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("audit_tool_id", "version"), name="audit_tool_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditView",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("audit_view_id", models.TextField(primary_key=True, serialize=False)),
                        ("of_whom", models.TextField(db_column="of_whom", null=True)),
                        ("how_asked", models.TextField(db_column="how_asked", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("not_asked_because", models.TextField(db_column="not_asked_because", null=True)),
                        ("asked_on", models.DateField(db_column="asked_on", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                        (
                            "audit_case",
                            models.ForeignKey(
                                db_column="audit_case_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.auditcase",
                            ),
                        ),
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
                        "db_table": "audit_view",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("audit_case__isnull", False), _connector="OR"
                                ),
                                name="audit_view_audit_case_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("child__isnull", False), _connector="OR"),
                                name="audit_view_child_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("of_whom__isnull", False), _connector="OR"
                                ),
                                name="audit_view_of_whom_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditViewEarlier",
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
                        ("audit_view_id", models.TextField(db_column="audit_view_id", null=True)),
                        ("audit_case_id", models.TextField(db_column="audit_case_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("of_whom", models.TextField(db_column="of_whom", null=True)),
                        ("how_asked", models.TextField(db_column="how_asked", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("not_asked_because", models.TextField(db_column="not_asked_because", null=True)),
                        ("asked_on", models.DateField(db_column="asked_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "audit_view_earlier",
                        "indexes": [
                            models.Index(fields=["audit_view_id"], name="audit_view_earlier_0"),
                            models.Index(fields=["child_id"], name="audit_view_earlier_1"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("audit_view_id", "version"), name="audit_view_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BoardAction",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("board_action_id", models.TextField(primary_key=True, serialize=False)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("arises_from", models.TextField(db_column="arises_from", null=True)),
                        ("arises_from_key", models.TextField(db_column="arises_from_key", null=True)),
                        ("lesson", models.TextField(db_column="lesson", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("given_on", models.DateField(db_column="given_on", null=True)),
                        ("accepted_on", models.DateField(db_column="accepted_on", null=True)),
                        ("handed_back_on", models.DateField(db_column="handed_back_on", null=True)),
                        ("handed_back_reason", models.TextField(db_column="handed_back_reason", null=True)),
                        ("done_on", models.DateField(db_column="done_on", null=True)),
                        ("evidence", models.TextField(db_column="evidence", null=True)),
                        ("dropped_on", models.DateField(db_column="dropped_on", null=True)),
                        ("dropped_reason", models.TextField(db_column="dropped_reason", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
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
                            "owner_account",
                            models.ForeignKey(
                                db_column="owner_account_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "owner_agency",
                            models.ForeignKey(
                                db_column="owner_agency_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.agency",
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
                        (
                            "learning_item",
                            models.ForeignKey(
                                db_column="learning_item_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.learningitem",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "board_action",
                    },
                ),
                migrations.CreateModel(
                    name="BoardActionEarlier",
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
                        ("board_action_id", models.TextField(db_column="board_action_id", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("arises_from", models.TextField(db_column="arises_from", null=True)),
                        ("arises_from_key", models.TextField(db_column="arises_from_key", null=True)),
                        ("learning_item_id", models.TextField(db_column="learning_item_id", null=True)),
                        ("lesson", models.TextField(db_column="lesson", null=True)),
                        ("owner_account_id", models.BigIntegerField(db_column="owner_account_id", null=True)),
                        ("owner_agency_id", models.TextField(db_column="owner_agency_id", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("given_on", models.DateField(db_column="given_on", null=True)),
                        ("accepted_on", models.DateField(db_column="accepted_on", null=True)),
                        ("handed_back_on", models.DateField(db_column="handed_back_on", null=True)),
                        ("handed_back_reason", models.TextField(db_column="handed_back_reason", null=True)),
                        ("done_on", models.DateField(db_column="done_on", null=True)),
                        ("evidence", models.TextField(db_column="evidence", null=True)),
                        ("dropped_on", models.DateField(db_column="dropped_on", null=True)),
                        ("dropped_reason", models.TextField(db_column="dropped_reason", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "board_action_earlier",
                        "indexes": [models.Index(fields=["board_action_id"], name="board_action_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("board_action_id", "version"), name="board_action_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BoardReview",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("board_review_id", models.TextField(primary_key=True, serialize=False)),
                        ("about", models.TextField(db_column="about", null=True)),
                        ("reviewed_on", models.DateField(db_column="reviewed_on", null=True)),
                        ("decision", models.TextField(db_column="decision", null=True)),
                        ("minute", models.TextField(db_column="minute", null=True)),
                        ("next_on", models.DateField(db_column="next_on", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
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
                        "db_table": "board_review",
                    },
                ),
                migrations.CreateModel(
                    name="BoardReviewEarlier",
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
                        ("board_review_id", models.TextField(db_column="board_review_id", null=True)),
                        ("about", models.TextField(db_column="about", null=True)),
                        ("reviewed_on", models.DateField(db_column="reviewed_on", null=True)),
                        ("decision", models.TextField(db_column="decision", null=True)),
                        ("minute", models.TextField(db_column="minute", null=True)),
                        ("next_on", models.DateField(db_column="next_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "board_review_earlier",
                        "indexes": [models.Index(fields=["board_review_id"], name="board_review_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("board_review_id", "version"), name="board_review_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Briefing",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("briefing_id", models.TextField(primary_key=True, serialize=False)),
                        ("title", models.TextField(db_column="title", null=True)),
                        ("happened", models.TextField(db_column="happened", null=True)),
                        ("matters", models.TextField(db_column="matters", null=True)),
                        ("report_says", models.TextField(db_column="report_says", null=True)),
                        ("differently", models.TextField(db_column="differently", null=True)),
                        ("questions", models.TextField(db_column="questions", null=True)),
                        ("more", models.TextField(db_column="more", null=True)),
                        ("written_on", models.DateField(db_column="written_on", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
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
                        (
                            "learning_item",
                            models.ForeignKey(
                                db_column="learning_item_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.learningitem",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "briefing",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("learning_item__isnull", False), _connector="OR"
                                ),
                                name="briefing_learning_item_id_given",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BriefingEarlier",
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
                        ("briefing_id", models.TextField(db_column="briefing_id", null=True)),
                        ("learning_item_id", models.TextField(db_column="learning_item_id", null=True)),
                        ("title", models.TextField(db_column="title", null=True)),
                        ("happened", models.TextField(db_column="happened", null=True)),
                        ("matters", models.TextField(db_column="matters", null=True)),
                        ("report_says", models.TextField(db_column="report_says", null=True)),
                        ("differently", models.TextField(db_column="differently", null=True)),
                        ("questions", models.TextField(db_column="questions", null=True)),
                        ("more", models.TextField(db_column="more", null=True)),
                        ("written_on", models.DateField(db_column="written_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "briefing_earlier",
                        "indexes": [models.Index(fields=["briefing_id"], name="briefing_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("briefing_id", "version"), name="briefing_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BriefingSent",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("briefing_sent_id", models.TextField(primary_key=True, serialize=False)),
                        ("edition", models.BigIntegerField(db_column="edition", null=True)),
                        ("sent_on", models.DateField(db_column="sent_on", null=True)),
                        ("opened_on", models.DateField(db_column="opened_on", null=True)),
                        ("read_on", models.DateField(db_column="read_on", null=True)),
                        ("discussed_on", models.DateField(db_column="discussed_on", null=True)),
                        ("reminded_on", models.DateField(db_column="reminded_on", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                        (
                            "briefing",
                            models.ForeignKey(
                                db_column="briefing_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.briefing",
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
                        (
                            "to_account",
                            models.ForeignKey(
                                db_column="to_account_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "to_agency",
                            models.ForeignKey(
                                db_column="to_agency_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.agency",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "briefing_sent",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("briefing__isnull", False), _connector="OR"
                                ),
                                name="briefing_sent_briefing_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("to_account__isnull", False), _connector="OR"
                                ),
                                name="briefing_sent_to_account_id_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BriefingSentEarlier",
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
                        ("briefing_sent_id", models.TextField(db_column="briefing_sent_id", null=True)),
                        ("briefing_id", models.TextField(db_column="briefing_id", null=True)),
                        ("to_account_id", models.BigIntegerField(db_column="to_account_id", null=True)),
                        ("to_agency_id", models.TextField(db_column="to_agency_id", null=True)),
                        ("edition", models.BigIntegerField(db_column="edition", null=True)),
                        ("sent_on", models.DateField(db_column="sent_on", null=True)),
                        ("opened_on", models.DateField(db_column="opened_on", null=True)),
                        ("read_on", models.DateField(db_column="read_on", null=True)),
                        ("discussed_on", models.DateField(db_column="discussed_on", null=True)),
                        ("reminded_on", models.DateField(db_column="reminded_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "briefing_sent_earlier",
                        "indexes": [models.Index(fields=["briefing_sent_id"], name="briefing_sent_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("briefing_sent_id", "version"), name="briefing_sent_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Commentary",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("commentary_id", models.TextField(primary_key=True, serialize=False)),
                        ("about", models.TextField(db_column="about", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("said_on", models.DateField(db_column="said_on", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
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
                        "db_table": "commentary",
                    },
                ),
                migrations.CreateModel(
                    name="CommentaryEarlier",
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
                        ("commentary_id", models.TextField(db_column="commentary_id", null=True)),
                        ("about", models.TextField(db_column="about", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("said_on", models.DateField(db_column="said_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "commentary_earlier",
                        "indexes": [models.Index(fields=["commentary_id"], name="commentary_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("commentary_id", "version"), name="commentary_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GivenCase",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("given_case_id", models.TextField(primary_key=True, serialize=False)),
                        ("task", models.TextField(db_column="task", null=True)),
                        ("reason", models.TextField(db_column="reason", null=True)),
                        ("until_on", models.DateField(db_column="until_on", null=True)),
                        ("ended_on", models.DateField(db_column="ended_on", null=True)),
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
                            "reader_account",
                            models.ForeignKey(
                                db_column="reader_account_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        "db_table": "given_case",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("reader_account__isnull", False), _connector="OR"
                                ),
                                name="given_case_reader_account_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("child__isnull", False), _connector="OR"),
                                name="given_case_child_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("task__isnull", False), _connector="OR"),
                                name="given_case_task_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GivenCaseEarlier",
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
                        ("given_case_id", models.TextField(db_column="given_case_id", null=True)),
                        ("reader_account_id", models.BigIntegerField(db_column="reader_account_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("task", models.TextField(db_column="task", null=True)),
                        ("reason", models.TextField(db_column="reason", null=True)),
                        ("until_on", models.DateField(db_column="until_on", null=True)),
                        ("ended_on", models.DateField(db_column="ended_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "given_case_earlier",
                        "indexes": [
                            models.Index(fields=["given_case_id"], name="given_case_earlier_0"),
                            models.Index(fields=["child_id"], name="given_case_earlier_1"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("given_case_id", "version"), name="given_case_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LearningEffect",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("learning_effect_id", models.TextField(primary_key=True, serialize=False)),
                        ("effect", models.TextField(db_column="effect", null=True)),
                        ("how_known", models.TextField(db_column="how_known", null=True)),
                        ("then_and_now", models.TextField(db_column="then_and_now", null=True)),
                        ("said_on", models.DateField(db_column="said_on", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
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
                        (
                            "practice_check",
                            models.ForeignKey(
                                db_column="practice_check_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practicecheck",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "learning_effect",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("practice_check__isnull", False), _connector="OR"
                                ),
                                name="learning_effect_practice_check_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("effect__isnull", False), _connector="OR"),
                                name="learning_effect_effect_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LearningEffectEarlier",
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
                        ("learning_effect_id", models.TextField(db_column="learning_effect_id", null=True)),
                        ("practice_check_id", models.TextField(db_column="practice_check_id", null=True)),
                        ("effect", models.TextField(db_column="effect", null=True)),
                        ("how_known", models.TextField(db_column="how_known", null=True)),
                        ("then_and_now", models.TextField(db_column="then_and_now", null=True)),
                        ("said_on", models.DateField(db_column="said_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "learning_effect_earlier",
                        "indexes": [models.Index(fields=["learning_effect_id"], name="learning_effect_earlie_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("learning_effect_id", "version"), name="learning_effect_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LearningItem",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("learning_item_id", models.TextField(primary_key=True, serialize=False)),
                        ("title", models.TextField(db_column="title", null=True)),
                        ("learned", models.TextField(db_column="learned", null=True)),
                        ("arises_from", models.TextField(db_column="arises_from", null=True)),
                        ("arises_from_key", models.TextField(db_column="arises_from_key", null=True)),
                        ("source_title", models.TextField(db_column="source_title", null=True)),
                        ("source_says", models.TextField(db_column="source_says", null=True)),
                        ("lessons", models.TextField(db_column="lessons", null=True)),
                        ("begun_on", models.DateField(db_column="begun_on", null=True)),
                        ("set_aside_on", models.DateField(db_column="set_aside_on", null=True)),
                        ("set_aside_reason", models.TextField(db_column="set_aside_reason", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
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
                        "db_table": "learning_item",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("arises_from__isnull", False), _connector="OR"
                                ),
                                name="learning_item_arises_from_given",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LearningItemEarlier",
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
                        ("learning_item_id", models.TextField(db_column="learning_item_id", null=True)),
                        ("title", models.TextField(db_column="title", null=True)),
                        ("learned", models.TextField(db_column="learned", null=True)),
                        ("arises_from", models.TextField(db_column="arises_from", null=True)),
                        ("arises_from_key", models.TextField(db_column="arises_from_key", null=True)),
                        ("source_title", models.TextField(db_column="source_title", null=True)),
                        ("source_says", models.TextField(db_column="source_says", null=True)),
                        ("lessons", models.TextField(db_column="lessons", null=True)),
                        ("begun_on", models.DateField(db_column="begun_on", null=True)),
                        ("set_aside_on", models.DateField(db_column="set_aside_on", null=True)),
                        ("set_aside_reason", models.TextField(db_column="set_aside_reason", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "learning_item_earlier",
                        "indexes": [models.Index(fields=["learning_item_id"], name="learning_item_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("learning_item_id", "version"), name="learning_item_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Measured",
                    fields=[
                        ("code", models.TextField(primary_key=True, serialize=False)),
                        ("counted_on", models.DateField()),
                        ("since", models.DateField()),
                        ("until", models.DateField()),
                        ("rule_version", models.TextField()),
                        ("settings_version", models.TextField()),
                        ("units", models.BinaryField()),
                        ("told", models.TextField(default="")),
                        ("why_not", models.TextField(default="")),
                    ],
                    options={
                        "db_table": "measured",
                    },
                ),
                migrations.CreateModel(
                    name="PracticeCheck",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("practice_check_id", models.TextField(primary_key=True, serialize=False)),
                        ("number", models.BigIntegerField(db_column="number", null=True)),
                        ("checked_by", models.TextField(db_column="checked_by", null=True)),
                        ("measure", models.TextField(db_column="measure", null=True)),
                        ("audit_round", models.TextField(db_column="audit_round", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("chosen_on", models.DateField(db_column="chosen_on", null=True)),
                        ("start_says", models.TextField(db_column="start_says", null=True)),
                        ("start_met", models.BigIntegerField(db_column="start_met", null=True)),
                        ("start_of", models.BigIntegerField(db_column="start_of", null=True)),
                        ("start_since_on", models.DateField(db_column="start_since_on", null=True)),
                        ("start_until_on", models.DateField(db_column="start_until_on", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
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
                            "learning_item",
                            models.ForeignKey(
                                db_column="learning_item_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.learningitem",
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
                        "db_table": "practice_check",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("learning_item__isnull", False), _connector="OR"
                                ),
                                name="practice_check_learning_item_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("checked_by__isnull", False), _connector="OR"
                                ),
                                name="practice_check_checked_by_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PracticeCheckEarlier",
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
                        ("practice_check_id", models.TextField(db_column="practice_check_id", null=True)),
                        ("learning_item_id", models.TextField(db_column="learning_item_id", null=True)),
                        ("number", models.BigIntegerField(db_column="number", null=True)),
                        ("checked_by", models.TextField(db_column="checked_by", null=True)),
                        ("measure", models.TextField(db_column="measure", null=True)),
                        ("audit_round", models.TextField(db_column="audit_round", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("chosen_on", models.DateField(db_column="chosen_on", null=True)),
                        ("start_says", models.TextField(db_column="start_says", null=True)),
                        ("start_met", models.BigIntegerField(db_column="start_met", null=True)),
                        ("start_of", models.BigIntegerField(db_column="start_of", null=True)),
                        ("start_since_on", models.DateField(db_column="start_since_on", null=True)),
                        ("start_until_on", models.DateField(db_column="start_until_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "practice_check_earlier",
                        "indexes": [models.Index(fields=["practice_check_id"], name="practice_check_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("practice_check_id", "version"), name="practice_check_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReportPart",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("report_part_id", models.TextField(primary_key=True, serialize=False)),
                        ("part", models.TextField(db_column="part", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("written_on", models.DateField(db_column="written_on", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                        (
                            "author_account",
                            models.ForeignKey(
                                db_column="author_account_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        (
                            "yearly_report",
                            models.ForeignKey(
                                db_column="yearly_report_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.yearlyreport",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "report_part",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("yearly_report__isnull", False), _connector="OR"
                                ),
                                name="report_part_yearly_report_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("part__isnull", False), _connector="OR"),
                                name="report_part_part_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReportPartEarlier",
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
                        ("report_part_id", models.TextField(db_column="report_part_id", null=True)),
                        ("yearly_report_id", models.TextField(db_column="yearly_report_id", null=True)),
                        ("part", models.TextField(db_column="part", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("author_account_id", models.BigIntegerField(db_column="author_account_id", null=True)),
                        ("written_on", models.DateField(db_column="written_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "report_part_earlier",
                        "indexes": [models.Index(fields=["report_part_id"], name="report_part_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("report_part_id", "version"), name="report_part_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="YearlyReport",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("yearly_report_id", models.TextField(primary_key=True, serialize=False)),
                        ("year", models.BigIntegerField(db_column="year", null=True)),
                        ("begun_on", models.DateField(db_column="begun_on", null=True)),
                        ("published_on", models.DateField(db_column="published_on", null=True)),
                        ("told", models.TextField(db_column="told", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
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
                        "db_table": "yearly_report",
                    },
                ),
                migrations.CreateModel(
                    name="YearlyReportEarlier",
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
                        ("yearly_report_id", models.TextField(db_column="yearly_report_id", null=True)),
                        ("year", models.BigIntegerField(db_column="year", null=True)),
                        ("begun_on", models.DateField(db_column="begun_on", null=True)),
                        ("published_on", models.DateField(db_column="published_on", null=True)),
                        ("told", models.TextField(db_column="told", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "yearly_report_earlier",
                        "indexes": [models.Index(fields=["yearly_report_id"], name="yearly_report_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("yearly_report_id", "version"), name="yearly_report_earlier_version_once"
                            )
                        ],
                    },
                ),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="account",
            name="account_agency_given",
        ),
        migrations.AlterField(
            model_name="account",
            name="role",
            field=models.TextField(
                choices=[
                    ("practitioner", "Practitioner"),
                    ("manager", "Manager"),
                    ("named_professional", "Named or designated professional"),
                    ("partnership_officer", "Partnership officer"),
                    ("auditor", "Auditor"),
                    ("scrutineer", "Independent scrutineer"),
                    ("administrator", "Administrator"),
                ]
            ),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("role", "partnership_officer"),
                    ("role", "administrator"),
                    ("role", "auditor"),
                    ("role", "scrutineer"),
                    ("agency__isnull", False),
                    _connector="OR",
                ),
                name="account_agency_given",
            ),
        ),
    ]
