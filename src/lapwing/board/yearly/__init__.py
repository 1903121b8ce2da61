"""The yearly report: what was done, what the records show, what changed and how that is known, and what is missing.

It is put together as one structure, which is what is stored when the report is published and what every form of it is
written from.
"""
