"""Full-text search of passages, in words that people type."""

from lapwing.reviews.searching.passages import KINDS, Findings, Found, Within, blocks_coded, search
from lapwing.reviews.searching.query import as_fts5

__all__ = ["KINDS", "Findings", "Found", "Within", "as_fts5", "blocks_coded", "search"]
