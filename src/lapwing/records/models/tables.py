"""A model for each record table, made from the table itself: so there is one definition of what a record holds.

The model of a table has each entry as it stands; beside it, `..._earlier` has every version that it had before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models.constraints import BaseConstraint

from lapwing.records.models.constraints import constraints_of
from lapwing.vocabulary.board import EVERY_TABLE
from lapwing.vocabulary.board.columns import ACCOUNT
from lapwing.vocabulary.tables import Column, Kind, Table

if TYPE_CHECKING:
    Moments = models.DateTimeField[Any, Any]
else:
    Moments = models.DateTimeField  # takes no types when it runs


class LocalMoment(Moments):
    """A moment in local time, without a zone: as the record tables hold it, and as agencies' systems give it."""

    def db_type(self, connection: Any) -> str:
        return "timestamp" if connection.vendor == "postgresql" else "datetime"

    def get_prep_value(self, value: Any) -> Any:
        return value

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        return value if value is None or connection.vendor == "postgresql" else str(value)

    def get_internal_type(self) -> str:
        return "LocalMoment"  # by the name of its own type, Django would read a value as one with a zone


FIELDS: dict[Kind, type[models.Field[Any, Any]]] = {
    Kind.IDENTIFIER: models.TextField,
    Kind.TEXT: models.TextField,
    Kind.CODE: models.TextField,
    Kind.DATE: models.DateField,
    Kind.MOMENT: LocalMoment,
    Kind.YES_NO: models.BooleanField,
    Kind.WHOLE: models.BigIntegerField,
    Kind.NUMBER: models.FloatField,
}
"""How each kind of column is stored. Codes are held as their code; which ones there are is checked when one is entered."""

OTHERWISE = {"check": "check_code"}
"""Attributes for columns whose own name a model needs for itself."""

SOUGHT = {"child", "pregnancy", "person", "meeting", "disagreement"}
"""Tables whose entries are asked for what refers to them."""
SOUGHT_COLUMNS = {"practitioner_id", "to_practitioner_id", "agency_id", "to_agency_id", "from_agency_id"}
SOUGHT_IN = {
    "action": ("owned_by", "owner_agency_id"),
    "concern": ("referral_id",),
    "disagreement": ("raised_by",),
    "exception": ("decided_by",),
    "expected_date": ("expected_on",),
    "hand_over": ("from_practitioner_id",),
    "person": ("nhs_number", "born_on"),
    "referral": ("referred_by", "acknowledged_by"),
}
"""Further columns by which entries are found: whose turn it is, and what people look for."""


WAITING: dict[str, dict[str, tuple[tuple[str, ...], models.Q]]] = {
    "action": {
        "untaken": (
            ("owner_agency", "assigned_on"),
            models.Q(completed_on=None, declined_on=None, accepted_on=None, started_on=None),
        )
    },
    "hand_over": {"unanswered": (("to_agency", "sent_on"), models.Q(accepted_on=None, declined_on=None))},
    "information_share": {
        "unread": (("to_agency", "happened_on"), models.Q(decision="shared", acknowledged_on=None)),
        "not_shared": (("to_agency",), models.Q(decision="not_shared")),
    },
    "involvement": {"now": (("agency", "team"), models.Q(ended_on=None))},
    "referral": {"open": (("to_agency", "received_on"), models.Q(closed_on=None, referrer_told_on=None))},
}
"""What goes on or waits at an agency, by table: few entries among many, and they are asked for on every list of work."""


class Kept(models.Model):
    """What stands beside the columns of a record table: which version it is, and who stored it, when and why.

    `feed` is the feed that an entry came from; it is empty for what was entered here. `amended_here`: somebody here has
    changed what came from it.
    """

    version = models.PositiveIntegerField(default=1)
    stored_at = models.DateTimeField()
    why = models.TextField(default="")
    amended_here = models.BooleanField(default=False)

    class Meta:
        abstract = True


