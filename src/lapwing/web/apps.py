"""The screens as Django knows them."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class Web(AppConfig):
    """The screens: no models; what follows when somebody signs in, or is let in for the first time."""

    name = "lapwing.web"
    label = "web"
    verbose_name = "The screens"

    def ready(self) -> None:
        """Listens to what allauth and conduct tell of."""
        from lapwing.web import noting

        noting.listen()
        post_migrate.connect(
            make_cache, sender=apps.get_app_config("records")
        )  # it is sent for applications with models


def make_cache(using: str = "default", **_: Any) -> None:
    """Makes the table in which is kept who waits after wrong passwords, with every migration of the database."""
    from django.core.management import call_command

    call_command("createcachetable", database=using, verbosity=0)
