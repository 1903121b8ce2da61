"""What the reviews' room refuses, told to the person who asked."""


class Refusal(ValueError):
    """Something cannot be done as asked; the text says with what, what it has, what it needs and what to do."""
