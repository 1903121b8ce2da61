"""Pages that were saved in place of what somebody wanted: an error, a page to sign in on, a wall of cookies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from lapwing.reviews.document import Kind
from lapwing.reviews.reading.web_blocks import WebBlock, words_of

LITTLE = 150
"""Words of its own that such a page has at most."""
_OF_A_PAGE = re.compile(
    r"\b(?:page|site|server|url|browser|link|file|document|requested|sorry|error|cookies?|javascript|account|continue)\b",
    re.I,
)
"""What a page says of itself: that somebody was not found is no such thing."""
_CODE = r"(?:^|\b(?:error|http|status|code)\W{0,3})"
"""Before the code of an error, which else is any number."""
_SIGNS = (
    (
        re.compile(
            _CODE
            + r"(?:404|410)\b|not found|(?:can ?not|can[’']t|could(?: not|n[’']t)) (?:be found|find)|no longer (?:exists|available)"
            r"|page (?:has )?(?:moved|been removed)|does(?: not|n[’']t) exist",
            re.I,
        ),
        "a page that says the document was not found",
    ),
    (
        re.compile(
            _CODE
            + r"(?:401|403)\b|access (?:is |has been )?denied|forbidden|unauthori[sz]ed|not (?:authori[sz]ed|permitted)"
            r"|request (?:was )?(?:rejected|blocked)|captcha|verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser",
            re.I,
        ),
        "a page that refuses access",
    ),
    (
        re.compile(
            _CODE
            + r"(?:500|502|503|504)\b(?! \w)|internal server error|bad gateway|service unavailable|gateway time-?out"
            r"|temporarily unavailable|something went wrong|runtime error|an error (?:has )?occurred",
            re.I,
        ),
        "a page that says the server had a fault",
    ),
    (
        re.compile(r"(?:log|sign)[ -]?(?:in|on)\b|password|session (?:has )?(?:expired|timed out)", re.I),
        "a page to sign in on",
    ),
    (re.compile(r"cookies?\b|javascript", re.I), "a page that asks for cookies or scripts"),
)


def trouble_with(root: etree._Element, blocks: Sequence[WebBlock]) -> str:
    """A sentence on why the page is not what somebody wanted, or nothing."""
    own = [block.words for block in blocks if block.kind is not Kind.SET_ASIDE]
    tab = root.find(".//title")
    if sum(len(words.split()) for words in own) <= LITTLE:
        named = [words_of(tab) if tab is not None else "", *(one.words for one in blocks if one.kind is Kind.HEADING)]
        what = _said_in(named) or (_said_in(own) if _OF_A_PAGE.search(" ".join(own)) else "")
        what = what or ("a page to sign in on" if root.find(".//input[@type='password']") is not None else "")
        if what:
            return f"It is not the document but {what}. Open it in a browser and save the document itself."
    return (
        ""
        if own
        else "It is a web page without text of its own. Open it in a browser and save the text, or print it to PDF."
    )


def _said_in(texts: Sequence[str]) -> str:
    """What a page is by what stands in it, or nothing."""
    return next((what for sign, what in _SIGNS if any(map(sign.search, texts))), "")
