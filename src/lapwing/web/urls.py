"""Which address leads where."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from lapwing.web.api.app import api

urlpatterns: list[URLPattern | URLResolver] = [path("api/", api.urls)]
