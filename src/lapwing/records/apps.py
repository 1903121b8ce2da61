"""The application as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Records(AppConfig):
    """The only application of Lapwing that has models."""

    name = "lapwing.records"
    label = "records"
    verbose_name = "The shared record"
