"""The pages of the Board, a module a part; each says in `PATHS` which address leads where, and in `PLACES` what to list.

Importing this package gathers them.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from django.urls import URLPattern

from lapwing.web.showing.board.places import Place

_MODULES = [import_module(f"{__name__}.{one.name}") for one in iter_modules(__path__)]

PATHS: list[URLPattern] = [path for module in _MODULES for path in getattr(module, "PATHS", ())]
"""Every address below `board/`."""

PLACES: tuple[Place, ...] = tuple(place for module in _MODULES for place in getattr(module, "PLACES", ()))
"""Everything that the first page of the Board leads to."""
