"""What a system shows to be let in, of which only the digest is kept."""

from __future__ import annotations

from hashlib import sha256


def digest_of(token: str) -> str:
    """The digest by which a token is known again; the token cannot be had back from it."""
    return sha256(token.encode()).hexdigest()
