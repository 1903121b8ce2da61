"""What is said of a file that cannot be read."""

from __future__ import annotations

from lapwing.reviews.refusal import Refusal


class UnusableDocument(Refusal):
    """A file cannot be read as a document; the text says what it is, what is wrong with it and what to do."""
