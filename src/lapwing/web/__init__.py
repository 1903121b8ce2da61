"""The screens, and what systems are given in their place."""
