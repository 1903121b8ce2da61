"""Saying what passages and whole documents are about, by whom and when, and what of that counts."""
