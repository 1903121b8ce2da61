"""The words of the field: codes, record tables, and the facts that checks speak of."""
