"""How many syllables an English word has, by its spelling: runs of vowels, less those not sounded, and more where two meet."""

from __future__ import annotations

import re

OTHERWISE = {
    **dict.fromkeys(("every", "evening", "people", "business", "maybe", "tired", "argue", "science", "marriage"), 2),
    **dict.fromkeys(("everyone", "everything", "family", "families", "heroin", "recipe", "chocolate", "different"), 3),
    **dict.fromkeys(("idea", "ideas", "area", "areas"), 3),
    **dict.fromkeys(("temperature", "vegetable", "vegetables", "comfortable", "interesting"), 4),
}
"""Words that come up in advice to parents and that the rules do not count as they are said."""

NOT_SOUNDED = (
    re.compile(
        r"(?<=[aeiouy][^aeiouylwx])e(?=(?:ly|ful|fully|less|ness|ments?|ty|thing|one|times?|body|where|fore|work|made)$)"
    ),
    re.compile(r"(?<=[qg])ue$"),
    re.compile(r"(?<![tde])(?<![^aeiouylr]l)ed$"),
    re.compile(r"(?<![sxzcg])(?<![cs]h)(?<![^aeiouylr]l)es$"),
    re.compile(r"(?<![^aeiouylr]l)e$"),
)
"""An e that nobody says: safely, league, walked, breathes, make. It is said in needed, boxes and table."""

APART = re.compile(
    r"""(?<![ct])ia                      # media, diary; not social, special
    | (?<![ctxg])iou                     # serious; not anxious
    | (?<![aeiouytsxgcn])(?<!ll)io(?!u)  # radio, violent; not nation, million
    | (?<!g)eo(?!p)                      # video; not surgeon
    | (?<![cts])ien[ct]                  # client; not patient
    | ie(?:t|r$)                         # quiet, easier
    | (?<![qg])u(?:a|en[ct]|el$)         # usual, influence, fuel; not quality
    | [aeiouy]ing$                       # seeing, crying
    | oe[tm]                             # poem
    | creat(?!u)                         # create; not creature
    | uous$                              # continuous
    | (?:s|th)m$                         # autism, rhythm
    | (?<=[^aeiouyr])n't$                # doesn't; not don't
    """,
    re.VERBOSE,
)
"""Where a run of vowels, or of none, is said as one syllable more."""

VOWELS = re.compile(r"[aeiouy]+")
ENDED = re.compile(r"'(?:s|d|m|ll|re|ve)?$")


def syllables(word: str) -> int:
    """How many syllables a word has, at least one; the parts of a word with a hyphen are added up."""
    parts = word.lower().replace("’", "'").split("-")
    return sum(_of_part(ENDED.sub("", part)) for part in parts if part)


def _of_part(word: str) -> int:
    if word in OTHERWISE:
        return OTHERWISE[word]
    said = NOT_SOUNDED[0].sub("", word)
    for ending in NOT_SOUNDED[1:]:
        shorter = ending.sub("", said)
        if shorter != said:
            said = shorter if VOWELS.search(shorter) else said
            break
    return max(1, len(VOWELS.findall(said)) + len(APART.findall(said)))
