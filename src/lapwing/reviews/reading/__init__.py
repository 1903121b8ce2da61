"""Reading a file into a document: one text, and where its pages, paragraphs, headings and lists stand in it."""

from __future__ import annotations

from lapwing.reviews.document import Document
from lapwing.reviews.reading.many import read_many
from lapwing.reviews.reading.reader import READER, read_document
from lapwing.reviews.reading.recognise import MediaType, media_type_of
from lapwing.reviews.reading.unusable import UnusableDocument

__all__ = ["READER", "Document", "MediaType", "UnusableDocument", "media_type_of", "read_document", "read_many"]
