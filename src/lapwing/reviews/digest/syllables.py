"""How many syllables an English word has, by rule."""

from __future__ import annotations

import re
from functools import lru_cache

EXCEPTIONS = {
    "agency": 3, "area": 3, "areas": 3, "being": 2, "business": 2, "businesses": 3, "carer": 2, "carers": 2, "colleague": 2,
    "colleagues": 2, "create": 2, "created": 3, "creates": 2, "creating": 3, "creative": 3, "doing": 2, "every": 2,
    "everyone": 3, "evening": 2, "everything": 3, "family": 3, "going": 2, "idea": 3, "ideas": 3, "interest": 2,
    "interests": 2, "medicine": 2, "people": 2, "people's": 2, "preferred": 2, "quiet": 2, "real": 1, "recipe": 3,
    "science": 2, "seeing": 2, "several": 2, "something": 2, "sometimes": 2, "somewhere": 2, "therefore": 2, "variety": 4,
    "whereas": 2, "society": 4, "anxiety": 4, "reliable": 4, "reliance": 3, "client": 2, "clients": 2, "diet": 2,
    "trial": 2, "trials": 2, "denial": 3, "poem": 2, "poor": 1, "moreover": 3, "homeless": 2, "safeguarding": 3,
    "safeguard": 2, "safeguards": 2, "careful": 2, "carefully": 3, "hopeful": 2, "statement": 2, "statements": 2,
    "involvement": 3, "improvement": 3, "improvements": 3, "management": 3, "placement": 2, "placements": 2,
    "achievement": 3, "achievements": 3, "timeliness": 3, "timely": 2, "effectiveness": 4, "behaviour": 3, "behaviours": 3,
    "elsewhere": 2, "february": 4, "january": 4, "largely": 2, "safeguarded": 3, "safety": 2, "systematically": 5,
    "widespread": 2,
}  # fmt: skip
"""Where the rule is wrong about words that reports on children use."""

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_E_WITHIN = re.compile(
    r"(?:(?<=[aeiouy][bcdfgklmnprstvz])|(?<=[nd]g))e(?=(?:ly|ment|ments|ful|fully|less|lessly|lessness|ness|some|work|works)$)"
)
_TWO_IN_ONE = re.compile(
    r"[aeiouy](?=ing$)|i(?=a(?!ge|nc$)|o(?!n)|um|et[yi]|en[ct]|er$|est$)|eo(?=l|g)|u(?=al|at|en[ct]|ity|ous|in[eg])"
    r"|(?<=^co)o(?=rd|p)|(?<=re)a(?=ct|l[it])|(?<=cr)e(?=ati)|(?<=pro)a(?=ct)"
)
_ONE_OF_TWO = re.compile(r"(?<=[tscxg])i(?=ous|al|an|ent|enc|en[ct]|um)")


@lru_cache(maxsize=65_536)
def syllables(word: str) -> int:
    """The syllables of a word, at least one; the parts of one joined by hyphens are counted each."""
    if "-" in word:
        return sum(syllables(part) for part in word.split("-") if part)
    plain = word.casefold().replace("’", "'")
    if plain in EXCEPTIONS:
        return EXCEPTIONS[plain]
    return max(_by_rule(plain.removesuffix("'s").replace("'", "")), 1)


def _by_rule(word: str) -> int:
    if not word.isalpha():
        return _of_digits(word)
    if len(word) <= 2:
        return 1
    stem = _SILENT_E_WITHIN.sub("", word.replace("qu", "q"))
    two_in_one = {found.start() for found in _TWO_IN_ONE.finditer(stem)}
    two_in_one -= {found.start() for found in _ONE_OF_TWO.finditer(stem)}
    unwritten = 1 if stem.endswith(("sm", "sms", "thm", "thms")) else 0
    return len(_VOWELS.findall(stem)) - _silent_end(stem) + len(two_in_one) + unwritten


def _silent_end(word: str) -> int:
    """One where the last vowel that is written is not spoken."""
    if word.endswith("ed"):
        return 0 if re.search(r"[td]ed$|[^aeioul]led$|[aeiouy]ed$", word) else 1
    if word.endswith("es"):
        return 0 if re.search(r"(?:[sxz]|ch|sh|c|g|[^aeiou][lr])es$|[aeiouy]es$", word) else 1
    if word.endswith("e"):
        return 0 if re.search(r"[^aeiouy][lr]e$|[aeiouy]e$|^[^aeiouy]*e$", word) else 1
    return 0


def _of_digits(word: str) -> int:
    """A number is counted by its digits, as McLaughlin has it read aloud."""
    return len(re.findall(r"\d", word)) + len(_VOWELS.findall(word))
