"""What happened to whom: each story a function that tells of one family, by life stage."""
