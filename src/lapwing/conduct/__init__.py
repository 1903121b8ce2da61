"""What people may do: who may, verbs by subject, what is kept of each, and what follows from it."""