class Entry(Kept):
    """An entry as it stands. `only_named`: other rows of a feed name it, and the feed has never given it."""

    stored_by = models.ForeignKey(
        "records.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    feed = models.ForeignKey("records.Feed", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    only_named = models.BooleanField(default=False)

    class Meta:
        abstract = True


class Earlier(Kept):
    """A version that an entry had before.

    `seen`: whether it was what was known until a later version was recorded; not so where a feed replaced it as if it
    had never been.
    """

    stored_by_id = models.BigIntegerField(null=True)
    feed_id = models.TextField(null=True)
    replaced_at = models.DateTimeField()
    seen = models.BooleanField(default=True)

    class Meta:
        abstract = True


def attribute(column: Column) -> str:
    """The name of a column's field in the models; a reference's field is that of the entry referred to."""
    name = column.name.removesuffix("_id") if column.refers_to else column.name
    return OTHERWISE.get(name, name)


def held_in(column: Column) -> str:
    """The attribute that holds a column's value: of a reference, the key."""
    return f"{attribute(column)}_id" if column.refers_to else attribute(column)


def class_name(table: Table) -> str:
    """`hand_over` is stored as HandOver."""
    return "".join(part.capitalize() for part in table.name.split("_"))


def _field(table: Table, column: Column) -> models.Field[Any, Any]:
    if column.name == table.key:
        return models.TextField(primary_key=True)
    if column.refers_to:
        sought = column.refers_to in SOUGHT or column.name in SOUGHT_COLUMNS
        return models.ForeignKey(
            "records.Account"
            if column.refers_to == ACCOUNT
            else f"records.{class_name(EVERY_TABLE[column.refers_to])}",
            null=True,
            on_delete=models.PROTECT,
            related_name="+",
            db_column=column.name,
            db_index=sought and column.name != "recorded_agency_id",
        )
    return FIELDS[column.kind](null=True, db_column=column.name)


def _plain_field(column: Column) -> models.Field[Any, Any]:
    return FIELDS[column.kind](null=True, db_column=column.name)


def _entries(table: Table) -> type[Entry]:
    constraints: list[BaseConstraint] = constraints_of(table)
    indexes = [
        models.Index(fields=[attribute(table.column(name))], name=f"{table.name}_by_{name.removesuffix('_id')}")
        for name in SOUGHT_IN.get(table.name, ())
    ]
    indexes += [
        models.Index(fields=fields, condition=condition, name=f"{table.name}_{name}")
        for name, (fields, condition) in WAITING.get(table.name, {}).items()
    ]
    if "kept_private" in table.names:
        condition = models.Q(kept_private=True)
        indexes.append(models.Index(fields=["kept_private"], condition=condition, name=f"{table.name}_kept_private"))
    named = {"db_table": table.name, "constraints": constraints, "indexes": indexes, "app_label": "records"}
    meta = type("Meta", (), named)
    fields = {attribute(column): _field(table, column) for column in table}
    return type(class_name(table), (Entry,), fields | {"Meta": meta, "__module__": __name__, "__doc__": table.means})


def _earlier(table: Table) -> type[Earlier]:
    name = f"{table.name}_earlier"
    sought = [c for c in table if c.name == table.key or (c.refers_to in SOUGHT and c.refers_to != "person")]
    indexes = [models.Index(fields=[held_in(c)], name=f"{name[:22]}_{place}") for place, c in enumerate(sought)]
    once = models.UniqueConstraint(fields=[held_in(table.column(table.key)), "version"], name=f"{name}_version_once")
    meta = type("Meta", (), {"db_table": name, "indexes": indexes, "constraints": [once], "app_label": "records"})
    fields = {held_in(column): _plain_field(column) for column in table}
    means = f"Earlier versions: {table.means}"
    given = fields | {"Meta": meta, "__module__": __name__, "__doc__": means}
    return type(f"{class_name(table)}Earlier", (Earlier,), given)


MODELS: dict[str, type[Entry]] = {name: _entries(table) for name, table in EVERY_TABLE.items()}
"""The model of each table that is stored: its entries as they stand."""

EARLIER: dict[str, type[Earlier]] = {name: _earlier(table) for name, table in EVERY_TABLE.items()}
"""The model of the earlier versions of each table's entries."""
