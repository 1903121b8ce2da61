"""Formats in and out: each to and from the record tables."""
