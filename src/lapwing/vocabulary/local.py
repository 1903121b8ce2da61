"""An area's own numbers and lists, as the language speaks of them."""

from __future__ import annotations

from lapwing.language.expressions import Local, Type
from lapwing.lessons import settings


def local(key: str) -> Local:
    """The setting of that key, to be looked up when a check is run; an unknown key is refused."""
    listed = settings.setting(key).unit in ("list", "choice")
    return Local(key, Type.TEXTS if listed else Type.WHOLE)
