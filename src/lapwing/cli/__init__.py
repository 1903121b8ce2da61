"""The command line; scripts rely on it, so what it takes and gives does not change."""

from lapwing.cli.app import main

__all__ = ["main"]
