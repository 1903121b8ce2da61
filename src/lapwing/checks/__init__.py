"""The checks, one module for each heading of the report, in its order."""
