"""A long report reduced to its key findings and implications, in its own words; and a digest held against its source.

`structure` says what its headings make of each block; `implications`, `advice` and `findings` find statements in it;
`selecting` chooses sentences where a report names no findings; `making` puts the digest together; `verifying` goes the
other way. Nothing here generates wording: every line is the source's own, with each edit marked.
"""

from lapwing.reviews.digest.audiences import Audiences
from lapwing.reviews.digest.lengths import Length, UnusableLength
from lapwing.reviews.digest.making import Digest, Line, digest_of
from lapwing.reviews.digest.verifying import Checked, Verdict, Verification, verify

__all__ = [
    "Audiences",
    "Checked",
    "Digest",
    "Length",
    "Line",
    "UnusableLength",
    "Verdict",
    "Verification",
    "digest_of",
    "verify",
]
