"""Changes to what is stored, in order; written by `./dev migrations` from the models."""
