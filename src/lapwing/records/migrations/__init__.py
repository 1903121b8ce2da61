"""Changes to what is stored, in order; written by `./dev run migrations` from the models."""
