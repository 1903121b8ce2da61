"""Double coding: documents coded blind by several people, how far they agree, and what is settled where they differ."""
