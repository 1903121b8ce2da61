"""Forms, made from the verbs of conduct."""
