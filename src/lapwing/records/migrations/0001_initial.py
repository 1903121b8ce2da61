import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.math
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models

import lapwing.records.models.tables
import lapwing.records.together


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        lapwing.records.together.CreateTogether(
            models=[
                migrations.CreateModel(
                    name="Feed",
                    fields=[
                        ("name", models.TextField(primary_key=True, serialize=False)),
                        ("format", models.TextField()),
                        ("last_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "db_table": "feed",
                    },
                ),
                migrations.CreateModel(
                    name="Agency",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("agency_id", models.TextField(primary_key=True, serialize=False)),
                        ("name", models.TextField(db_column="name", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("area", models.TextField(db_column="area", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "agency",
                    },
                ),
                migrations.CreateModel(
                    name="Practitioner",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("practitioner_id", models.TextField(primary_key=True, serialize=False)),
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
                        ("team", models.TextField(db_column="team", null=True)),
                        ("name", models.TextField(db_column="name", null=True)),
                        ("role", models.TextField(db_column="role", null=True)),
                        ("started_on", models.DateField(db_column="started_on", null=True)),
                        ("left_on", models.DateField(db_column="left_on", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "practitioner",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("started_on__isnull", True),
                                    ("left_on__isnull", True),
                                    ("left_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="practitioner_started_on_to_left_on",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Person",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("person_id", models.TextField(primary_key=True, serialize=False)),
                        ("nhs_number", models.TextField(db_column="nhs_number", null=True)),
                        ("family_name", models.TextField(db_column="family_name", null=True)),
                        ("given_name", models.TextField(db_column="given_name", null=True)),
                        ("born_on", models.DateField(db_column="born_on", null=True)),
                        ("born_on_certainty", models.TextField(db_column="born_on_certainty", null=True)),
                        ("sex", models.TextField(db_column="sex", null=True)),
                        ("ethnicity", models.TextField(db_column="ethnicity", null=True)),
                        ("disabilities", models.TextField(db_column="disabilities", null=True)),
                        ("language", models.TextField(db_column="language", null=True)),
                        ("died_on", models.DateField(db_column="died_on", null=True)),
                        ("address_protected", models.BooleanField(db_column="address_protected", null=True)),
                        (
                            "address_protected_by",
                            models.ForeignKey(
                                db_column="address_protected_by",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        (
                            "address_protected_until_on",
                            models.DateField(db_column="address_protected_until_on", null=True),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "person",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("born_on__isnull", True),
                                    ("died_on__isnull", True),
                                    ("died_on__gte", models.F("born_on")),
                                    _connector="OR",
                                ),
                                name="person_born_on_to_died_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("nhs_number__isnull", True),
                                    models.Q(
                                        ("nhs_number__regex", "^[0-9]{10}$"),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.math.Mod(
                                                django.db.models.expressions.CombinedExpression(
                                                    models.Value(11),
                                                    "-",
                                                    django.db.models.functions.math.Mod(
                                                        django.db.models.expressions.CombinedExpression(
                                                            django.db.models.expressions.CombinedExpression(
                                                                django.db.models.expressions.CombinedExpression(
                                                                    django.db.models.expressions.CombinedExpression(
                                                                        django.db.models.expressions.CombinedExpression(
                                                                            django.db.models.expressions.CombinedExpression(
                                                                                django.db.models.expressions.CombinedExpression(
                                                                                    django.db.models.expressions.CombinedExpression(
                                                                                        django.db.models.expressions.CombinedExpression(
                                                                                            django.db.models.functions.comparison.Cast(
                                                                                                django.db.models.functions.text.Substr(
                                                                                                    "nhs_number", 1, 1
                                                                                                ),
                                                                                                models.IntegerField(),
                                                                                            ),
                                                                                            "*",
                                                                                            models.Value(10),
                                                                                        ),
                                                                                        "+",
                                                                                        django.db.models.expressions.CombinedExpression(
                                                                                            django.db.models.functions.comparison.Cast(
                                                                                                django.db.models.functions.text.Substr(
                                                                                                    "nhs_number", 2, 1
                                                                                                ),
                                                                                                models.IntegerField(),
                                                                                            ),
                                                                                            "*",
                                                                                            models.Value(9),
                                                                                        ),
                                                                                    ),
                                                                                    "+",
                                                                                    django.db.models.expressions.CombinedExpression(
                                                                                        django.db.models.functions.comparison.Cast(
                                                                                            django.db.models.functions.text.Substr(
                                                                                                "nhs_number", 3, 1
                                                                                            ),
                                                                                            models.IntegerField(),
                                                                                        ),
                                                                                        "*",
                                                                                        models.Value(8),
                                                                                    ),
                                                                                ),
                                                                                "+",
                                                                                django.db.models.expressions.CombinedExpression(
                                                                                    django.db.models.functions.comparison.Cast(
                                                                                        django.db.models.functions.text.Substr(
                                                                                            "nhs_number", 4, 1
                                                                                        ),
                                                                                        models.IntegerField(),
                                                                                    ),
                                                                                    "*",
                                                                                    models.Value(7),
                                                                                ),
                                                                            ),
                                                                            "+",
                                                                            django.db.models.expressions.CombinedExpression(
                                                                                django.db.models.functions.comparison.Cast(
                                                                                    django.db.models.functions.text.Substr(
                                                                                        "nhs_number", 5, 1
                                                                                    ),
                                                                                    models.IntegerField(),
                                                                                ),
                                                                                "*",
                                                                                models.Value(6),
                                                                            ),
                                                                        ),
                                                                        "+",
                                                                        django.db.models.expressions.CombinedExpression(
                                                                            django.db.models.functions.comparison.Cast(
                                                                                django.db.models.functions.text.Substr(
                                                                                    "nhs_number", 6, 1
                                                                                ),
                                                                                models.IntegerField(),
                                                                            ),
                                                                            "*",
                                                                            models.Value(5),
                                                                        ),
                                                                    ),
                                                                    "+",
                                                                    django.db.models.expressions.CombinedExpression(
                                                                        django.db.models.functions.comparison.Cast(
                                                                            django.db.models.functions.text.Substr(
                                                                                "nhs_number", 7, 1
                                                                            ),
                                                                            models.IntegerField(),
                                                                        ),
                                                                        "*",
                                                                        models.Value(4),
                                                                    ),
                                                                ),
                                                                "+",
                                                                django.db.models.expressions.CombinedExpression(
                                                                    django.db.models.functions.comparison.Cast(
                                                                        django.db.models.functions.text.Substr(
                                                                            "nhs_number", 8, 1
                                                                        ),
                                                                        models.IntegerField(),
                                                                    ),
                                                                    "*",
                                                                    models.Value(3),
                                                                ),
                                                            ),
                                                            "+",
                                                            django.db.models.expressions.CombinedExpression(
                                                                django.db.models.functions.comparison.Cast(
                                                                    django.db.models.functions.text.Substr(
                                                                        "nhs_number", 9, 1
                                                                    ),
                                                                    models.IntegerField(),
                                                                ),
                                                                "*",
                                                                models.Value(2),
                                                            ),
                                                        ),
                                                        models.Value(11),
                                                    ),
                                                ),
                                                models.Value(11),
                                            ),
                                            django.db.models.functions.comparison.Cast(
                                                django.db.models.functions.text.Substr("nhs_number", 10, 1),
                                                models.IntegerField(),
                                            ),
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="person_nhs_number",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Account",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                        ("email", models.EmailField(max_length=254, unique=True)),
                        ("name", models.TextField()),
                        (
                            "role",
                            models.TextField(
                                choices=[
                                    ("practitioner", "Practitioner"),
                                    ("manager", "Manager"),
                                    ("named_professional", "Named or designated professional"),
                                    ("partnership_officer", "Partnership officer"),
                                    ("auditor", "Auditor"),
                                    ("administrator", "Administrator"),
                                ]
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.agency",
                            ),
                        ),
                        ("team", models.TextField(default="")),
                        (
                            "practitioner",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.person",
                            ),
                        ),
                        ("is_system", models.BooleanField(default=False)),
                        ("is_active", models.BooleanField(default=True)),
                        ("made_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "db_table": "account",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("role", "partnership_officer"),
                                    ("role", "administrator"),
                                    ("role", "auditor"),
                                    ("agency__isnull", False),
                                    _connector="OR",
                                ),
                                name="account_agency_given",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Pregnancy",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("pregnancy_id", models.TextField(primary_key=True, serialize=False)),
                        (
                            "mother",
                            models.ForeignKey(
                                db_column="mother_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.person",
                            ),
                        ),
                        ("known_on", models.DateField(db_column="known_on", null=True)),
                        ("booked_on", models.DateField(db_column="booked_on", null=True)),
                        ("concealed", models.BooleanField(db_column="concealed", null=True)),
                        ("babies_expected", models.BigIntegerField(db_column="babies_expected", null=True)),
                        ("ended_on", models.DateField(db_column="ended_on", null=True)),
                        ("outcome", models.TextField(db_column="outcome", null=True)),
                        ("booked_with", models.TextField(db_column="booked_with", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "pregnancy",
                    },
                ),
                migrations.CreateModel(
                    name="Child",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("child_id", models.TextField(primary_key=True, serialize=False)),
                        (
                            "person",
                            models.ForeignKey(
                                db_column="person_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.person",
                            ),
                        ),
                        (
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        ("birth_order", models.BigIntegerField(db_column="birth_order", null=True)),
                        ("authority_child_id", models.TextField(db_column="authority_child_id", null=True)),
                        ("upn", models.TextField(db_column="upn", null=True)),
                        ("opened_in_error", models.BooleanField(db_column="opened_in_error", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "child",
                    },
                ),
                migrations.CreateModel(
                    name="Restriction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.child"
                            ),
                        ),
                        ("grounds", models.TextField()),
                        ("says", models.TextField(default="")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        (
                            "lifted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("lifted_at", models.DateTimeField(null=True)),
                        ("lifted_why", models.TextField(default="")),
                        (
                            "may_read",
                            models.ManyToManyField(
                                db_table="restriction_may_read", related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "db_table": "restriction",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("lifted_at__isnull", True)),
                                fields=("child",),
                                name="restriction_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BrokenGlass",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.child"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("reason", models.TextField()),
                        ("at", models.DateTimeField()),
                        ("until_at", models.DateTimeField()),
                        (
                            "reviewer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("reviewed_at", models.DateTimeField(null=True)),
                        ("justified", models.BooleanField(null=True)),
                        ("review_says", models.TextField(default="")),
                    ],
                    options={
                        "db_table": "broken_glass",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reviewer", models.F("by")), _negated=True),
                                name="broken_glass_two_people",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FamilyTie",
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
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.child"
                            ),
                        ),
                        (
                            "said_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "db_table": "family_tie",
                        "constraints": [models.UniqueConstraint(fields=("account", "child"), name="family_tie_once")],
                    },
                ),
                migrations.CreateModel(
                    name="SealedLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "before",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.child"
                            ),
                        ),
                        (
                            "after",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.child"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "db_table": "sealed_link",
                    },
                ),
                migrations.CreateModel(
                    name="Notification",
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
                        ("what", models.TextField()),
                        ("child", models.TextField(db_index=True, null=True)),
                        ("table", models.TextField(null=True)),
                        ("key", models.TextField(null=True)),
                        ("at", models.DateTimeField()),
                        ("read_at", models.DateTimeField(null=True)),
                        ("quiet_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "db_table": "notification",
                        "indexes": [models.Index(fields=["account", "read_at"], name="notification_for")],
                    },
                ),
                migrations.CreateModel(
                    name="Token",
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
                                related_name="tokens",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("digest", models.TextField(unique=True)),
                        ("name", models.TextField()),
                        (
                            "made_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField()),
                        ("withdrawn_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "db_table": "token",
                    },
                ),
                migrations.CreateModel(
                    name="Event",
                    fields=[
                        ("place", models.BigIntegerField(primary_key=True, serialize=False)),
                        ("at", models.DateTimeField()),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("verb", models.TextField()),
                        ("child", models.TextField(db_index=True, null=True)),
                        ("details", models.TextField()),
                        ("before", models.TextField()),
                        ("hash", models.TextField()),
                    ],
                    options={
                        "db_table": "event",
                    },
                ),
                migrations.CreateModel(
                    name="ChainHead",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("place", models.BigIntegerField()),
                        ("hash", models.TextField()),
                    ],
                    options={
                        "db_table": "chain_head",
                    },
                ),
                migrations.CreateModel(
                    name="Carries",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "feed",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="carries", to="records.feed"
                            ),
                        ),
                        ("table", models.TextField()),
                        ("columns", models.JSONField()),
                        ("kinds", models.JSONField(default=dict)),
                        ("delivered_on", models.DateField(null=True)),
                    ],
                    options={
                        "db_table": "carries",
                        "constraints": [models.UniqueConstraint(fields=("feed", "table"), name="carries_once")],
                    },
                ),
                migrations.CreateModel(
                    name="ImportRun",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "feed",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="runs", to="records.feed"
                            ),
                        ),
                        ("source", models.TextField()),
                        ("fingerprint", models.TextField()),
                        ("began_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(null=True)),
                        ("done", models.JSONField(default=dict)),
                        ("counts", models.JSONField(default=dict)),
                    ],
                    options={
                        "db_table": "import_run",
                    },
                ),
                migrations.CreateModel(
                    name="Reconciliation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("table", models.TextField()),
                        ("key", models.TextField()),
                        ("columns", models.JSONField()),
                        (
                            "feed",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("theirs", models.JSONField(null=True)),
                        ("found_at", models.DateTimeField()),
                        ("settled_at", models.DateTimeField(null=True)),
                        (
                            "settled_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("outcome", models.TextField(default="")),
                    ],
                    options={
                        "db_table": "reconciliation",
                        "indexes": [models.Index(fields=["table", "key"], name="reconciliation_of")],
                    },
                ),
                migrations.CreateModel(
                    name="Finding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.child",
                            ),
                        ),
                        ("subject", models.TextField()),
                        ("subject_kind", models.TextField()),
                        ("check_code", models.TextField(db_column="check")),
                        ("lesson", models.TextField()),
                        ("outcome", models.TextField()),
                        ("word", models.TextField(null=True)),
                        ("due_on", models.DateField(null=True)),
                        ("since", models.DateField(null=True)),
                        ("urgent", models.BooleanField()),
                        ("reason", models.TextField()),
                        ("plain_reason", models.TextField()),
                        ("missing", models.TextField()),
                        ("facts", models.TextField()),
                        ("basis", models.TextField()),
                        ("rule_version", models.TextField()),
                        ("settings_version", models.TextField()),
                        ("changed_at", models.DateTimeField()),
                    ],
                    options={
                        "db_table": "finding",
                        "indexes": [models.Index(fields=["outcome", "due_on"], name="finding_due")],
                        "constraints": [
                            models.UniqueConstraint(fields=("child", "subject", "check_code"), name="finding_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.child",
                            ),
                        ),
                        ("subject", models.TextField()),
                        ("check_code", models.TextField(db_column="check")),
                        ("kind", models.TextField()),
                        ("was", models.TextField(null=True)),
                        ("became", models.TextField(null=True)),
                        ("due_on", models.DateField(null=True)),
                        ("reason", models.TextField(null=True)),
                        ("on", models.DateField()),
                        ("at", models.DateTimeField()),
                        ("event", models.BigIntegerField(null=True)),
                    ],
                    options={
                        "db_table": "finding_change",
                        "indexes": [models.Index(fields=["child", "check_code", "subject"], name="finding_change_of")],
                    },
                ),
                migrations.CreateModel(
                    name="FindingAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.child"
                            ),
                        ),
                        ("subject", models.TextField()),
                        ("check_code", models.TextField(db_column="check")),
                        ("reason", models.TextField()),
                        ("says", models.TextField()),
                        (
                            "answered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("answered_at", models.DateTimeField()),
                        ("agreed", models.BooleanField(null=True)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(null=True)),
                        ("decision_says", models.TextField(default="")),
                        (
                            "exception",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.exception",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "finding_answer",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("decided_by__isnull", True),
                                    models.Q(("decided_by", models.F("answered_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="finding_answer_two_people",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PossibleMatch",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("table", models.TextField()),
                        ("one", models.TextField()),
                        ("other", models.TextField()),
                        ("how", models.TextField()),
                        ("speaks_for", models.JSONField(default=list)),
                        ("speaks_against", models.JSONField(default=list)),
                        ("found_at", models.DateTimeField()),
                        ("is_same", models.BooleanField(null=True)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(null=True)),
                        ("decision_says", models.TextField(default="")),
                    ],
                    options={
                        "db_table": "possible_match",
                        "constraints": [
                            models.UniqueConstraint(fields=("table", "one", "other"), name="possible_match_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Same",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("table", models.TextField()),
                        ("keep", models.TextField()),
                        ("other", models.TextField()),
                        ("why", models.TextField()),
                        (
                            "along_with",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.same",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        (
                            "ended_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True)),
                        ("ended_why", models.TextField(default="")),
                    ],
                    options={
                        "db_table": "same",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=["table", "keep"],
                                name="same_kept",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("table", "other"),
                                name="same_as_one_only",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("keep", models.F("other")), _negated=True), name="same_is_another"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Address",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("address_id", models.TextField(primary_key=True, serialize=False)),
                        (
                            "person",
                            models.ForeignKey(
                                db_column="person_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.person",
                            ),
                        ),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("address", models.TextField(db_column="address", null=True)),
                        ("postcode", models.TextField(db_column="postcode", null=True)),
                        ("from_on", models.DateField(db_column="from_on", null=True)),
                        ("until_on", models.DateField(db_column="until_on", null=True)),
                        ("protected", models.BooleanField(db_column="protected", null=True)),
                        ("out_of_area", models.BooleanField(db_column="out_of_area", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "address",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("person__isnull", False), _connector="OR"),
                                name="address_person_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("from_on__isnull", True),
                                    ("until_on__isnull", True),
                                    ("until_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="address_from_on_to_until_on",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OtherName",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("other_name_id", models.TextField(primary_key=True, serialize=False)),
                        (
                            "person",
                            models.ForeignKey(
                                db_column="person_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.person",
                            ),
                        ),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("family_name", models.TextField(db_column="family_name", null=True)),
                        ("given_name", models.TextField(db_column="given_name", null=True)),
                        ("from_on", models.DateField(db_column="from_on", null=True)),
                        ("until_on", models.DateField(db_column="until_on", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "other_name",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("person__isnull", False), _connector="OR"),
                                name="other_name_person_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("from_on__isnull", True),
                                    ("until_on__isnull", True),
                                    ("until_on__gte", models.F("from_on")),
                                    _connector="OR",
                                ),
                                name="other_name_from_on_to_until_on",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExpectedDate",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("expected_date_id", models.TextField(primary_key=True, serialize=False)),
                        (
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        ("expected_on", models.DateField(db_column="expected_on", null=True)),
                        ("method", models.TextField(db_column="method", null=True)),
                        ("stated_on", models.DateField(db_column="stated_on", null=True)),
                        ("superseded_on", models.DateField(db_column="superseded_on", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "expected_date",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("pregnancy__isnull", False), _connector="OR"
                                ),
                                name="expected_date_pregnancy_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("stated_on__isnull", True),
                                    ("superseded_on__isnull", True),
                                    ("superseded_on__gte", models.F("stated_on")),
                                    _connector="OR",
                                ),
                                name="expected_date_stated_on_to_superseded_on",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Relationship",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("relationship_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_column="person_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.person",
                            ),
                        ),
                        ("role", models.TextField(db_column="role", null=True)),
                        ("caring_role", models.BooleanField(db_column="caring_role", null=True)),
                        ("lives_with_child", models.BooleanField(db_column="lives_with_child", null=True)),
                        ("identity_status", models.TextField(db_column="identity_status", null=True)),
                        ("identity_status_on", models.DateField(db_column="identity_status_on", null=True)),
                        (
                            "identity_decided_by",
                            models.ForeignKey(
                                db_column="identity_decided_by",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        ("identity_review_on", models.DateField(db_column="identity_review_on", null=True)),
                        ("parental_responsibility", models.TextField(db_column="parental_responsibility", null=True)),
                        ("contact_safety", models.TextField(db_column="contact_safety", null=True)),
                        ("contact_safety_reason", models.TextField(db_column="contact_safety_reason", null=True)),
                        ("contact_safety_review_on", models.DateField(db_column="contact_safety_review_on", null=True)),
                        ("mentioned_on", models.DateField(db_column="mentioned_on", null=True)),
                        ("began_on", models.DateField(db_column="began_on", null=True)),
                        ("ended_on", models.DateField(db_column="ended_on", null=True)),
                        ("role_in_family", models.TextField(db_column="role_in_family", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "relationship",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("role__isnull", False), _connector="OR"),
                                name="relationship_role_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="relationship_child_or_pregnancy",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("began_on__isnull", True),
                                    ("ended_on__isnull", True),
                                    ("ended_on__gte", models.F("began_on")),
                                    _connector="OR",
                                ),
                                name="relationship_began_on_to_ended_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("role", "birth_father"), _negated=True),
                                    ("identity_status__isnull", False),
                                    _connector="OR",
                                ),
                                name="relationship_father_identity",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Involvement",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("involvement_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
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
                            "practitioner",
                            models.ForeignKey(
                                db_column="practitioner_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        ("team", models.TextField(db_column="team", null=True)),
                        ("role", models.TextField(db_column="role", null=True)),
                        ("level", models.TextField(db_column="level", null=True)),
                        ("lead", models.BooleanField(db_column="lead", null=True)),
                        ("kept_private", models.BooleanField(db_column="kept_private", null=True)),
                        ("started_on", models.DateField(db_column="started_on", null=True)),
                        ("ended_on", models.DateField(db_column="ended_on", null=True)),
                        ("ended_reason", models.TextField(db_column="ended_reason", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "involvement",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="involvement_child_or_pregnancy",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("started_on__isnull", True),
                                    ("ended_on__isnull", True),
                                    ("ended_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="involvement_started_on_to_ended_on",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True),
                                    ("feed__isnull", True),
                                    ("lead", True),
                                    ("voided_at__isnull", True),
                                ),
                                fields=("child",),
                                name="involvement_one_lead_of_child",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True),
                                    ("feed__isnull", True),
                                    ("lead", True),
                                    ("voided_at__isnull", True),
                                ),
                                fields=("pregnancy",),
                                name="involvement_one_lead_of_pregnancy",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Contact",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("contact_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_column="person_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.person",
                            ),
                        ),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("happened_on", models.DateField(db_column="happened_on", null=True)),
                        ("source", models.TextField(db_column="source", null=True)),
                        ("seen_alone", models.BooleanField(db_column="seen_alone", null=True)),
                        ("child_seen", models.BooleanField(db_column="child_seen", null=True)),
                        ("outcome", models.TextField(db_column="outcome", null=True)),
                        (
                            "referral",
                            models.ForeignKey(
                                db_column="referral_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.referral",
                            ),
                        ),
                        ("note", models.TextField(db_column="note", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "contact",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="contact_child_or_pregnancy",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Concern",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("concern_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_column="person_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.person",
                            ),
                        ),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("part", models.TextField(db_column="part", null=True)),
                        ("status", models.TextField(db_column="status", null=True)),
                        ("identified_on", models.DateField(db_column="identified_on", null=True)),
                        ("incident_on", models.DateField(db_column="incident_on", null=True)),
                        ("significant", models.BooleanField(db_column="significant", null=True)),
                        ("ended_on", models.DateField(db_column="ended_on", null=True)),
                        ("ended_reason", models.TextField(db_column="ended_reason", null=True)),
                        ("no_action_on", models.DateField(db_column="no_action_on", null=True)),
                        ("no_action_reason", models.TextField(db_column="no_action_reason", null=True)),
                        (
                            "assessment",
                            models.ForeignKey(
                                db_column="assessment_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.assessment",
                            ),
                        ),
                        (
                            "referral",
                            models.ForeignKey(
                                db_column="referral_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.referral",
                            ),
                        ),
                        ("note", models.TextField(db_column="note", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "concern",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("kind__isnull", False), _connector="OR"),
                                name="concern_kind_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="concern_child_or_pregnancy",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Referral",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("referral_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        (
                            "from_agency",
                            models.ForeignKey(
                                db_column="from_agency_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.agency",
                            ),
                        ),
                        (
                            "referred_by",
                            models.ForeignKey(
                                db_column="referred_by",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        ("source", models.TextField(db_column="source", null=True)),
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
                        ("received_on", models.DateField(db_column="received_on", null=True)),
                        ("acknowledged_on", models.DateField(db_column="acknowledged_on", null=True)),
                        (
                            "acknowledged_by",
                            models.ForeignKey(
                                db_column="acknowledged_by",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        ("decided_on", models.DateField(db_column="decided_on", null=True)),
                        ("outcome", models.TextField(db_column="outcome", null=True)),
                        ("decision_reasons", models.TextField(db_column="decision_reasons", null=True)),
                        ("referrer_told_on", models.DateField(db_column="referrer_told_on", null=True)),
                        ("primary_need", models.TextField(db_column="primary_need", null=True)),
                        (
                            "repeats_referral",
                            models.ForeignKey(
                                db_column="repeats_referral_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.referral",
                            ),
                        ),
                        ("closed_on", models.DateField(db_column="closed_on", null=True)),
                        ("closed_reason", models.TextField(db_column="closed_reason", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "referral",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="referral_child_or_pregnancy",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("acknowledged_by__isnull", True), ("acknowledged_on__isnull", True)),
                                    models.Q(("acknowledged_by__isnull", False), ("acknowledged_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="referral_acknowledged_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("received_on__isnull", True),
                                    ("closed_on__isnull", True),
                                    ("closed_on__gte", models.F("received_on")),
                                    _connector="OR",
                                ),
                                name="referral_received_on_to_closed_on",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Decision",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("decision_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("decided_on", models.DateField(db_column="decided_on", null=True)),
                        ("outcome", models.TextField(db_column="outcome", null=True)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                db_column="decided_by",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        ("authority", models.TextField(db_column="authority", null=True)),
                        ("reasons", models.TextField(db_column="reasons", null=True)),
                        ("options", models.TextField(db_column="options", null=True)),
                        ("harms", models.TextField(db_column="harms", null=True)),
                        ("protective_factors", models.TextField(db_column="protective_factors", null=True)),
                        ("childs_view", models.TextField(db_column="childs_view", null=True)),
                        ("consulted", models.TextField(db_column="consulted", null=True)),
                        ("contingency", models.TextField(db_column="contingency", null=True)),
                        ("review_on", models.DateField(db_column="review_on", null=True)),
                        ("urgent", models.BooleanField(db_column="urgent", null=True)),
                        (
                            "referral",
                            models.ForeignKey(
                                db_column="referral_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.referral",
                            ),
                        ),
                        (
                            "concern",
                            models.ForeignKey(
                                db_column="concern_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.concern",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_column="meeting_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.meeting",
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "decision",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("kind__isnull", False), _connector="OR"),
                                name="decision_kind_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="decision_child_or_pregnancy",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("decided_by__isnull", True), ("decided_on__isnull", True)),
                                    models.Q(("decided_by__isnull", False), ("decided_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="decision_decided_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Assessment",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("assessment_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        (
                            "referral",
                            models.ForeignKey(
                                db_column="referral_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.referral",
                            ),
                        ),
                        (
                            "led_by",
                            models.ForeignKey(
                                db_column="led_by",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        ("started_on", models.DateField(db_column="started_on", null=True)),
                        ("signed_off_on", models.DateField(db_column="signed_off_on", null=True)),
                        (
                            "signed_off_by",
                            models.ForeignKey(
                                db_column="signed_off_by",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        ("stopped_on", models.DateField(db_column="stopped_on", null=True)),
                        ("stopped_reason", models.TextField(db_column="stopped_reason", null=True)),
                        ("child_seen", models.BooleanField(db_column="child_seen", null=True)),
                        ("outcome", models.TextField(db_column="outcome", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "assessment",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="assessment_child_or_pregnancy",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("signed_off_by__isnull", True), ("signed_off_on__isnull", True)),
                                    models.Q(("signed_off_by__isnull", False), ("signed_off_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="assessment_signed_off_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("started_on__isnull", True),
                                    ("signed_off_on__isnull", True),
                                    ("signed_off_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="assessment_started_on_to_signed_off_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("started_on__isnull", True),
                                    ("stopped_on__isnull", True),
                                    ("stopped_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="assessment_started_on_to_stopped_on",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Contribution",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("contribution_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                db_column="assessment_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.assessment",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_column="meeting_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.meeting",
                            ),
                        ),
                        ("contributor", models.TextField(db_column="contributor", null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                db_column="person_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.person",
                            ),
                        ),
                        ("asked_on", models.DateField(db_column="asked_on", null=True)),
                        ("received_on", models.DateField(db_column="received_on", null=True)),
                        ("direct", models.BooleanField(db_column="direct", null=True)),
                        ("not_obtained_reason", models.TextField(db_column="not_obtained_reason", null=True)),
                        (
                            "observation",
                            models.ForeignKey(
                                db_column="observation_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.observation",
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "contribution",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("contributor__isnull", False), _connector="OR"
                                ),
                                name="contribution_contributor_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="contribution_child_or_pregnancy",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Analysis",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("analysis_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        (
                            "assessment",
                            models.ForeignKey(
                                db_column="assessment_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.assessment",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_column="person_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.person",
                            ),
                        ),
                        (
                            "concern",
                            models.ForeignKey(
                                db_column="concern_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.concern",
                            ),
                        ),
                        ("dimension", models.TextField(db_column="dimension", null=True)),
                        ("concern_kind", models.TextField(db_column="concern_kind", null=True)),
                        ("explored", models.TextField(db_column="explored", null=True)),
                        ("not_explored_reason", models.TextField(db_column="not_explored_reason", null=True)),
                        ("evidence_on", models.DateField(db_column="evidence_on", null=True)),
                        ("finding", models.TextField(db_column="finding", null=True)),
                        ("conclusion", models.TextField(db_column="conclusion", null=True)),
                        ("written_on", models.DateField(db_column="written_on", null=True)),
                        ("review_on", models.DateField(db_column="review_on", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "analysis",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("kind__isnull", False), _connector="OR"),
                                name="analysis_kind_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="analysis_child_or_pregnancy",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Meeting",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("meeting_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        (
                            "plan",
                            models.ForeignKey(
                                db_column="plan_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.plan",
                            ),
                        ),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("planned_for_on", models.DateField(db_column="planned_for_on", null=True)),
                        ("held_on", models.DateField(db_column="held_on", null=True)),
                        (
                            "chaired_by",
                            models.ForeignKey(
                                db_column="chaired_by",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        ("quorate", models.BooleanField(db_column="quorate", null=True)),
                        ("proposed_outcome", models.TextField(db_column="proposed_outcome", null=True)),
                        ("outcome_recorded_on", models.DateField(db_column="outcome_recorded_on", null=True)),
                        ("outcome", models.TextField(db_column="outcome", null=True)),
                        ("ended_reason", models.TextField(db_column="ended_reason", null=True)),
                        ("dissent", models.TextField(db_column="dissent", null=True)),
                        ("chair_statement", models.TextField(db_column="chair_statement", null=True)),
                        ("proceed_reason", models.TextField(db_column="proceed_reason", null=True)),
                        (
                            "unfinished_actions_reason",
                            models.TextField(db_column="unfinished_actions_reason", null=True),
                        ),
                        (
                            "follows_meeting",
                            models.ForeignKey(
                                db_column="follows_meeting_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.meeting",
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "meeting",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("kind__isnull", False), _connector="OR"),
                                name="meeting_kind_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="meeting_child_or_pregnancy",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Attendance",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("attendance_id", models.TextField(primary_key=True, serialize=False)),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_column="meeting_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.meeting",
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
                        ("attendee", models.TextField(db_column="attendee", null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                db_column="person_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.person",
                            ),
                        ),
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
                            "practitioner",
                            models.ForeignKey(
                                db_column="practitioner_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        ("invited_on", models.DateField(db_column="invited_on", null=True)),
                        ("attended", models.BooleanField(db_column="attended", null=True)),
                        ("report_received_on", models.DateField(db_column="report_received_on", null=True)),
                        ("absent_reason", models.TextField(db_column="absent_reason", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "attendance",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("meeting__isnull", False), _connector="OR"
                                ),
                                name="attendance_meeting_id_given",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConcernReview",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("concern_review_id", models.TextField(primary_key=True, serialize=False)),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_column="meeting_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.meeting",
                            ),
                        ),
                        (
                            "concern",
                            models.ForeignKey(
                                db_column="concern_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.concern",
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
                        ("change", models.TextField(db_column="change", null=True)),
                        ("basis", models.TextField(db_column="basis", null=True)),
                        ("sustained_since_on", models.DateField(db_column="sustained_since_on", null=True)),
                        ("remains", models.TextField(db_column="remains", null=True)),
                        ("written_on", models.DateField(db_column="written_on", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "concern_review",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("meeting__isnull", False), _connector="OR"
                                ),
                                name="concern_review_meeting_id_given",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReviewLine",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("review_line_id", models.TextField(primary_key=True, serialize=False)),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_column="meeting_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.meeting",
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
                        ("about", models.TextField(db_column="about", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("evidence_on", models.DateField(db_column="evidence_on", null=True)),
                        ("written_on", models.DateField(db_column="written_on", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "review_line",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("meeting__isnull", False), _connector="OR"
                                ),
                                name="review_line_meeting_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("about__isnull", False), _connector="OR"),
                                name="review_line_about_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Plan",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("plan_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        (
                            "referral",
                            models.ForeignKey(
                                db_column="referral_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.referral",
                            ),
                        ),
                        (
                            "led_by",
                            models.ForeignKey(
                                db_column="led_by",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        ("started_on", models.DateField(db_column="started_on", null=True)),
                        ("ended_on", models.DateField(db_column="ended_on", null=True)),
                        ("ended_reason", models.TextField(db_column="ended_reason", null=True)),
                        ("initial_category", models.TextField(db_column="initial_category", null=True)),
                        ("latest_category", models.TextField(db_column="latest_category", null=True)),
                        ("compared_on", models.DateField(db_column="compared_on", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "plan",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("kind__isnull", False), _connector="OR"),
                                name="plan_kind_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="plan_child_or_pregnancy",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("started_on__isnull", True),
                                    ("ended_on__isnull", True),
                                    ("ended_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="plan_started_on_to_ended_on",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Milestone",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("milestone_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                db_column="plan_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.plan",
                            ),
                        ),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("done_on", models.DateField(db_column="done_on", null=True)),
                        ("not_needed_on", models.DateField(db_column="not_needed_on", null=True)),
                        ("not_needed_reason", models.TextField(db_column="not_needed_reason", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "milestone",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("kind__isnull", False), _connector="OR"),
                                name="milestone_kind_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="milestone_child_or_pregnancy",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Action",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("action_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                db_column="plan_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.plan",
                            ),
                        ),
                        (
                            "concern",
                            models.ForeignKey(
                                db_column="concern_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.concern",
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                db_column="decision_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.decision",
                            ),
                        ),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("aim", models.TextField(db_column="aim", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("intended_effect", models.TextField(db_column="intended_effect", null=True)),
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
                            "owned_by",
                            models.ForeignKey(
                                db_column="owned_by",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        (
                            "owned_by_person",
                            models.ForeignKey(
                                db_column="owned_by_person_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.person",
                            ),
                        ),
                        ("assigned_on", models.DateField(db_column="assigned_on", null=True)),
                        ("accepted_on", models.DateField(db_column="accepted_on", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("starts_on", models.DateField(db_column="starts_on", null=True)),
                        ("started_on", models.DateField(db_column="started_on", null=True)),
                        ("completed_on", models.DateField(db_column="completed_on", null=True)),
                        ("effect_reviewed_on", models.DateField(db_column="effect_reviewed_on", null=True)),
                        ("effect", models.TextField(db_column="effect", null=True)),
                        ("declined_on", models.DateField(db_column="declined_on", null=True)),
                        ("declined_next", models.TextField(db_column="declined_next", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "action",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="action_child_or_pregnancy",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("started_on__isnull", True),
                                    ("completed_on__isnull", True),
                                    ("completed_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="action_started_on_to_completed_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("assigned_on__isnull", True),
                                    ("accepted_on__isnull", True),
                                    ("accepted_on__gte", models.F("assigned_on")),
                                    _connector="OR",
                                ),
                                name="action_assigned_on_to_accepted_on",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Observation",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("observation_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_column="person_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.person",
                            ),
                        ),
                        ("basis", models.TextField(db_column="basis", null=True)),
                        ("of", models.TextField(db_column="of", null=True)),
                        ("observed_on", models.DateField(db_column="observed_on", null=True)),
                        (
                            "observed_by",
                            models.ForeignKey(
                                db_column="observed_by",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        ("place", models.TextField(db_column="place", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("significant", models.BooleanField(db_column="significant", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "observation",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("basis__isnull", False), _connector="OR"),
                                name="observation_basis_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="observation_child_or_pregnancy",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("observed_by__isnull", True), ("observed_on__isnull", True)),
                                    models.Q(("observed_by__isnull", False), ("observed_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="observation_observed_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Measurement",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("measurement_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("measured_on", models.DateField(db_column="measured_on", null=True)),
                        ("value", models.FloatField(db_column="value", null=True)),
                        ("unit", models.TextField(db_column="unit", null=True)),
                        ("source", models.TextField(db_column="source", null=True)),
                        ("undressed", models.BooleanField(db_column="undressed", null=True)),
                        ("centile_space", models.TextField(db_column="centile_space", null=True)),
                        ("needs_response", models.BooleanField(db_column="needs_response", null=True)),
                        ("responded_on", models.DateField(db_column="responded_on", null=True)),
                        ("response", models.TextField(db_column="response", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "measurement",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("kind__isnull", False), _connector="OR"),
                                name="measurement_kind_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="measurement_child_or_pregnancy",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Appointment",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("appointment_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_column="person_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.person",
                            ),
                        ),
                        ("kind", models.TextField(db_column="kind", null=True)),
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
                        ("booked_for_on", models.DateField(db_column="booked_for_on", null=True)),
                        ("held_on", models.DateField(db_column="held_on", null=True)),
                        ("kept", models.TextField(db_column="kept", null=True)),
                        ("response", models.TextField(db_column="response", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "appointment",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("kind__isnull", False), _connector="OR"),
                                name="appointment_kind_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="appointment_child_or_pregnancy",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Advice",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("advice_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_column="person_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.person",
                            ),
                        ),
                        ("topic", models.TextField(db_column="topic", null=True)),
                        ("given_on", models.DateField(db_column="given_on", null=True)),
                        (
                            "given_by",
                            models.ForeignKey(
                                db_column="given_by",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        ("discussed", models.BooleanField(db_column="discussed", null=True)),
                        ("understood", models.TextField(db_column="understood", null=True)),
                        ("agreed", models.TextField(db_column="agreed", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "advice",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("topic__isnull", False), _connector="OR"),
                                name="advice_topic_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="advice_child_or_pregnancy",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("given_by__isnull", True), ("given_on__isnull", True)),
                                    models.Q(("given_by__isnull", False), ("given_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="advice_given_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HandOver",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("hand_over_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        (
                            "from_agency",
                            models.ForeignKey(
                                db_column="from_agency_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.agency",
                            ),
                        ),
                        (
                            "from_practitioner",
                            models.ForeignKey(
                                db_column="from_practitioner_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
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
                        (
                            "to_practitioner",
                            models.ForeignKey(
                                db_column="to_practitioner_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("sent_on", models.DateField(db_column="sent_on", null=True)),
                        ("verbal", models.BooleanField(db_column="verbal", null=True)),
                        ("says_dates", models.BooleanField(db_column="says_dates", null=True)),
                        ("says_parents", models.BooleanField(db_column="says_parents", null=True)),
                        ("says_risks", models.BooleanField(db_column="says_risks", null=True)),
                        ("says_plan", models.BooleanField(db_column="says_plan", null=True)),
                        ("says_agencies", models.BooleanField(db_column="says_agencies", null=True)),
                        ("says_address_safety", models.BooleanField(db_column="says_address_safety", null=True)),
                        ("received_on", models.DateField(db_column="received_on", null=True)),
                        ("accepted_on", models.DateField(db_column="accepted_on", null=True)),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                db_column="accepted_by",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        ("declined_on", models.DateField(db_column="declined_on", null=True)),
                        ("declined_reason", models.TextField(db_column="declined_reason", null=True)),
                        ("first_contact_on", models.DateField(db_column="first_contact_on", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "hand_over",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("kind__isnull", False), _connector="OR"),
                                name="hand_over_kind_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="hand_over_child_or_pregnancy",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("accepted_by__isnull", True), ("accepted_on__isnull", True)),
                                    models.Q(("accepted_by__isnull", False), ("accepted_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="hand_over_accepted_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("sent_on__isnull", True),
                                    ("received_on__isnull", True),
                                    ("received_on__gte", models.F("sent_on")),
                                    _connector="OR",
                                ),
                                name="hand_over_sent_on_to_received_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("sent_on__isnull", True),
                                    ("accepted_on__isnull", True),
                                    ("accepted_on__gte", models.F("sent_on")),
                                    _connector="OR",
                                ),
                                name="hand_over_sent_on_to_accepted_on",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MissingEpisode",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("missing_episode_id", models.TextField(primary_key=True, serialize=False)),
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
                        ("missing_from_on", models.DateField(db_column="missing_from_on", null=True)),
                        ("returned_on", models.DateField(db_column="returned_on", null=True)),
                        ("interview_offered_on", models.DateField(db_column="interview_offered_on", null=True)),
                        ("interview_held_on", models.DateField(db_column="interview_held_on", null=True)),
                        ("interview_outcome", models.TextField(db_column="interview_outcome", null=True)),
                        ("interview_reason", models.TextField(db_column="interview_reason", null=True)),
                        ("interview_independent", models.BooleanField(db_column="interview_independent", null=True)),
                        ("interview_used_on", models.DateField(db_column="interview_used_on", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "missing_episode",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("child__isnull", False), _connector="OR"),
                                name="missing_episode_child_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("missing_from_on__isnull", True),
                                    ("returned_on__isnull", True),
                                    ("returned_on__gte", models.F("missing_from_on")),
                                    _connector="OR",
                                ),
                                name="missing_episode_missing_from_on_to_returned_on",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LegalStatus",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("legal_status_id", models.TextField(primary_key=True, serialize=False)),
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
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("started_on", models.DateField(db_column="started_on", null=True)),
                        ("ended_on", models.DateField(db_column="ended_on", null=True)),
                        ("evidence", models.TextField(db_column="evidence", null=True)),
                        ("verified_on", models.DateField(db_column="verified_on", null=True)),
                        (
                            "verified_by",
                            models.ForeignKey(
                                db_column="verified_by",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "legal_status",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("child__isnull", False), _connector="OR"),
                                name="legal_status_child_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("kind__isnull", False), _connector="OR"),
                                name="legal_status_kind_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("verified_by__isnull", True), ("verified_on__isnull", True)),
                                    models.Q(("verified_by__isnull", False), ("verified_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="legal_status_verified_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("started_on__isnull", True),
                                    ("ended_on__isnull", True),
                                    ("ended_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="legal_status_started_on_to_ended_on",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Accommodation",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("accommodation_id", models.TextField(primary_key=True, serialize=False)),
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
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("started_on", models.DateField(db_column="started_on", null=True)),
                        ("ended_on", models.DateField(db_column="ended_on", null=True)),
                        ("out_of_area", models.BooleanField(db_column="out_of_area", null=True)),
                        ("reason", models.TextField(db_column="reason", null=True)),
                        ("move_planned_on", models.DateField(db_column="move_planned_on", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "accommodation",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("child__isnull", False), _connector="OR"),
                                name="accommodation_child_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("kind__isnull", False), _connector="OR"),
                                name="accommodation_kind_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("started_on__isnull", True),
                                    ("ended_on__isnull", True),
                                    ("ended_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="accommodation_started_on_to_ended_on",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Rights",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("rights_id", models.TextField(primary_key=True, serialize=False)),
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
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("happened_on", models.DateField(db_column="happened_on", null=True)),
                        (
                            "decision",
                            models.ForeignKey(
                                db_column="decision_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.decision",
                            ),
                        ),
                        ("says", models.TextField(db_column="says", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "rights",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("child__isnull", False), _connector="OR"),
                                name="rights_child_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("kind__isnull", False), _connector="OR"),
                                name="rights_kind_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HousingApproach",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("housing_approach_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_column="person_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.person",
                            ),
                        ),
                        ("approached_on", models.DateField(db_column="approached_on", null=True)),
                        ("finding", models.TextField(db_column="finding", null=True)),
                        ("found_on", models.DateField(db_column="found_on", null=True)),
                        ("consent_asked_on", models.DateField(db_column="consent_asked_on", null=True)),
                        ("consent_given", models.BooleanField(db_column="consent_given", null=True)),
                        ("social_care_told_on", models.DateField(db_column="social_care_told_on", null=True)),
                        ("social_care_decided_on", models.DateField(db_column="social_care_decided_on", null=True)),
                        ("sleeping_at", models.TextField(db_column="sleeping_at", null=True)),
                        ("out_of_area", models.BooleanField(db_column="out_of_area", null=True)),
                        ("closed_on", models.DateField(db_column="closed_on", null=True)),
                        ("outcome", models.TextField(db_column="outcome", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "housing_approach",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="housing_approach_child_or_pregnancy",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("approached_on__isnull", True),
                                    ("closed_on__isnull", True),
                                    ("closed_on__gte", models.F("approached_on")),
                                    _connector="OR",
                                ),
                                name="housing_approach_approached_on_to_closed_on",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InformationShare",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("information_share_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        ("decision", models.TextField(db_column="decision", null=True)),
                        ("happened_on", models.DateField(db_column="happened_on", null=True)),
                        (
                            "from_agency",
                            models.ForeignKey(
                                db_column="from_agency_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.agency",
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
                        (
                            "to_practitioner",
                            models.ForeignKey(
                                db_column="to_practitioner_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_column="person_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.person",
                            ),
                        ),
                        (
                            "observation",
                            models.ForeignKey(
                                db_column="observation_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.observation",
                            ),
                        ),
                        (
                            "concern",
                            models.ForeignKey(
                                db_column="concern_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.concern",
                            ),
                        ),
                        ("what", models.TextField(db_column="what", null=True)),
                        ("reason", models.TextField(db_column="reason", null=True)),
                        ("asked_for", models.BooleanField(db_column="asked_for", null=True)),
                        ("acknowledged_on", models.DateField(db_column="acknowledged_on", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "information_share",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("decision__isnull", False), _connector="OR"
                                ),
                                name="information_share_decision_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="information_share_child_or_pregnancy",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Disagreement",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("disagreement_id", models.TextField(primary_key=True, serialize=False)),
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
                            "pregnancy",
                            models.ForeignKey(
                                db_column="pregnancy_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.pregnancy",
                            ),
                        ),
                        ("raised_on", models.DateField(db_column="raised_on", null=True)),
                        (
                            "from_agency",
                            models.ForeignKey(
                                db_column="from_agency_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.agency",
                            ),
                        ),
                        (
                            "raised_by",
                            models.ForeignKey(
                                db_column="raised_by",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
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
                        (
                            "decision",
                            models.ForeignKey(
                                db_column="decision_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.decision",
                            ),
                        ),
                        (
                            "referral",
                            models.ForeignKey(
                                db_column="referral_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.referral",
                            ),
                        ),
                        ("about", models.TextField(db_column="about", null=True)),
                        ("immediate", models.BooleanField(db_column="immediate", null=True)),
                        ("resolved_on", models.DateField(db_column="resolved_on", null=True)),
                        ("outcome", models.TextField(db_column="outcome", null=True)),
                        ("raiser_told_on", models.DateField(db_column="raiser_told_on", null=True)),
                        ("learning", models.BooleanField(db_column="learning", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "disagreement",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("child__isnull", False), ("pregnancy__isnull", True)),
                                    models.Q(("child__isnull", True), ("pregnancy__isnull", False)),
                                    _connector="OR",
                                ),
                                name="disagreement_child_or_pregnancy",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("raised_by__isnull", True), ("raised_on__isnull", True)),
                                    models.Q(("raised_by__isnull", False), ("raised_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="disagreement_raised_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("raised_on__isnull", True),
                                    ("resolved_on__isnull", True),
                                    ("resolved_on__gte", models.F("raised_on")),
                                    _connector="OR",
                                ),
                                name="disagreement_raised_on_to_resolved_on",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DisagreementStage",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("disagreement_stage_id", models.TextField(primary_key=True, serialize=False)),
                        (
                            "disagreement",
                            models.ForeignKey(
                                db_column="disagreement_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.disagreement",
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
                        ("stage", models.BigIntegerField(db_column="stage", null=True)),
                        ("step", models.TextField(db_column="step", null=True)),
                        ("happened_on", models.DateField(db_column="happened_on", null=True)),
                        (
                            "happened_by",
                            models.ForeignKey(
                                db_column="happened_by",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        ("interim_safety", models.TextField(db_column="interim_safety", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "disagreement_stage",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False), ("disagreement__isnull", False), _connector="OR"
                                ),
                                name="disagreement_stage_disagreement_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("step__isnull", False), _connector="OR"),
                                name="disagreement_stage_step_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("happened_by__isnull", True), ("happened_on__isnull", True)),
                                    models.Q(("happened_by__isnull", False), ("happened_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="disagreement_stage_happened_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Exception",
                    fields=[
                        ("version", models.PositiveIntegerField(default=1)),
                        ("stored_at", models.DateTimeField()),
                        ("why", models.TextField(default="")),
                        ("amended_here", models.BooleanField(default=False)),
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
                            "feed",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.feed",
                            ),
                        ),
                        ("only_named", models.BooleanField(default=False)),
                        ("exception_id", models.TextField(primary_key=True, serialize=False)),
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
                        ("check_code", models.TextField(db_column="check", null=True)),
                        (
                            "concern",
                            models.ForeignKey(
                                db_column="concern_id",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.concern",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_column="meeting_id",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.meeting",
                            ),
                        ),
                        ("reason", models.TextField(db_column="reason", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                db_column="decided_by",
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="records.practitioner",
                            ),
                        ),
                        ("decided_on", models.DateField(db_column="decided_on", null=True)),
                        ("expires_on", models.DateField(db_column="expires_on", null=True)),
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
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "exception",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("feed__isnull", False), ("child__isnull", False), _connector="OR"),
                                name="exception_child_id_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    models.Q(("decided_by__isnull", True), ("decided_on__isnull", True)),
                                    models.Q(("decided_by__isnull", False), ("decided_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="exception_decided_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("feed__isnull", False),
                                    ("decided_on__isnull", True),
                                    ("expires_on__isnull", True),
                                    ("expires_on__gte", models.F("decided_on")),
                                    _connector="OR",
                                ),
                                name="exception_decided_on_to_expires_on",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgencyEarlier",
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
                        ("agency_id", models.TextField(db_column="agency_id", null=True)),
                        ("name", models.TextField(db_column="name", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("area", models.TextField(db_column="area", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "agency_earlier",
                        "indexes": [models.Index(fields=["agency_id"], name="agency_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency_id", "version"), name="agency_earlier_version_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PractitionerEarlier",
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
                        ("practitioner_id", models.TextField(db_column="practitioner_id", null=True)),
                        ("agency_id", models.TextField(db_column="agency_id", null=True)),
                        ("team", models.TextField(db_column="team", null=True)),
                        ("name", models.TextField(db_column="name", null=True)),
                        ("role", models.TextField(db_column="role", null=True)),
                        ("started_on", models.DateField(db_column="started_on", null=True)),
                        ("left_on", models.DateField(db_column="left_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "practitioner_earlier",
                        "indexes": [models.Index(fields=["practitioner_id"], name="practitioner_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("practitioner_id", "version"), name="practitioner_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PersonEarlier",
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
                        ("person_id", models.TextField(db_column="person_id", null=True)),
                        ("nhs_number", models.TextField(db_column="nhs_number", null=True)),
                        ("family_name", models.TextField(db_column="family_name", null=True)),
                        ("given_name", models.TextField(db_column="given_name", null=True)),
                        ("born_on", models.DateField(db_column="born_on", null=True)),
                        ("born_on_certainty", models.TextField(db_column="born_on_certainty", null=True)),
                        ("sex", models.TextField(db_column="sex", null=True)),
                        ("ethnicity", models.TextField(db_column="ethnicity", null=True)),
                        ("disabilities", models.TextField(db_column="disabilities", null=True)),
                        ("language", models.TextField(db_column="language", null=True)),
                        ("died_on", models.DateField(db_column="died_on", null=True)),
                        ("address_protected", models.BooleanField(db_column="address_protected", null=True)),
                        ("address_protected_by_id", models.TextField(db_column="address_protected_by", null=True)),
                        (
                            "address_protected_until_on",
                            models.DateField(db_column="address_protected_until_on", null=True),
                        ),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "person_earlier",
                        "indexes": [models.Index(fields=["person_id"], name="person_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(fields=("person_id", "version"), name="person_earlier_version_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AddressEarlier",
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
                        ("address_id", models.TextField(db_column="address_id", null=True)),
                        ("person_id", models.TextField(db_column="person_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("address", models.TextField(db_column="address", null=True)),
                        ("postcode", models.TextField(db_column="postcode", null=True)),
                        ("from_on", models.DateField(db_column="from_on", null=True)),
                        ("until_on", models.DateField(db_column="until_on", null=True)),
                        ("protected", models.BooleanField(db_column="protected", null=True)),
                        ("out_of_area", models.BooleanField(db_column="out_of_area", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "address_earlier",
                        "indexes": [models.Index(fields=["address_id"], name="address_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("address_id", "version"), name="address_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OtherNameEarlier",
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
                        ("other_name_id", models.TextField(db_column="other_name_id", null=True)),
                        ("person_id", models.TextField(db_column="person_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("family_name", models.TextField(db_column="family_name", null=True)),
                        ("given_name", models.TextField(db_column="given_name", null=True)),
                        ("from_on", models.DateField(db_column="from_on", null=True)),
                        ("until_on", models.DateField(db_column="until_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "other_name_earlier",
                        "indexes": [models.Index(fields=["other_name_id"], name="other_name_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("other_name_id", "version"), name="other_name_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PregnancyEarlier",
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
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("mother_id", models.TextField(db_column="mother_id", null=True)),
                        ("known_on", models.DateField(db_column="known_on", null=True)),
                        ("booked_on", models.DateField(db_column="booked_on", null=True)),
                        ("concealed", models.BooleanField(db_column="concealed", null=True)),
                        ("babies_expected", models.BigIntegerField(db_column="babies_expected", null=True)),
                        ("ended_on", models.DateField(db_column="ended_on", null=True)),
                        ("outcome", models.TextField(db_column="outcome", null=True)),
                        ("booked_with", models.TextField(db_column="booked_with", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "pregnancy_earlier",
                        "indexes": [models.Index(fields=["pregnancy_id"], name="pregnancy_earlier_0")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("pregnancy_id", "version"), name="pregnancy_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExpectedDateEarlier",
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
                        ("expected_date_id", models.TextField(db_column="expected_date_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("expected_on", models.DateField(db_column="expected_on", null=True)),
                        ("method", models.TextField(db_column="method", null=True)),
                        ("stated_on", models.DateField(db_column="stated_on", null=True)),
                        ("superseded_on", models.DateField(db_column="superseded_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "expected_date_earlier",
                        "indexes": [
                            models.Index(fields=["expected_date_id"], name="expected_date_earlier_0"),
                            models.Index(fields=["pregnancy_id"], name="expected_date_earlier_1"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("expected_date_id", "version"), name="expected_date_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChildEarlier",
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
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("person_id", models.TextField(db_column="person_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("birth_order", models.BigIntegerField(db_column="birth_order", null=True)),
                        ("authority_child_id", models.TextField(db_column="authority_child_id", null=True)),
                        ("upn", models.TextField(db_column="upn", null=True)),
                        ("opened_in_error", models.BooleanField(db_column="opened_in_error", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "child_earlier",
                        "indexes": [
                            models.Index(fields=["child_id"], name="child_earlier_0"),
                            models.Index(fields=["pregnancy_id"], name="child_earlier_1"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("child_id", "version"), name="child_earlier_version_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RelationshipEarlier",
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
                        ("relationship_id", models.TextField(db_column="relationship_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("person_id", models.TextField(db_column="person_id", null=True)),
                        ("role", models.TextField(db_column="role", null=True)),
                        ("caring_role", models.BooleanField(db_column="caring_role", null=True)),
                        ("lives_with_child", models.BooleanField(db_column="lives_with_child", null=True)),
                        ("identity_status", models.TextField(db_column="identity_status", null=True)),
                        ("identity_status_on", models.DateField(db_column="identity_status_on", null=True)),
                        ("identity_decided_by_id", models.TextField(db_column="identity_decided_by", null=True)),
                        ("identity_review_on", models.DateField(db_column="identity_review_on", null=True)),
                        ("parental_responsibility", models.TextField(db_column="parental_responsibility", null=True)),
                        ("contact_safety", models.TextField(db_column="contact_safety", null=True)),
                        ("contact_safety_reason", models.TextField(db_column="contact_safety_reason", null=True)),
                        ("contact_safety_review_on", models.DateField(db_column="contact_safety_review_on", null=True)),
                        ("mentioned_on", models.DateField(db_column="mentioned_on", null=True)),
                        ("began_on", models.DateField(db_column="began_on", null=True)),
                        ("ended_on", models.DateField(db_column="ended_on", null=True)),
                        ("role_in_family", models.TextField(db_column="role_in_family", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "relationship_earlier",
                        "indexes": [
                            models.Index(fields=["relationship_id"], name="relationship_earlier_0"),
                            models.Index(fields=["child_id"], name="relationship_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="relationship_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("relationship_id", "version"), name="relationship_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InvolvementEarlier",
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
                        ("involvement_id", models.TextField(db_column="involvement_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("agency_id", models.TextField(db_column="agency_id", null=True)),
                        ("practitioner_id", models.TextField(db_column="practitioner_id", null=True)),
                        ("team", models.TextField(db_column="team", null=True)),
                        ("role", models.TextField(db_column="role", null=True)),
                        ("level", models.TextField(db_column="level", null=True)),
                        ("lead", models.BooleanField(db_column="lead", null=True)),
                        ("kept_private", models.BooleanField(db_column="kept_private", null=True)),
                        ("started_on", models.DateField(db_column="started_on", null=True)),
                        ("ended_on", models.DateField(db_column="ended_on", null=True)),
                        ("ended_reason", models.TextField(db_column="ended_reason", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "involvement_earlier",
                        "indexes": [
                            models.Index(fields=["involvement_id"], name="involvement_earlier_0"),
                            models.Index(fields=["child_id"], name="involvement_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="involvement_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("involvement_id", "version"), name="involvement_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContactEarlier",
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
                        ("contact_id", models.TextField(db_column="contact_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("person_id", models.TextField(db_column="person_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("happened_on", models.DateField(db_column="happened_on", null=True)),
                        ("source", models.TextField(db_column="source", null=True)),
                        ("seen_alone", models.BooleanField(db_column="seen_alone", null=True)),
                        ("child_seen", models.BooleanField(db_column="child_seen", null=True)),
                        ("outcome", models.TextField(db_column="outcome", null=True)),
                        ("referral_id", models.TextField(db_column="referral_id", null=True)),
                        ("note", models.TextField(db_column="note", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "contact_earlier",
                        "indexes": [
                            models.Index(fields=["contact_id"], name="contact_earlier_0"),
                            models.Index(fields=["child_id"], name="contact_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="contact_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("contact_id", "version"), name="contact_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConcernEarlier",
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
                        ("concern_id", models.TextField(db_column="concern_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("person_id", models.TextField(db_column="person_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("part", models.TextField(db_column="part", null=True)),
                        ("status", models.TextField(db_column="status", null=True)),
                        ("identified_on", models.DateField(db_column="identified_on", null=True)),
                        ("incident_on", models.DateField(db_column="incident_on", null=True)),
                        ("significant", models.BooleanField(db_column="significant", null=True)),
                        ("ended_on", models.DateField(db_column="ended_on", null=True)),
                        ("ended_reason", models.TextField(db_column="ended_reason", null=True)),
                        ("no_action_on", models.DateField(db_column="no_action_on", null=True)),
                        ("no_action_reason", models.TextField(db_column="no_action_reason", null=True)),
                        ("assessment_id", models.TextField(db_column="assessment_id", null=True)),
                        ("referral_id", models.TextField(db_column="referral_id", null=True)),
                        ("note", models.TextField(db_column="note", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "concern_earlier",
                        "indexes": [
                            models.Index(fields=["concern_id"], name="concern_earlier_0"),
                            models.Index(fields=["child_id"], name="concern_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="concern_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("concern_id", "version"), name="concern_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReferralEarlier",
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
                        ("referral_id", models.TextField(db_column="referral_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("from_agency_id", models.TextField(db_column="from_agency_id", null=True)),
                        ("referred_by_id", models.TextField(db_column="referred_by", null=True)),
                        ("source", models.TextField(db_column="source", null=True)),
                        ("to_agency_id", models.TextField(db_column="to_agency_id", null=True)),
                        ("received_on", models.DateField(db_column="received_on", null=True)),
                        ("acknowledged_on", models.DateField(db_column="acknowledged_on", null=True)),
                        ("acknowledged_by_id", models.TextField(db_column="acknowledged_by", null=True)),
                        ("decided_on", models.DateField(db_column="decided_on", null=True)),
                        ("outcome", models.TextField(db_column="outcome", null=True)),
                        ("decision_reasons", models.TextField(db_column="decision_reasons", null=True)),
                        ("referrer_told_on", models.DateField(db_column="referrer_told_on", null=True)),
                        ("primary_need", models.TextField(db_column="primary_need", null=True)),
                        ("repeats_referral_id", models.TextField(db_column="repeats_referral_id", null=True)),
                        ("closed_on", models.DateField(db_column="closed_on", null=True)),
                        ("closed_reason", models.TextField(db_column="closed_reason", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "referral_earlier",
                        "indexes": [
                            models.Index(fields=["referral_id"], name="referral_earlier_0"),
                            models.Index(fields=["child_id"], name="referral_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="referral_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("referral_id", "version"), name="referral_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DecisionEarlier",
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
                        ("decision_id", models.TextField(db_column="decision_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("decided_on", models.DateField(db_column="decided_on", null=True)),
                        ("outcome", models.TextField(db_column="outcome", null=True)),
                        ("decided_by_id", models.TextField(db_column="decided_by", null=True)),
                        ("authority", models.TextField(db_column="authority", null=True)),
                        ("reasons", models.TextField(db_column="reasons", null=True)),
                        ("options", models.TextField(db_column="options", null=True)),
                        ("harms", models.TextField(db_column="harms", null=True)),
                        ("protective_factors", models.TextField(db_column="protective_factors", null=True)),
                        ("childs_view", models.TextField(db_column="childs_view", null=True)),
                        ("consulted", models.TextField(db_column="consulted", null=True)),
                        ("contingency", models.TextField(db_column="contingency", null=True)),
                        ("review_on", models.DateField(db_column="review_on", null=True)),
                        ("urgent", models.BooleanField(db_column="urgent", null=True)),
                        ("referral_id", models.TextField(db_column="referral_id", null=True)),
                        ("concern_id", models.TextField(db_column="concern_id", null=True)),
                        ("meeting_id", models.TextField(db_column="meeting_id", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "decision_earlier",
                        "indexes": [
                            models.Index(fields=["decision_id"], name="decision_earlier_0"),
                            models.Index(fields=["child_id"], name="decision_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="decision_earlier_2"),
                            models.Index(fields=["meeting_id"], name="decision_earlier_3"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("decision_id", "version"), name="decision_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AssessmentEarlier",
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
                        ("assessment_id", models.TextField(db_column="assessment_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("referral_id", models.TextField(db_column="referral_id", null=True)),
                        ("led_by_id", models.TextField(db_column="led_by", null=True)),
                        ("started_on", models.DateField(db_column="started_on", null=True)),
                        ("signed_off_on", models.DateField(db_column="signed_off_on", null=True)),
                        ("signed_off_by_id", models.TextField(db_column="signed_off_by", null=True)),
                        ("stopped_on", models.DateField(db_column="stopped_on", null=True)),
                        ("stopped_reason", models.TextField(db_column="stopped_reason", null=True)),
                        ("child_seen", models.BooleanField(db_column="child_seen", null=True)),
                        ("outcome", models.TextField(db_column="outcome", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "assessment_earlier",
                        "indexes": [
                            models.Index(fields=["assessment_id"], name="assessment_earlier_0"),
                            models.Index(fields=["child_id"], name="assessment_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="assessment_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("assessment_id", "version"), name="assessment_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContributionEarlier",
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
                        ("contribution_id", models.TextField(db_column="contribution_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("assessment_id", models.TextField(db_column="assessment_id", null=True)),
                        ("meeting_id", models.TextField(db_column="meeting_id", null=True)),
                        ("contributor", models.TextField(db_column="contributor", null=True)),
                        ("person_id", models.TextField(db_column="person_id", null=True)),
                        ("asked_on", models.DateField(db_column="asked_on", null=True)),
                        ("received_on", models.DateField(db_column="received_on", null=True)),
                        ("direct", models.BooleanField(db_column="direct", null=True)),
                        ("not_obtained_reason", models.TextField(db_column="not_obtained_reason", null=True)),
                        ("observation_id", models.TextField(db_column="observation_id", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "contribution_earlier",
                        "indexes": [
                            models.Index(fields=["contribution_id"], name="contribution_earlier_0"),
                            models.Index(fields=["child_id"], name="contribution_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="contribution_earlier_2"),
                            models.Index(fields=["meeting_id"], name="contribution_earlier_3"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("contribution_id", "version"), name="contribution_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnalysisEarlier",
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
                        ("analysis_id", models.TextField(db_column="analysis_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("assessment_id", models.TextField(db_column="assessment_id", null=True)),
                        ("person_id", models.TextField(db_column="person_id", null=True)),
                        ("concern_id", models.TextField(db_column="concern_id", null=True)),
                        ("dimension", models.TextField(db_column="dimension", null=True)),
                        ("concern_kind", models.TextField(db_column="concern_kind", null=True)),
                        ("explored", models.TextField(db_column="explored", null=True)),
                        ("not_explored_reason", models.TextField(db_column="not_explored_reason", null=True)),
                        ("evidence_on", models.DateField(db_column="evidence_on", null=True)),
                        ("finding", models.TextField(db_column="finding", null=True)),
                        ("conclusion", models.TextField(db_column="conclusion", null=True)),
                        ("written_on", models.DateField(db_column="written_on", null=True)),
                        ("review_on", models.DateField(db_column="review_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "analysis_earlier",
                        "indexes": [
                            models.Index(fields=["analysis_id"], name="analysis_earlier_0"),
                            models.Index(fields=["child_id"], name="analysis_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="analysis_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("analysis_id", "version"), name="analysis_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingEarlier",
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
                        ("meeting_id", models.TextField(db_column="meeting_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("plan_id", models.TextField(db_column="plan_id", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("planned_for_on", models.DateField(db_column="planned_for_on", null=True)),
                        ("held_on", models.DateField(db_column="held_on", null=True)),
                        ("chaired_by_id", models.TextField(db_column="chaired_by", null=True)),
                        ("quorate", models.BooleanField(db_column="quorate", null=True)),
                        ("proposed_outcome", models.TextField(db_column="proposed_outcome", null=True)),
                        ("outcome_recorded_on", models.DateField(db_column="outcome_recorded_on", null=True)),
                        ("outcome", models.TextField(db_column="outcome", null=True)),
                        ("ended_reason", models.TextField(db_column="ended_reason", null=True)),
                        ("dissent", models.TextField(db_column="dissent", null=True)),
                        ("chair_statement", models.TextField(db_column="chair_statement", null=True)),
                        ("proceed_reason", models.TextField(db_column="proceed_reason", null=True)),
                        (
                            "unfinished_actions_reason",
                            models.TextField(db_column="unfinished_actions_reason", null=True),
                        ),
                        ("follows_meeting_id", models.TextField(db_column="follows_meeting_id", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "meeting_earlier",
                        "indexes": [
                            models.Index(fields=["meeting_id"], name="meeting_earlier_0"),
                            models.Index(fields=["child_id"], name="meeting_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="meeting_earlier_2"),
                            models.Index(fields=["follows_meeting_id"], name="meeting_earlier_3"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("meeting_id", "version"), name="meeting_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AttendanceEarlier",
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
                        ("attendance_id", models.TextField(db_column="attendance_id", null=True)),
                        ("meeting_id", models.TextField(db_column="meeting_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("attendee", models.TextField(db_column="attendee", null=True)),
                        ("person_id", models.TextField(db_column="person_id", null=True)),
                        ("agency_id", models.TextField(db_column="agency_id", null=True)),
                        ("practitioner_id", models.TextField(db_column="practitioner_id", null=True)),
                        ("invited_on", models.DateField(db_column="invited_on", null=True)),
                        ("attended", models.BooleanField(db_column="attended", null=True)),
                        ("report_received_on", models.DateField(db_column="report_received_on", null=True)),
                        ("absent_reason", models.TextField(db_column="absent_reason", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "attendance_earlier",
                        "indexes": [
                            models.Index(fields=["attendance_id"], name="attendance_earlier_0"),
                            models.Index(fields=["meeting_id"], name="attendance_earlier_1"),
                            models.Index(fields=["child_id"], name="attendance_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("attendance_id", "version"), name="attendance_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConcernReviewEarlier",
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
                        ("concern_review_id", models.TextField(db_column="concern_review_id", null=True)),
                        ("meeting_id", models.TextField(db_column="meeting_id", null=True)),
                        ("concern_id", models.TextField(db_column="concern_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("change", models.TextField(db_column="change", null=True)),
                        ("basis", models.TextField(db_column="basis", null=True)),
                        ("sustained_since_on", models.DateField(db_column="sustained_since_on", null=True)),
                        ("remains", models.TextField(db_column="remains", null=True)),
                        ("written_on", models.DateField(db_column="written_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "concern_review_earlier",
                        "indexes": [
                            models.Index(fields=["concern_review_id"], name="concern_review_earlier_0"),
                            models.Index(fields=["meeting_id"], name="concern_review_earlier_1"),
                            models.Index(fields=["child_id"], name="concern_review_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("concern_review_id", "version"), name="concern_review_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReviewLineEarlier",
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
                        ("review_line_id", models.TextField(db_column="review_line_id", null=True)),
                        ("meeting_id", models.TextField(db_column="meeting_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("about", models.TextField(db_column="about", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("evidence_on", models.DateField(db_column="evidence_on", null=True)),
                        ("written_on", models.DateField(db_column="written_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "review_line_earlier",
                        "indexes": [
                            models.Index(fields=["review_line_id"], name="review_line_earlier_0"),
                            models.Index(fields=["meeting_id"], name="review_line_earlier_1"),
                            models.Index(fields=["child_id"], name="review_line_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("review_line_id", "version"), name="review_line_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanEarlier",
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
                        ("plan_id", models.TextField(db_column="plan_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("referral_id", models.TextField(db_column="referral_id", null=True)),
                        ("led_by_id", models.TextField(db_column="led_by", null=True)),
                        ("started_on", models.DateField(db_column="started_on", null=True)),
                        ("ended_on", models.DateField(db_column="ended_on", null=True)),
                        ("ended_reason", models.TextField(db_column="ended_reason", null=True)),
                        ("initial_category", models.TextField(db_column="initial_category", null=True)),
                        ("latest_category", models.TextField(db_column="latest_category", null=True)),
                        ("compared_on", models.DateField(db_column="compared_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "plan_earlier",
                        "indexes": [
                            models.Index(fields=["plan_id"], name="plan_earlier_0"),
                            models.Index(fields=["child_id"], name="plan_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="plan_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("plan_id", "version"), name="plan_earlier_version_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MilestoneEarlier",
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
                        ("milestone_id", models.TextField(db_column="milestone_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("plan_id", models.TextField(db_column="plan_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("done_on", models.DateField(db_column="done_on", null=True)),
                        ("not_needed_on", models.DateField(db_column="not_needed_on", null=True)),
                        ("not_needed_reason", models.TextField(db_column="not_needed_reason", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "milestone_earlier",
                        "indexes": [
                            models.Index(fields=["milestone_id"], name="milestone_earlier_0"),
                            models.Index(fields=["child_id"], name="milestone_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="milestone_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("milestone_id", "version"), name="milestone_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionEarlier",
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
                        ("action_id", models.TextField(db_column="action_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("plan_id", models.TextField(db_column="plan_id", null=True)),
                        ("concern_id", models.TextField(db_column="concern_id", null=True)),
                        ("decision_id", models.TextField(db_column="decision_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("aim", models.TextField(db_column="aim", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("intended_effect", models.TextField(db_column="intended_effect", null=True)),
                        ("owner_agency_id", models.TextField(db_column="owner_agency_id", null=True)),
                        ("owned_by_id", models.TextField(db_column="owned_by", null=True)),
                        ("owned_by_person_id", models.TextField(db_column="owned_by_person_id", null=True)),
                        ("assigned_on", models.DateField(db_column="assigned_on", null=True)),
                        ("accepted_on", models.DateField(db_column="accepted_on", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("starts_on", models.DateField(db_column="starts_on", null=True)),
                        ("started_on", models.DateField(db_column="started_on", null=True)),
                        ("completed_on", models.DateField(db_column="completed_on", null=True)),
                        ("effect_reviewed_on", models.DateField(db_column="effect_reviewed_on", null=True)),
                        ("effect", models.TextField(db_column="effect", null=True)),
                        ("declined_on", models.DateField(db_column="declined_on", null=True)),
                        ("declined_next", models.TextField(db_column="declined_next", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "action_earlier",
                        "indexes": [
                            models.Index(fields=["action_id"], name="action_earlier_0"),
                            models.Index(fields=["child_id"], name="action_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="action_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("action_id", "version"), name="action_earlier_version_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ObservationEarlier",
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
                        ("observation_id", models.TextField(db_column="observation_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("person_id", models.TextField(db_column="person_id", null=True)),
                        ("basis", models.TextField(db_column="basis", null=True)),
                        ("of", models.TextField(db_column="of", null=True)),
                        ("observed_on", models.DateField(db_column="observed_on", null=True)),
                        ("observed_by_id", models.TextField(db_column="observed_by", null=True)),
                        ("place", models.TextField(db_column="place", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("significant", models.BooleanField(db_column="significant", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "observation_earlier",
                        "indexes": [
                            models.Index(fields=["observation_id"], name="observation_earlier_0"),
                            models.Index(fields=["child_id"], name="observation_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="observation_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("observation_id", "version"), name="observation_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeasurementEarlier",
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
                        ("measurement_id", models.TextField(db_column="measurement_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("measured_on", models.DateField(db_column="measured_on", null=True)),
                        ("value", models.FloatField(db_column="value", null=True)),
                        ("unit", models.TextField(db_column="unit", null=True)),
                        ("source", models.TextField(db_column="source", null=True)),
                        ("undressed", models.BooleanField(db_column="undressed", null=True)),
                        ("centile_space", models.TextField(db_column="centile_space", null=True)),
                        ("needs_response", models.BooleanField(db_column="needs_response", null=True)),
                        ("responded_on", models.DateField(db_column="responded_on", null=True)),
                        ("response", models.TextField(db_column="response", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "measurement_earlier",
                        "indexes": [
                            models.Index(fields=["measurement_id"], name="measurement_earlier_0"),
                            models.Index(fields=["child_id"], name="measurement_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="measurement_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("measurement_id", "version"), name="measurement_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AppointmentEarlier",
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
                        ("appointment_id", models.TextField(db_column="appointment_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("person_id", models.TextField(db_column="person_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("agency_id", models.TextField(db_column="agency_id", null=True)),
                        ("booked_for_on", models.DateField(db_column="booked_for_on", null=True)),
                        ("held_on", models.DateField(db_column="held_on", null=True)),
                        ("kept", models.TextField(db_column="kept", null=True)),
                        ("response", models.TextField(db_column="response", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "appointment_earlier",
                        "indexes": [
                            models.Index(fields=["appointment_id"], name="appointment_earlier_0"),
                            models.Index(fields=["child_id"], name="appointment_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="appointment_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("appointment_id", "version"), name="appointment_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AdviceEarlier",
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
                        ("advice_id", models.TextField(db_column="advice_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("person_id", models.TextField(db_column="person_id", null=True)),
                        ("topic", models.TextField(db_column="topic", null=True)),
                        ("given_on", models.DateField(db_column="given_on", null=True)),
                        ("given_by_id", models.TextField(db_column="given_by", null=True)),
                        ("discussed", models.BooleanField(db_column="discussed", null=True)),
                        ("understood", models.TextField(db_column="understood", null=True)),
                        ("agreed", models.TextField(db_column="agreed", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "advice_earlier",
                        "indexes": [
                            models.Index(fields=["advice_id"], name="advice_earlier_0"),
                            models.Index(fields=["child_id"], name="advice_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="advice_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("advice_id", "version"), name="advice_earlier_version_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HandOverEarlier",
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
                        ("hand_over_id", models.TextField(db_column="hand_over_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("from_agency_id", models.TextField(db_column="from_agency_id", null=True)),
                        ("from_practitioner_id", models.TextField(db_column="from_practitioner_id", null=True)),
                        ("to_agency_id", models.TextField(db_column="to_agency_id", null=True)),
                        ("to_practitioner_id", models.TextField(db_column="to_practitioner_id", null=True)),
                        ("due_on", models.DateField(db_column="due_on", null=True)),
                        ("sent_on", models.DateField(db_column="sent_on", null=True)),
                        ("verbal", models.BooleanField(db_column="verbal", null=True)),
                        ("says_dates", models.BooleanField(db_column="says_dates", null=True)),
                        ("says_parents", models.BooleanField(db_column="says_parents", null=True)),
                        ("says_risks", models.BooleanField(db_column="says_risks", null=True)),
                        ("says_plan", models.BooleanField(db_column="says_plan", null=True)),
                        ("says_agencies", models.BooleanField(db_column="says_agencies", null=True)),
                        ("says_address_safety", models.BooleanField(db_column="says_address_safety", null=True)),
                        ("received_on", models.DateField(db_column="received_on", null=True)),
                        ("accepted_on", models.DateField(db_column="accepted_on", null=True)),
                        ("accepted_by_id", models.TextField(db_column="accepted_by", null=True)),
                        ("declined_on", models.DateField(db_column="declined_on", null=True)),
                        ("declined_reason", models.TextField(db_column="declined_reason", null=True)),
                        ("first_contact_on", models.DateField(db_column="first_contact_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "hand_over_earlier",
                        "indexes": [
                            models.Index(fields=["hand_over_id"], name="hand_over_earlier_0"),
                            models.Index(fields=["child_id"], name="hand_over_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="hand_over_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("hand_over_id", "version"), name="hand_over_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MissingEpisodeEarlier",
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
                        ("missing_episode_id", models.TextField(db_column="missing_episode_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("missing_from_on", models.DateField(db_column="missing_from_on", null=True)),
                        ("returned_on", models.DateField(db_column="returned_on", null=True)),
                        ("interview_offered_on", models.DateField(db_column="interview_offered_on", null=True)),
                        ("interview_held_on", models.DateField(db_column="interview_held_on", null=True)),
                        ("interview_outcome", models.TextField(db_column="interview_outcome", null=True)),
                        ("interview_reason", models.TextField(db_column="interview_reason", null=True)),
                        ("interview_independent", models.BooleanField(db_column="interview_independent", null=True)),
                        ("interview_used_on", models.DateField(db_column="interview_used_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "missing_episode_earlier",
                        "indexes": [
                            models.Index(fields=["missing_episode_id"], name="missing_episode_earlie_0"),
                            models.Index(fields=["child_id"], name="missing_episode_earlie_1"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("missing_episode_id", "version"), name="missing_episode_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LegalStatusEarlier",
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
                        ("legal_status_id", models.TextField(db_column="legal_status_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("started_on", models.DateField(db_column="started_on", null=True)),
                        ("ended_on", models.DateField(db_column="ended_on", null=True)),
                        ("evidence", models.TextField(db_column="evidence", null=True)),
                        ("verified_on", models.DateField(db_column="verified_on", null=True)),
                        ("verified_by_id", models.TextField(db_column="verified_by", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "legal_status_earlier",
                        "indexes": [
                            models.Index(fields=["legal_status_id"], name="legal_status_earlier_0"),
                            models.Index(fields=["child_id"], name="legal_status_earlier_1"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("legal_status_id", "version"), name="legal_status_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AccommodationEarlier",
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
                        ("accommodation_id", models.TextField(db_column="accommodation_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("started_on", models.DateField(db_column="started_on", null=True)),
                        ("ended_on", models.DateField(db_column="ended_on", null=True)),
                        ("out_of_area", models.BooleanField(db_column="out_of_area", null=True)),
                        ("reason", models.TextField(db_column="reason", null=True)),
                        ("move_planned_on", models.DateField(db_column="move_planned_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "accommodation_earlier",
                        "indexes": [
                            models.Index(fields=["accommodation_id"], name="accommodation_earlier_0"),
                            models.Index(fields=["child_id"], name="accommodation_earlier_1"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("accommodation_id", "version"), name="accommodation_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RightsEarlier",
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
                        ("rights_id", models.TextField(db_column="rights_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("kind", models.TextField(db_column="kind", null=True)),
                        ("happened_on", models.DateField(db_column="happened_on", null=True)),
                        ("decision_id", models.TextField(db_column="decision_id", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "rights_earlier",
                        "indexes": [
                            models.Index(fields=["rights_id"], name="rights_earlier_0"),
                            models.Index(fields=["child_id"], name="rights_earlier_1"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("rights_id", "version"), name="rights_earlier_version_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HousingApproachEarlier",
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
                        ("housing_approach_id", models.TextField(db_column="housing_approach_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("person_id", models.TextField(db_column="person_id", null=True)),
                        ("approached_on", models.DateField(db_column="approached_on", null=True)),
                        ("finding", models.TextField(db_column="finding", null=True)),
                        ("found_on", models.DateField(db_column="found_on", null=True)),
                        ("consent_asked_on", models.DateField(db_column="consent_asked_on", null=True)),
                        ("consent_given", models.BooleanField(db_column="consent_given", null=True)),
                        ("social_care_told_on", models.DateField(db_column="social_care_told_on", null=True)),
                        ("social_care_decided_on", models.DateField(db_column="social_care_decided_on", null=True)),
                        ("sleeping_at", models.TextField(db_column="sleeping_at", null=True)),
                        ("out_of_area", models.BooleanField(db_column="out_of_area", null=True)),
                        ("closed_on", models.DateField(db_column="closed_on", null=True)),
                        ("outcome", models.TextField(db_column="outcome", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "housing_approach_earlier",
                        "indexes": [
                            models.Index(fields=["housing_approach_id"], name="housing_approach_earli_0"),
                            models.Index(fields=["child_id"], name="housing_approach_earli_1"),
                            models.Index(fields=["pregnancy_id"], name="housing_approach_earli_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("housing_approach_id", "version"), name="housing_approach_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InformationShareEarlier",
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
                        ("information_share_id", models.TextField(db_column="information_share_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("decision", models.TextField(db_column="decision", null=True)),
                        ("happened_on", models.DateField(db_column="happened_on", null=True)),
                        ("from_agency_id", models.TextField(db_column="from_agency_id", null=True)),
                        ("to_agency_id", models.TextField(db_column="to_agency_id", null=True)),
                        ("to_practitioner_id", models.TextField(db_column="to_practitioner_id", null=True)),
                        ("person_id", models.TextField(db_column="person_id", null=True)),
                        ("observation_id", models.TextField(db_column="observation_id", null=True)),
                        ("concern_id", models.TextField(db_column="concern_id", null=True)),
                        ("what", models.TextField(db_column="what", null=True)),
                        ("reason", models.TextField(db_column="reason", null=True)),
                        ("asked_for", models.BooleanField(db_column="asked_for", null=True)),
                        ("acknowledged_on", models.DateField(db_column="acknowledged_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "information_share_earlier",
                        "indexes": [
                            models.Index(fields=["information_share_id"], name="information_share_earl_0"),
                            models.Index(fields=["child_id"], name="information_share_earl_1"),
                            models.Index(fields=["pregnancy_id"], name="information_share_earl_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("information_share_id", "version"),
                                name="information_share_earlier_version_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DisagreementEarlier",
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
                        ("disagreement_id", models.TextField(db_column="disagreement_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("pregnancy_id", models.TextField(db_column="pregnancy_id", null=True)),
                        ("raised_on", models.DateField(db_column="raised_on", null=True)),
                        ("from_agency_id", models.TextField(db_column="from_agency_id", null=True)),
                        ("raised_by_id", models.TextField(db_column="raised_by", null=True)),
                        ("to_agency_id", models.TextField(db_column="to_agency_id", null=True)),
                        ("decision_id", models.TextField(db_column="decision_id", null=True)),
                        ("referral_id", models.TextField(db_column="referral_id", null=True)),
                        ("about", models.TextField(db_column="about", null=True)),
                        ("immediate", models.BooleanField(db_column="immediate", null=True)),
                        ("resolved_on", models.DateField(db_column="resolved_on", null=True)),
                        ("outcome", models.TextField(db_column="outcome", null=True)),
                        ("raiser_told_on", models.DateField(db_column="raiser_told_on", null=True)),
                        ("learning", models.BooleanField(db_column="learning", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "disagreement_earlier",
                        "indexes": [
                            models.Index(fields=["disagreement_id"], name="disagreement_earlier_0"),
                            models.Index(fields=["child_id"], name="disagreement_earlier_1"),
                            models.Index(fields=["pregnancy_id"], name="disagreement_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("disagreement_id", "version"), name="disagreement_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DisagreementStageEarlier",
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
                        ("disagreement_stage_id", models.TextField(db_column="disagreement_stage_id", null=True)),
                        ("disagreement_id", models.TextField(db_column="disagreement_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("stage", models.BigIntegerField(db_column="stage", null=True)),
                        ("step", models.TextField(db_column="step", null=True)),
                        ("happened_on", models.DateField(db_column="happened_on", null=True)),
                        ("happened_by_id", models.TextField(db_column="happened_by", null=True)),
                        ("interim_safety", models.TextField(db_column="interim_safety", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "disagreement_stage_earlier",
                        "indexes": [
                            models.Index(fields=["disagreement_stage_id"], name="disagreement_stage_ear_0"),
                            models.Index(fields=["disagreement_id"], name="disagreement_stage_ear_1"),
                            models.Index(fields=["child_id"], name="disagreement_stage_ear_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("disagreement_stage_id", "version"),
                                name="disagreement_stage_earlier_version_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExceptionEarlier",
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
                        ("exception_id", models.TextField(db_column="exception_id", null=True)),
                        ("child_id", models.TextField(db_column="child_id", null=True)),
                        ("check_code", models.TextField(db_column="check", null=True)),
                        ("concern_id", models.TextField(db_column="concern_id", null=True)),
                        ("meeting_id", models.TextField(db_column="meeting_id", null=True)),
                        ("reason", models.TextField(db_column="reason", null=True)),
                        ("says", models.TextField(db_column="says", null=True)),
                        ("decided_by_id", models.TextField(db_column="decided_by", null=True)),
                        ("decided_on", models.DateField(db_column="decided_on", null=True)),
                        ("expires_on", models.DateField(db_column="expires_on", null=True)),
                        ("recorded_by_id", models.TextField(db_column="recorded_by", null=True)),
                        ("recorded_agency_id", models.TextField(db_column="recorded_agency_id", null=True)),
                        ("source_system", models.TextField(db_column="source_system", null=True)),
                        ("recorded_at", lapwing.records.models.tables.LocalMoment(db_column="recorded_at", null=True)),
                        ("voided_at", lapwing.records.models.tables.LocalMoment(db_column="voided_at", null=True)),
                    ],
                    options={
                        "db_table": "exception_earlier",
                        "indexes": [
                            models.Index(fields=["exception_id"], name="exception_earlier_0"),
                            models.Index(fields=["child_id"], name="exception_earlier_1"),
                            models.Index(fields=["meeting_id"], name="exception_earlier_2"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("exception_id", "version"), name="exception_earlier_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Voiding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("table", models.TextField()),
                        ("key", models.TextField()),
                        ("reason", models.TextField()),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("asked_at", models.DateTimeField()),
                        ("agreed", models.BooleanField(null=True)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(null=True)),
                        ("says", models.TextField(default="")),
                    ],
                    options={
                        "db_table": "voiding",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("decided_by__isnull", True),
                                    models.Q(("decided_by", models.F("asked_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="voiding_two_people",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("decided_at__isnull", True)),
                                fields=("table", "key"),
                                name="voiding_asked_once",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
