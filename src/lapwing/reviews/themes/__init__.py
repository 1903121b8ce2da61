"""The theme book: what codings may say, version after version, and what a good set of themes satisfies."""

from lapwing.reviews.themes.book import Book, Theme, WrongThemes, read_themes, starting_themes
from lapwing.reviews.themes.kept import book_of, keep_book, newest_book
from lapwing.reviews.themes.rules import mistakes, weaknesses

__all__ = [
    "Book",
    "Theme",
    "WrongThemes",
    "book_of",
    "keep_book",
    "mistakes",
    "newest_book",
    "read_themes",
    "starting_themes",
    "weaknesses",
]
