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
                    name="AdviceComparison",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("advice_comparison_id", models.TextField(primary_key=True, serialize=False)),
                        ("topic", models.TextField(db_column="topic", null=True)),
                        ("compared_on", models.DateField(db_column="compared_on", null=True)),
                        ("result", models.TextField(db_column="result", null=True)),
                        ("differs_in", models.TextField(db_column="differs_in", null=True)),
                        ("read", models.TextField(db_column="read", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                        (
                            "compared_by_account",
                            models.ForeignKey(
                                db_column="compared_by_account_id",
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
                    ],
                    options={
                        "db_table": "advice_comparison",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("topic__isnull", False), _connector="OR"),
                                name="advice_comparison_topic_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("result__isnull", False), _connector="OR"),
                                name="advice_comparison_result_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AdviceComparisonEarlier",
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
                        ("advice_comparison_id", models.TextField(db_column="advice_comparison_id", null=True)),
                        ("topic", models.TextField(db_column="topic", null=True)),
                        (
                            "compared_by_account_id",
                            models.BigIntegerField(db_column="compared_by_account_id", null=True),
                        ),
                        ("compared_on", models.DateField(db_column="compared_on", null=True)),
                        ("result", models.TextField(db_column="result", null=True)),
                        ("differs_in", models.TextField(db_column="differs_in", null=True)),
                        ("read", models.TextField(db_column="read", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "advice_comparison_earlier",
                        "indexes": [models.Index(fields=["advice_comparison_id"], name="advice_comparison_earl_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("advice_comparison_id", "version"),
                                name="advice_comparison_earlier_version_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AdviceItem",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("advice_item_id", models.TextField(primary_key=True, serialize=False)),
                        ("name", models.TextField(db_column="name", null=True)),
                        ("topics", models.TextField(db_column="topics", null=True)),
                        ("made_for", models.TextField(db_column="made_for", null=True)),
                        ("languages", models.TextField(db_column="languages", null=True)),
                        ("easy_read", models.BooleanField(db_column="easy_read", null=True)),
                        ("edition", models.TextField(db_column="edition", null=True)),
                        ("review_on", models.DateField(db_column="review_on", null=True)),
                        ("wording", models.TextField(db_column="wording", null=True)),
                        ("link", models.TextField(db_column="link", null=True)),
                        ("withdrawn_on", models.DateField(db_column="withdrawn_on", null=True)),
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
                            "keeper_account",
                            models.ForeignKey(
                                db_column="keeper_account_id",
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
                    ],
                    options={
                        "db_table": "advice_item",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("owner_agency__isnull", False), _connector="OR"
                                ),
                                name="advice_item_owner_agency_id_given",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AdviceItemEarlier",
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
                        ("advice_item_id", models.TextField(db_column="advice_item_id", null=True)),
                        ("owner_agency_id", models.TextField(db_column="owner_agency_id", null=True)),
                        ("name", models.TextField(db_column="name", null=True)),
                        ("topics", models.TextField(db_column="topics", null=True)),
                        ("made_for", models.TextField(db_column="made_for", null=True)),
                        ("languages", models.TextField(db_column="languages", null=True)),
                        ("easy_read", models.BooleanField(db_column="easy_read", null=True)),
                        ("edition", models.TextField(db_column="edition", null=True)),
                        ("keeper_account_id", models.BigIntegerField(db_column="keeper_account_id", null=True)),
                        ("review_on", models.DateField(db_column="review_on", null=True)),
                        ("wording", models.TextField(db_column="wording", null=True)),
                        ("link", models.TextField(db_column="link", null=True)),
                        ("withdrawn_on", models.DateField(db_column="withdrawn_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "advice_item_earlier",
                        "indexes": [models.Index(fields=["advice_item_id"], name="advice_item_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("advice_item_id", "version"), name="advice_item_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AdviceTest",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("advice_test_id", models.TextField(primary_key=True, serialize=False)),
                        ("tested_on", models.DateField(db_column="tested_on", null=True)),
                        ("tested_by", models.TextField(db_column="tested_by", null=True)),
                        ("asked", models.BigIntegerField(db_column="asked", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("changed", models.TextField(db_column="changed", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                        (
                            "advice_item",
                            models.ForeignKey(
                                db_column="advice_item_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.adviceitem",
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
                        "db_table": "advice_test",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("advice_item__isnull", False), _connector="OR"
                                ),
                                name="advice_test_advice_item_id_given",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AdviceTestEarlier",
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
                        ("advice_test_id", models.TextField(db_column="advice_test_id", null=True)),
                        ("advice_item_id", models.TextField(db_column="advice_item_id", null=True)),
                        ("tested_on", models.DateField(db_column="tested_on", null=True)),
                        ("tested_by", models.TextField(db_column="tested_by", null=True)),
                        ("asked", models.BigIntegerField(db_column="asked", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("changed", models.TextField(db_column="changed", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "advice_test_earlier",
                        "indexes": [models.Index(fields=["advice_test_id"], name="advice_test_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("advice_test_id", "version"), name="advice_test_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgencyReturn",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("agency_return_id", models.TextField(primary_key=True, serialize=False)),
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
                            "submitted_account",
                            models.ForeignKey(
                                db_column="submitted_account_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "self_assessment",
                            models.ForeignKey(
                                db_column="self_assessment_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.selfassessment",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "agency_return",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("self_assessment__isnull", False), _connector="OR"
                                ),
                                name="agency_return_self_assessment_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("agency__isnull", False), _connector="OR"),
                                name="agency_return_agency_id_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgencyReturnEarlier",
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
                        ("agency_return_id", models.TextField(db_column="agency_return_id", null=True)),
                        ("self_assessment_id", models.TextField(db_column="self_assessment_id", null=True)),
                        ("agency_id", models.TextField(db_column="agency_id", null=True)),
                        ("submitted_on", models.DateField(db_column="submitted_on", null=True)),
                        ("submitted_account_id", models.BigIntegerField(db_column="submitted_account_id", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "agency_return_earlier",
                        "indexes": [models.Index(fields=["agency_return_id"], name="agency_return_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency_return_id", "version"), name="agency_return_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgencyTool",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("agency_tool_id", models.TextField(primary_key=True, serialize=False)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("name", models.TextField(db_column="name", null=True)),
                        ("from_age", models.BigIntegerField(db_column="from_age", null=True)),
                        ("to_age", models.BigIntegerField(db_column="to_age", null=True)),
                        ("from_16", models.TextField(db_column="from_16", null=True)),
                        ("age_appropriate", models.BooleanField(db_column="age_appropriate", null=True)),
                        ("evidence", models.TextField(db_column="evidence", null=True)),
                        ("wait_weeks", models.BigIntegerField(db_column="wait_weeks", null=True)),
                        ("reviewed_on", models.DateField(db_column="reviewed_on", null=True)),
                        ("withdrawn_on", models.DateField(db_column="withdrawn_on", null=True)),
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
                    ],
                    options={
                        "db_table": "agency_tool",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("owner_agency__isnull", False), _connector="OR"
                                ),
                                name="agency_tool_owner_agency_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("kind__isnull", False), _connector="OR"),
                                name="agency_tool_kind_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgencyToolEarlier",
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
                        ("agency_tool_id", models.TextField(db_column="agency_tool_id", null=True)),
                        ("owner_agency_id", models.TextField(db_column="owner_agency_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("name", models.TextField(db_column="name", null=True)),
                        ("from_age", models.BigIntegerField(db_column="from_age", null=True)),
                        ("to_age", models.BigIntegerField(db_column="to_age", null=True)),
                        ("from_16", models.TextField(db_column="from_16", null=True)),
                        ("age_appropriate", models.BooleanField(db_column="age_appropriate", null=True)),
                        ("evidence", models.TextField(db_column="evidence", null=True)),
                        ("wait_weeks", models.BigIntegerField(db_column="wait_weeks", null=True)),
                        ("reviewed_on", models.DateField(db_column="reviewed_on", null=True)),
                        ("withdrawn_on", models.DateField(db_column="withdrawn_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "agency_tool_earlier",
                        "indexes": [models.Index(fields=["agency_tool_id"], name="agency_tool_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("agency_tool_id", "version"), name="agency_tool_earlier_version_once"
                            )
                        ],
                    },
                ),
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
                    name="ChallengeContact",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("challenge_contact_id", models.TextField(primary_key=True, serialize=False)),
                        ("stage", models.BigIntegerField(db_column="stage", null=True)),
                        ("part", models.TextField(db_column="part", null=True)),
                        ("begins_on", models.DateField(db_column="begins_on", null=True)),
                        ("until_on", models.DateField(db_column="until_on", null=True)),
                        ("ended_on", models.DateField(db_column="ended_on", null=True)),
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
                            "contact_account",
                            models.ForeignKey(
                                db_column="contact_account_id",
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
                    ],
                    options={
                        "db_table": "challenge_contact",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("agency__isnull", False), _connector="OR"),
                                name="challenge_contact_agency_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("part__isnull", False), _connector="OR"),
                                name="challenge_contact_part_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("contact_account__isnull", False), _connector="OR"
                                ),
                                name="challenge_contact_contact_account_id_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChallengeContactEarlier",
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
                        ("challenge_contact_id", models.TextField(db_column="challenge_contact_id", null=True)),
                        ("agency_id", models.TextField(db_column="agency_id", null=True)),
                        ("stage", models.BigIntegerField(db_column="stage", null=True)),
                        ("part", models.TextField(db_column="part", null=True)),
                        ("contact_account_id", models.BigIntegerField(db_column="contact_account_id", null=True)),
                        ("begins_on", models.DateField(db_column="begins_on", null=True)),
                        ("until_on", models.DateField(db_column="until_on", null=True)),
                        ("ended_on", models.DateField(db_column="ended_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "challenge_contact_earlier",
                        "indexes": [models.Index(fields=["challenge_contact_id"], name="challenge_contact_earl_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("challenge_contact_id", "version"),
                                name="challenge_contact_earlier_version_once",
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
                    name="GoodPractice",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("good_practice_id", models.TextField(primary_key=True, serialize=False)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("learning", models.TextField(db_column="learning", null=True)),
                        ("noted_on", models.DateField(db_column="noted_on", null=True)),
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
                        "db_table": "good_practice",
                    },
                ),
                migrations.CreateModel(
                    name="GoodPracticeEarlier",
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
                        ("good_practice_id", models.TextField(db_column="good_practice_id", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("learning", models.TextField(db_column="learning", null=True)),
                        ("noted_on", models.DateField(db_column="noted_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "good_practice_earlier",
                        "indexes": [models.Index(fields=["good_practice_id"], name="good_practice_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("good_practice_id", "version"), name="good_practice_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Inspection",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("inspection_id", models.TextField(primary_key=True, serialize=False)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("theme", models.TextField(db_column="theme", null=True)),
                        ("notified_on", models.DateField(db_column="notified_on", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("closed_on", models.DateField(db_column="closed_on", null=True)),
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
                        "db_table": "inspection",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("kind__isnull", False), _connector="OR"),
                                name="inspection_kind_given",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InspectionCase",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("inspection_case_id", models.TextField(primary_key=True, serialize=False)),
                        ("number", models.BigIntegerField(db_column="number", null=True)),
                        ("reason", models.TextField(db_column="reason", null=True)),
                        ("chosen_on", models.DateField(db_column="chosen_on", null=True)),
                        ("taken_out_on", models.DateField(db_column="taken_out_on", null=True)),
                        ("taken_out_reason", models.TextField(db_column="taken_out_reason", null=True)),
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
                            "chosen_by_account",
                            models.ForeignKey(
                                db_column="chosen_by_account_id",
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
                            "inspection",
                            models.ForeignKey(
                                db_column="inspection_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.inspection",
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
                        "db_table": "inspection_case",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("inspection__isnull", False), _connector="OR"
                                ),
                                name="inspection_case_inspection_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("child__isnull", False), _connector="OR"),
                                name="inspection_case_child_id_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InspectionCaseEarlier",
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
                        ("inspection_case_id", models.TextField(db_column="inspection_case_id", null=True)),
                        ("inspection_id", models.TextField(db_column="inspection_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("number", models.BigIntegerField(db_column="number", null=True)),
                        ("reason", models.TextField(db_column="reason", null=True)),
                        ("chosen_by_account_id", models.BigIntegerField(db_column="chosen_by_account_id", null=True)),
                        ("chosen_on", models.DateField(db_column="chosen_on", null=True)),
                        ("taken_out_on", models.DateField(db_column="taken_out_on", null=True)),
                        ("taken_out_reason", models.TextField(db_column="taken_out_reason", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "inspection_case_earlier",
                        "indexes": [
                            models.Index(fields=["inspection_case_id"], name="inspection_case_earlie_0"),
                            models.Index(fields=["child_id"], name="inspection_case_earlie_1"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("inspection_case_id", "version"), name="inspection_case_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InspectionEarlier",
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
                        ("inspection_id", models.TextField(db_column="inspection_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("theme", models.TextField(db_column="theme", null=True)),
                        ("notified_on", models.DateField(db_column="notified_on", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("led_by_account_id", models.BigIntegerField(db_column="led_by_account_id", null=True)),
                        ("closed_on", models.DateField(db_column="closed_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "inspection_earlier",
                        "indexes": [models.Index(fields=["inspection_id"], name="inspection_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("inspection_id", "version"), name="inspection_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InspectionLook",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("inspection_look_id", models.TextField(primary_key=True, serialize=False)),
                        ("sign", models.TextField(db_column="sign", null=True)),
                        ("decision", models.TextField(db_column="decision", null=True)),
                        ("reason", models.TextField(db_column="reason", null=True)),
                        ("looked_on", models.DateField(db_column="looked_on", null=True)),
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
                            "inspection_case",
                            models.ForeignKey(
                                db_column="inspection_case_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.inspectioncase",
                            ),
                        ),
                        (
                            "looked_by_account",
                            models.ForeignKey(
                                db_column="looked_by_account_id",
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
                        "db_table": "inspection_look",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("inspection_case__isnull", False), _connector="OR"
                                ),
                                name="inspection_look_inspection_case_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("child__isnull", False), _connector="OR"),
                                name="inspection_look_child_id_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InspectionLookEarlier",
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
                        ("inspection_look_id", models.TextField(db_column="inspection_look_id", null=True)),
                        ("inspection_case_id", models.TextField(db_column="inspection_case_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("sign", models.TextField(db_column="sign", null=True)),
                        ("decision", models.TextField(db_column="decision", null=True)),
                        ("reason", models.TextField(db_column="reason", null=True)),
                        ("looked_by_account_id", models.BigIntegerField(db_column="looked_by_account_id", null=True)),
                        ("looked_on", models.DateField(db_column="looked_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "inspection_look_earlier",
                        "indexes": [
                            models.Index(fields=["inspection_look_id"], name="inspection_look_earlie_0"),
                            models.Index(fields=["child_id"], name="inspection_look_earlie_1"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("inspection_look_id", "version"), name="inspection_look_earlier_version_once"
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
                    name="Material",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("material_id", models.TextField(primary_key=True, serialize=False)),
                        ("name", models.TextField(db_column="name", null=True)),
                        ("made_for", models.TextField(db_column="made_for", null=True)),
                        ("covers", models.TextField(db_column="covers", null=True)),
                        ("comes_as", models.TextField(db_column="comes_as", null=True)),
                        ("languages", models.TextField(db_column="languages", null=True)),
                        ("district", models.TextField(db_column="district", null=True)),
                        ("times", models.TextField(db_column="times", null=True)),
                        ("capacity", models.BigIntegerField(db_column="capacity", null=True)),
                        ("wait_weeks", models.BigIntegerField(db_column="wait_weeks", null=True)),
                        ("cost", models.TextField(db_column="cost", null=True)),
                        ("link", models.TextField(db_column="link", null=True)),
                        ("effect_known", models.TextField(db_column="effect_known", null=True)),
                        ("withdrawn_on", models.DateField(db_column="withdrawn_on", null=True)),
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
                            "keeper_account",
                            models.ForeignKey(
                                db_column="keeper_account_id",
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
                    ],
                    options={
                        "db_table": "material",
                    },
                ),
                migrations.CreateModel(
                    name="MaterialCheck",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("material_check_id", models.TextField(primary_key=True, serialize=False)),
                        ("checked_on", models.DateField(db_column="checked_on", null=True)),
                        ("still_offered", models.BooleanField(db_column="still_offered", null=True)),
                        ("link_works", models.BooleanField(db_column="link_works", null=True)),
                        ("criteria", models.TextField(db_column="criteria", null=True)),
                        ("quality", models.TextField(db_column="quality", null=True)),
                        ("found", models.TextField(db_column="found", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                        (
                            "checked_by_account",
                            models.ForeignKey(
                                db_column="checked_by_account_id",
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
                            "material",
                            models.ForeignKey(
                                db_column="material_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.material",
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
                        "db_table": "material_check",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("material__isnull", False), _connector="OR"
                                ),
                                name="material_check_material_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("checked_by_account__isnull", False), _connector="OR"
                                ),
                                name="material_check_checked_by_account_id_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MaterialCheckEarlier",
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
                        ("material_check_id", models.TextField(db_column="material_check_id", null=True)),
                        ("material_id", models.TextField(db_column="material_id", null=True)),
                        ("checked_by_account_id", models.BigIntegerField(db_column="checked_by_account_id", null=True)),
                        ("checked_on", models.DateField(db_column="checked_on", null=True)),
                        ("still_offered", models.BooleanField(db_column="still_offered", null=True)),
                        ("link_works", models.BooleanField(db_column="link_works", null=True)),
                        ("criteria", models.TextField(db_column="criteria", null=True)),
                        ("quality", models.TextField(db_column="quality", null=True)),
                        ("found", models.TextField(db_column="found", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "material_check_earlier",
                        "indexes": [models.Index(fields=["material_check_id"], name="material_check_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("material_check_id", "version"), name="material_check_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MaterialEarlier",
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
                        ("material_id", models.TextField(db_column="material_id", null=True)),
                        ("name", models.TextField(db_column="name", null=True)),
                        ("made_for", models.TextField(db_column="made_for", null=True)),
                        ("covers", models.TextField(db_column="covers", null=True)),
                        ("comes_as", models.TextField(db_column="comes_as", null=True)),
                        ("languages", models.TextField(db_column="languages", null=True)),
                        ("district", models.TextField(db_column="district", null=True)),
                        ("times", models.TextField(db_column="times", null=True)),
                        ("capacity", models.BigIntegerField(db_column="capacity", null=True)),
                        ("wait_weeks", models.BigIntegerField(db_column="wait_weeks", null=True)),
                        ("cost", models.TextField(db_column="cost", null=True)),
                        ("link", models.TextField(db_column="link", null=True)),
                        ("effect_known", models.TextField(db_column="effect_known", null=True)),
                        ("keeper_account_id", models.BigIntegerField(db_column="keeper_account_id", null=True)),
                        ("owner_agency_id", models.TextField(db_column="owner_agency_id", null=True)),
                        ("withdrawn_on", models.DateField(db_column="withdrawn_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "material_earlier",
                        "indexes": [models.Index(fields=["material_id"], name="material_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("material_id", "version"), name="material_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MaterialUptake",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("material_uptake_id", models.TextField(primary_key=True, serialize=False)),
                        ("since_on", models.DateField(db_column="since_on", null=True)),
                        ("until_on", models.DateField(db_column="until_on", null=True)),
                        ("offered", models.BigIntegerField(db_column="offered", null=True)),
                        ("begun", models.BigIntegerField(db_column="begun", null=True)),
                        ("finished", models.BigIntegerField(db_column="finished", null=True)),
                        ("kept_private", models.BooleanField(db_column="kept_private", null=True)),
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
                            "material",
                            models.ForeignKey(
                                db_column="material_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.material",
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
                        "db_table": "material_uptake",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("kept_private", True)),
                                fields=["kept_private"],
                                name="material_uptake_kept_private",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("material__isnull", False), _connector="OR"
                                ),
                                name="material_uptake_material_id_given",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MaterialUptakeEarlier",
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
                        ("material_uptake_id", models.TextField(db_column="material_uptake_id", null=True)),
                        ("material_id", models.TextField(db_column="material_id", null=True)),
                        ("since_on", models.DateField(db_column="since_on", null=True)),
                        ("until_on", models.DateField(db_column="until_on", null=True)),
                        ("offered", models.BigIntegerField(db_column="offered", null=True)),
                        ("begun", models.BigIntegerField(db_column="begun", null=True)),
                        ("finished", models.BigIntegerField(db_column="finished", null=True)),
                        ("kept_private", models.BooleanField(db_column="kept_private", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "material_uptake_earlier",
                        "indexes": [models.Index(fields=["material_uptake_id"], name="material_uptake_earlie_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("material_uptake_id", "version"), name="material_uptake_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MaterialView",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("material_view_id", models.TextField(primary_key=True, serialize=False)),
                        ("asked_on", models.DateField(db_column="asked_on", null=True)),
                        ("asked", models.BigIntegerField(db_column="asked", null=True)),
                        ("young_parents", models.BooleanField(db_column="young_parents", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
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
                            "material",
                            models.ForeignKey(
                                db_column="material_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.material",
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
                        "db_table": "material_view",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("material__isnull", False), _connector="OR"
                                ),
                                name="material_view_material_id_given",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MaterialViewEarlier",
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
                        ("material_view_id", models.TextField(db_column="material_view_id", null=True)),
                        ("material_id", models.TextField(db_column="material_id", null=True)),
                        ("asked_on", models.DateField(db_column="asked_on", null=True)),
                        ("asked", models.BigIntegerField(db_column="asked", null=True)),
                        ("young_parents", models.BooleanField(db_column="young_parents", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "material_view_earlier",
                        "indexes": [models.Index(fields=["material_view_id"], name="material_view_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("material_view_id", "version"), name="material_view_earlier_version_once"
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
                    name="Policy",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("policy_id", models.TextField(primary_key=True, serialize=False)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("name", models.TextField(db_column="name", null=True)),
                        ("edition", models.TextField(db_column="edition", null=True)),
                        ("parties", models.TextField(db_column="parties", null=True)),
                        ("in_force_on", models.DateField(db_column="in_force_on", null=True)),
                        ("review_on", models.DateField(db_column="review_on", null=True)),
                        ("published", models.TextField(db_column="published", null=True)),
                        ("signed_off_by", models.TextField(db_column="signed_off_by", null=True)),
                        ("signed_off_on", models.DateField(db_column="signed_off_on", null=True)),
                        ("withdrawn_on", models.DateField(db_column="withdrawn_on", null=True)),
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
                            "keeper_account",
                            models.ForeignKey(
                                db_column="keeper_account_id",
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
                            "replaced_by",
                            models.ForeignKey(
                                db_column="replaced_by_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.policy",
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
                        "db_table": "policy",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("kind__isnull", False), _connector="OR"),
                                name="policy_kind_given",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PolicyEarlier",
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
                        ("policy_id", models.TextField(db_column="policy_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("name", models.TextField(db_column="name", null=True)),
                        ("edition", models.TextField(db_column="edition", null=True)),
                        ("parties", models.TextField(db_column="parties", null=True)),
                        ("keeper_account_id", models.BigIntegerField(db_column="keeper_account_id", null=True)),
                        ("owner_agency_id", models.TextField(db_column="owner_agency_id", null=True)),
                        ("in_force_on", models.DateField(db_column="in_force_on", null=True)),
                        ("review_on", models.DateField(db_column="review_on", null=True)),
                        ("published", models.TextField(db_column="published", null=True)),
                        ("signed_off_by", models.TextField(db_column="signed_off_by", null=True)),
                        ("signed_off_on", models.DateField(db_column="signed_off_on", null=True)),
                        ("replaced_by_id", models.TextField(db_column="replaced_by_id", null=True)),
                        ("withdrawn_on", models.DateField(db_column="withdrawn_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "policy_earlier",
                        "indexes": [models.Index(fields=["policy_id"], name="policy_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(fields=("policy_id", "version"), name="policy_earlier_version_once")
                        ],
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
                        ("audit_round_id", models.TextField(db_column="audit_round_id", null=True)),
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
                    name="PulseTaken",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pulse",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.staffpulse"
                            ),
                        ),
                    ],
                    options={
                        "db_table": "pulse_taken",
                        "constraints": [models.UniqueConstraint(fields=("pulse", "account"), name="pulse_taken_once")],
                    },
                ),
                migrations.CreateModel(
                    name="PulseTally",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("agency", models.TextField()),
                        ("question", models.TextField()),
                        ("answer", models.TextField()),
                        ("number", models.PositiveIntegerField(default=0)),
                        (
                            "pulse",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.staffpulse"
                            ),
                        ),
                    ],
                    options={
                        "db_table": "pulse_tally",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("pulse", "agency", "question", "answer"), name="pulse_tally_once"
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
                    name="RosterAnswer",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("roster_answer_id", models.TextField(primary_key=True, serialize=False)),
                        ("answered_on", models.DateField(db_column="answered_on", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                        (
                            "challenge_contact",
                            models.ForeignKey(
                                db_column="challenge_contact_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.challengecontact",
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
                            "roster_test",
                            models.ForeignKey(
                                db_column="roster_test_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.rostertest",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "roster_answer",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("roster_test__isnull", False), _connector="OR"
                                ),
                                name="roster_answer_roster_test_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("challenge_contact__isnull", False), _connector="OR"
                                ),
                                name="roster_answer_challenge_contact_id_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RosterAnswerEarlier",
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
                        ("roster_answer_id", models.TextField(db_column="roster_answer_id", null=True)),
                        ("roster_test_id", models.TextField(db_column="roster_test_id", null=True)),
                        ("challenge_contact_id", models.TextField(db_column="challenge_contact_id", null=True)),
                        ("answered_on", models.DateField(db_column="answered_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "roster_answer_earlier",
                        "indexes": [models.Index(fields=["roster_answer_id"], name="roster_answer_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("roster_answer_id", "version"), name="roster_answer_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RosterTest",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("roster_test_id", models.TextField(primary_key=True, serialize=False)),
                        ("sent_on", models.DateField(db_column="sent_on", null=True)),
                        ("answer_by", models.DateField(db_column="answer_by", null=True)),
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
                        "db_table": "roster_test",
                    },
                ),
                migrations.CreateModel(
                    name="RosterTestEarlier",
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
                        ("roster_test_id", models.TextField(db_column="roster_test_id", null=True)),
                        ("sent_on", models.DateField(db_column="sent_on", null=True)),
                        ("answer_by", models.DateField(db_column="answer_by", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "roster_test_earlier",
                        "indexes": [models.Index(fields=["roster_test_id"], name="roster_test_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("roster_test_id", "version"), name="roster_test_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SelfAssessment",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("self_assessment_id", models.TextField(primary_key=True, serialize=False)),
                        ("title", models.TextField(db_column="title", null=True)),
                        ("opened_on", models.DateField(db_column="opened_on", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
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
                        "db_table": "self_assessment",
                    },
                ),
                migrations.CreateModel(
                    name="SelfAssessmentEarlier",
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
                        ("self_assessment_id", models.TextField(db_column="self_assessment_id", null=True)),
                        ("title", models.TextField(db_column="title", null=True)),
                        ("opened_on", models.DateField(db_column="opened_on", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "self_assessment_earlier",
                        "indexes": [models.Index(fields=["self_assessment_id"], name="self_assessment_earlie_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("self_assessment_id", "version"), name="self_assessment_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StaffPulse",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("staff_pulse_id", models.TextField(primary_key=True, serialize=False)),
                        ("title", models.TextField(db_column="title", null=True)),
                        ("opened_on", models.DateField(db_column="opened_on", null=True)),
                        ("closes_on", models.DateField(db_column="closes_on", null=True)),
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
                        "db_table": "staff_pulse",
                    },
                ),
                migrations.CreateModel(
                    name="StaffPulseEarlier",
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
                        ("staff_pulse_id", models.TextField(db_column="staff_pulse_id", null=True)),
                        ("title", models.TextField(db_column="title", null=True)),
                        ("opened_on", models.DateField(db_column="opened_on", null=True)),
                        ("closes_on", models.DateField(db_column="closes_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "staff_pulse_earlier",
                        "indexes": [models.Index(fields=["staff_pulse_id"], name="staff_pulse_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("staff_pulse_id", "version"), name="staff_pulse_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StandardAnswer",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("standard_answer_id", models.TextField(primary_key=True, serialize=False)),
                        ("standard", models.TextField(db_column="standard", null=True)),
                        ("score", models.BigIntegerField(db_column="score", null=True)),
                        ("evidence", models.TextField(db_column="evidence", null=True)),
                        ("planned", models.TextField(db_column="planned", null=True)),
                        ("moderated_score", models.BigIntegerField(db_column="moderated_score", null=True)),
                        ("moderated_reason", models.TextField(db_column="moderated_reason", null=True)),
                        ("moderated_on", models.DateField(db_column="moderated_on", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                        (
                            "agency_return",
                            models.ForeignKey(
                                db_column="agency_return_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.agencyreturn",
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
                        "db_table": "standard_answer",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("agency_return__isnull", False), _connector="OR"
                                ),
                                name="standard_answer_agency_return_id_given",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StandardAnswerEarlier",
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
                        ("standard_answer_id", models.TextField(db_column="standard_answer_id", null=True)),
                        ("agency_return_id", models.TextField(db_column="agency_return_id", null=True)),
                        ("standard", models.TextField(db_column="standard", null=True)),
                        ("score", models.BigIntegerField(db_column="score", null=True)),
                        ("evidence", models.TextField(db_column="evidence", null=True)),
                        ("planned", models.TextField(db_column="planned", null=True)),
                        ("moderated_score", models.BigIntegerField(db_column="moderated_score", null=True)),
                        ("moderated_reason", models.TextField(db_column="moderated_reason", null=True)),
                        ("moderated_on", models.DateField(db_column="moderated_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "standard_answer_earlier",
                        "indexes": [models.Index(fields=["standard_answer_id"], name="standard_answer_earlie_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("standard_answer_id", "version"), name="standard_answer_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SystemElement",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("system_element_id", models.TextField(primary_key=True, serialize=False)),
                        ("element", models.TextField(db_column="element", null=True)),
                        ("standing", models.TextField(db_column="standing", null=True)),
                        ("evidence", models.TextField(db_column="evidence", null=True)),
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
                        "db_table": "system_element",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("element__isnull", False), _connector="OR"
                                ),
                                name="system_element_element_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("standing__isnull", False), _connector="OR"
                                ),
                                name="system_element_standing_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SystemElementEarlier",
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
                        ("system_element_id", models.TextField(db_column="system_element_id", null=True)),
                        ("element", models.TextField(db_column="element", null=True)),
                        ("standing", models.TextField(db_column="standing", null=True)),
                        ("evidence", models.TextField(db_column="evidence", null=True)),
                        ("said_on", models.DateField(db_column="said_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "system_element_earlier",
                        "indexes": [models.Index(fields=["system_element_id"], name="system_element_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("system_element_id", "version"), name="system_element_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ToolReturn",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("tool_return_id", models.TextField(primary_key=True, serialize=False)),
                        ("asked_on", models.DateField(db_column="asked_on", null=True)),
                        ("returned_on", models.DateField(db_column="returned_on", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
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
                            "returned_by_account",
                            models.ForeignKey(
                                db_column="returned_by_account_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        "db_table": "tool_return",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("owner_agency__isnull", False), _connector="OR"
                                ),
                                name="tool_return_owner_agency_id_given",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ToolReturnEarlier",
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
                        ("tool_return_id", models.TextField(db_column="tool_return_id", null=True)),
                        ("owner_agency_id", models.TextField(db_column="owner_agency_id", null=True)),
                        ("asked_on", models.DateField(db_column="asked_on", null=True)),
                        ("returned_on", models.DateField(db_column="returned_on", null=True)),
                        (
                            "returned_by_account_id",
                            models.BigIntegerField(db_column="returned_by_account_id", null=True),
                        ),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "tool_return_earlier",
                        "indexes": [models.Index(fields=["tool_return_id"], name="tool_return_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("tool_return_id", "version"), name="tool_return_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TracedCase",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("traced_case_id", models.TextField(primary_key=True, serialize=False)),
                        ("number", models.BigIntegerField(db_column="number", null=True)),
                        ("sent", models.TextField(db_column="sent", null=True)),
                        ("arrived", models.TextField(db_column="arrived", null=True)),
                        ("accepted_by_name", models.TextField(db_column="accepted_by_name", null=True)),
                        ("first_contact", models.TextField(db_column="first_contact", null=True)),
                        ("lost_at", models.TextField(db_column="lost_at", null=True)),
                        ("family_said", models.TextField(db_column="family_said", null=True)),
                        ("traced_on", models.DateField(db_column="traced_on", null=True)),
                        ("set_aside_on", models.DateField(db_column="set_aside_on", null=True)),
                        ("set_aside_reason", models.TextField(db_column="set_aside_reason", null=True)),
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
                        (
                            "hand_over",
                            models.ForeignKey(
                                db_column="hand_over_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.handover",
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
                            "tracer_account",
                            models.ForeignKey(
                                db_column="tracer_account_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "tracing_round",
                            models.ForeignKey(
                                db_column="tracing_round_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.tracinground",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "traced_case",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("tracing_round__isnull", False), _connector="OR"
                                ),
                                name="traced_case_tracing_round_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("hand_over__isnull", False), _connector="OR"
                                ),
                                name="traced_case_hand_over_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("child__isnull", False), _connector="OR"),
                                name="traced_case_child_id_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TracedCaseEarlier",
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
                        ("traced_case_id", models.TextField(db_column="traced_case_id", null=True)),
                        ("tracing_round_id", models.TextField(db_column="tracing_round_id", null=True)),
                        ("number", models.BigIntegerField(db_column="number", null=True)),
                        ("hand_over_id", models.TextField(db_column="hand_over_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("tracer_account_id", models.BigIntegerField(db_column="tracer_account_id", null=True)),
                        ("given_case_id", models.TextField(db_column="given_case_id", null=True)),
                        ("sent", models.TextField(db_column="sent", null=True)),
                        ("arrived", models.TextField(db_column="arrived", null=True)),
                        ("accepted_by_name", models.TextField(db_column="accepted_by_name", null=True)),
                        ("first_contact", models.TextField(db_column="first_contact", null=True)),
                        ("lost_at", models.TextField(db_column="lost_at", null=True)),
                        ("family_said", models.TextField(db_column="family_said", null=True)),
                        ("traced_on", models.DateField(db_column="traced_on", null=True)),
                        ("set_aside_on", models.DateField(db_column="set_aside_on", null=True)),
                        ("set_aside_reason", models.TextField(db_column="set_aside_reason", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "traced_case_earlier",
                        "indexes": [
                            models.Index(fields=["traced_case_id"], name="traced_case_earlier_0"),
                            models.Index(fields=["child_id"], name="traced_case_earlier_1"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("traced_case_id", "version"), name="traced_case_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TracingRound",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
                        ("only_named", models.BooleanField(default=False)),
                        ("tracing_round_id", models.TextField(primary_key=True, serialize=False)),
                        ("drawn_on", models.DateField(db_column="drawn_on", null=True)),
                        ("sent_since", models.DateField(db_column="sent_since", null=True)),
                        ("seed", models.BigIntegerField(db_column="seed", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
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
                        "db_table": "tracing_round",
                    },
                ),
                migrations.CreateModel(
                    name="TracingRoundEarlier",
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
                        ("tracing_round_id", models.TextField(db_column="tracing_round_id", null=True)),
                        ("drawn_on", models.DateField(db_column="drawn_on", null=True)),
                        ("sent_since", models.DateField(db_column="sent_since", null=True)),
                        ("seed", models.BigIntegerField(db_column="seed", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "tracing_round_earlier",
                        "indexes": [models.Index(fields=["tracing_round_id"], name="tracing_round_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("tracing_round_id", "version"), name="tracing_round_earlier_version_once"
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
