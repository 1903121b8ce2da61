"""What cannot be read as a document, told to the person who handed it in."""

from lapwing.reviews.refusal import Refusal


class UnusableDocument(Refusal):
    """A file holds no text that can be read; the sentence says what is wrong with it and what to do."""
