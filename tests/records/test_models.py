"""The models are made from the record tables; the database refuses what nobody may enter."""

from __future__ import annotations

from datetime import UTC, date, datetime
from importlib import import_module
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction

from lapwing.records.models import EARLIER, MODELS, Feed
from lapwing.records.models.tables import FIELDS, held_in
from lapwing.records.store import Stamp, add
from lapwing.records.together import CreateTogether
from lapwing.vocabulary.records import TABLES

NOW = Stamp(datetime(2026, 6, 1, 9, 0, tzinfo=UTC), None)
MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)


@pytest.mark.parametrize("name", TABLES)
def test_each_column_is_stored_under_its_own_name_in_both_models(name: str) -> None:
    for model in (MODELS[name], EARLIER[name]):
        stored = {field.column: field for field in model._meta.concrete_fields}
        for column in TABLES[name]:
            field = stored[column.name]
            assert field.attname == held_in(column)
            if not isinstance(field, models.ForeignKey):
                assert type(field) is FIELDS[column.kind]


@pytest.mark.parametrize("name", TABLES)
def test_a_reference_is_a_foreign_key_to_the_table_that_it_names(name: str) -> None:
    for column in TABLES[name]:
        field = next(f for f in MODELS[name]._meta.concrete_fields if f.column == column.name)
        if column.refers_to and column.name != TABLES[name].key:
            assert field.remote_field.model is MODELS[column.refers_to]


@pytest.mark.django_db
def test_no_change_of_a_model_lacks_its_migration(settings: Any) -> None:
    settings.MIGRATION_MODULES = {}  # tests make tables without them, for speed
    call_command("makemigrations", "records", check=True, dry_run=True, verbosity=0)


def test_migrations_make_models_together_which_is_quick() -> None:
    first, later = (
        import_module(f"lapwing.records.migrations.{name}").Migration.operations
        for name in ("0001_initial", "0006_serious_incident")
    )
    assert [type(operation) for operation in (*first, *later)] == [CreateTogether, CreateTogether]
    made = {model.name for operation in (*first, *later) for model in operation.models}
    assert {model.__name__ for name, model in MODELS.items() if name in TABLES} <= made


@pytest.fixture
def child(db: None) -> str:
    add("agency", {"name": "Maternity"}, NOW, key="maternity")
    add("practitioner", {"name": "Mira Wells"}, NOW, key="mira")
    add("person", {"family_name": "Vale"}, NOW, key="anna")
    add("pregnancy", {"mother_id": "anna"}, NOW, key="expected")
    return add("child", {"pregnancy_id": "expected"}, NOW, key="unborn")


def refused(table: str, part: str, **values: Any) -> None:
    with pytest.raises(IntegrityError, match=part), transaction.atomic():
        add(table, values, NOW)


REFUSED = [
    ("referral", "child_or_pregnancy", {}),
    ("referral", "child_or_pregnancy", {"child_id": "unborn", "pregnancy_id": "expected"}),
    ("referral", "acknowledged_by", {"child_id": "unborn", "acknowledged_on": JUNE}),
    ("referral", "acknowledged_by", {"child_id": "unborn", "acknowledged_by": "mira"}),
    ("assessment", "signed_off_by", {"child_id": "unborn", "signed_off_on": JUNE}),
    ("assessment", "started_on_to_signed_off_on",
     {"child_id": "unborn", "started_on": JUNE, "signed_off_on": MAY, "signed_off_by": "mira"}),
    ("plan", "started_on_to_ended_on", {"child_id": "unborn", "kind": "child_protection", "started_on": JUNE, "ended_on": MAY}),
    ("relationship", "father_identity", {"child_id": "unborn", "role": "birth_father"}),
    ("person", "nhs_number", {"nhs_number": "9990000001"}),
    ("person", "nhs_number", {"nhs_number": "999000000"}),
    ("person", "nhs_number", {"nhs_number": "999000000X"}),
]  # fmt: skip


@pytest.mark.parametrize(("table", "part", "values"), REFUSED)
def test_what_nobody_may_enter_is_refused_by_the_database(child: str, table: str, part: str, values: Any) -> None:
    refused(table, part, **values)


KEPT = [
    ("referral", {"child_id": "unborn"}),
    ("referral", {"pregnancy_id": "expected", "acknowledged_on": JUNE, "acknowledged_by": "mira"}),
    ("plan", {"child_id": "unborn", "kind": "child_protection", "started_on": MAY, "ended_on": MAY}),
    ("relationship", {"child_id": "unborn", "role": "birth_father", "identity_status": "withheld_for_safety"}),
    ("relationship", {"child_id": "unborn", "role": "birth_mother"}),
    ("person", {"nhs_number": "9990000018"}),
    ("person", {}),
]


@pytest.mark.parametrize(("table", "values"), KEPT)
def test_what_is_in_order_is_stored(child: str, table: str, values: dict[str, Any]) -> None:
    assert add(table, values, NOW)


def test_a_child_has_one_open_lead_practitioner(child: str) -> None:
    lead = {"child_id": "unborn", "practitioner_id": "mira", "lead": True, "started_on": MAY}
    add("involvement", {**lead, "ended_on": MAY}, NOW)
    add("involvement", lead, NOW)
    refused("involvement", "involvement", **lead)


def refer_nobody(referral: str) -> None:
    with transaction.atomic():
        MODELS["referral"]._default_manager.filter(pk=referral).update(child_id="nobody")
        connection.check_constraints()


def test_what_is_referred_to_has_to_be_there(child: str) -> None:
    referral = add("referral", {"child_id": "unborn"}, NOW)
    with pytest.raises(IntegrityError):
        refer_nobody(referral)


@pytest.fixture
def doubtful(child: str) -> None:
    Feed.objects.create(name="mosaic", format="record tables")


def test_what_a_feed_gives_is_kept_as_it_stands_however_doubtful(doubtful: None) -> None:
    key = add("plan", {"child_id": "unborn", "kind": "child_protection"}, NOW)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE plan SET feed_id = 'mosaic', started_on = '2026-06-01', ended_on = '2026-05-01' WHERE plan_id = %s",
            [key],
        )
    assert MODELS["plan"]._default_manager.get(pk=key).ended_on == MAY


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL always looks at foreign keys")
def test_sqlite_looks_at_foreign_keys_and_lets_people_read_while_somebody_writes() -> None:
    options = settings.DATABASES["default"]["OPTIONS"]
    assert "journal_mode=WAL" in options["init_command"]
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)
