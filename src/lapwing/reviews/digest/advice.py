"""Whether words advise somebody to do something, and whom: *should*, *must*, *need to*, *recommends that*, *Ensure*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lapwing.reviews.digest.audiences import Addressed, Audiences
from lapwing.reviews.digest.cues import cues
from lapwing.reviews.digest.sentences import sentences
from lapwing.reviews.document import Span

_MODAL = (
    r"\b(?:should|must|ought to|needs? to|(?:will|may) (?:need|wish) to"
    r"|(?:is|are) (?:advised|asked|expected|required|urged|encouraged|recommended|invited) to)\b"
)
MODAL = re.compile(_MODAL, re.IGNORECASE)
_DESCRIBES = re.compile(r"(?:is|are) (?:asked|expected|required|encouraged|invited) to", re.IGNORECASE)
"""In running text these tell what is so already; above a list they ask for it."""
_A_NEED = re.compile(
    r"(?:\b(?:the|a|an|any|no|this|that|of|for|urgent|clear|further|continuing|ongoing|enabl\w+|meet\w*|recogni[sz]\w+|identif\w+"
    r"|their|his|her|its|children|people|rarely|seldom|hardly)|['’]s?)\s*$",
    re.IGNORECASE,
)
"""What stands before *need* and *needs* where they are things and not what somebody must do."""
_NOT_ADVICE = re.compile(
    r"\s+(?:also\s+|not\s+|never\s+)?have\b(?!\s+(?:a|an|the|regard|access|in place|due|clear|robust)\b)", re.IGNORECASE
)
_PASSIVE = re.compile(r"\s+(?:also |now |always |only |not |never |further |routinely |all )*be\s+\w+", re.IGNORECASE)
_AND = re.compile(
    r"\s*(?:,|,?\s*and|,?\s*or|&|/|,? together with|,? as well as|,? with)\s*(?:the |all |their |its |other )?",
    re.IGNORECASE,
)
"""What stands between two of those whom a sentence advises."""
_AGENT = re.compile(r"(?:\s+[\w-]+){1,5}?\s+by\s", re.IGNORECASE)
_DEPENDENT = re.compile(
    r"\b(?:when|whether|if|that|which|who|whom|whose|why|how|where|what|than|because|until|unless|as|although|while)\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    rf"^(?P<subject>.*?)(?P<modal>{_MODAL})(?P<rest>[^.;:]{{0,90}})[.:]?\s*[-\u2013\u2014]?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_LEAD_IN_WITH_TO = re.compile(r"^(?P<subject>.{3,60}?)\b(?P<modal>to)(?P<rest>)\s*:$", re.IGNORECASE)
_FOLLOWING = re.compile(r"\bfollowing\b[^.:;]{0,60}[.:]$", re.IGNORECASE)
_WHO_RECOMMENDS = (
    r"\b(?:we|i|it is|(?:the |this |our )?(?:[\w-]+ ){0,3}?(?:review(?:er)?s?|panel|author|report|inspectors?|investigation"
    r"|board|inquiry|commission|branch|hsib|hssib))"
)
_RECOMMENDS = re.compile(
    rf"{_WHO_RECOMMENDS} (?:therefore |also |further |strongly )*recommend(?:s|ed)?\b(?P<whom>[^.;]{{0,80}}?)\bthat\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^recommendation\s*\(?(?P<number>\d+(?:\.\d+)?[a-z]?)\)?\s*(?:[:.\u2013\u2014-]+\s*|$)", re.IGNORECASE
)
_GLUED = re.compile(r"(\d{1,3})\.(?=[A-Z][a-zA-Z])")
SUFFIX = re.compile(r"\s*[(\[]recommendations?(?: \d+)?[)\]](?=\.?\s*$)", re.IGNORECASE)
WORDS_BETWEEN = 6
"""At most so many words stand between whom a sentence advises and its *should*."""
WORDS_BEFORE = 14
"""At most so many words stand before whom a sentence advises: *To improve the quality of assessments, the Board should*."""


@dataclass(frozen=True)
class Advice:
    """That a stretch of text advises, whom, and by which of its words."""

    audiences: tuple[Addressed, ...]
    by: str


def label(text: str) -> tuple[str, int]:
    """The number of *Recommendation 3:* and where the words after it begin; empty and 0 where there is no such label."""
    found = _LABEL.match(text)
    return (found["number"], found.end()) if found else ("", 0)


def glued_number(text: str) -> tuple[str, int]:
    """The number of *145.Monitor*, which is printed without a space, and where the words begin; empty and 0 without."""
    found = _GLUED.match(text)
    return (found[1], found.end()) if found else ("", 0)


def advises(sentence: str, audiences: Audiences) -> Advice | None:
    """Whether a sentence of running text advises somebody; None where its *should* is about what was or might be."""
    if cues().never.search(sentence):
        return None
    recommends = _RECOMMENDS.search(sentence)
    if recommends:
        who = audiences.within(sentence[recommends.end("whom") :])[:1] or audiences.within(recommends["whom"])[:1]
        return Advice(tuple(who), "recommends that")
    for modal in MODAL.finditer(sentence):
        if advice := _by(modal, sentence, audiences):
            return advice
    return None


def _by(modal: re.Match[str], sentence: str, audiences: Audiences) -> Advice | None:
    subject, after = sentence[: modal.start()], sentence[modal.end() :]
    if _NOT_ADVICE.match(after) or not subject.strip() or _DESCRIBES.fullmatch(modal[0]):
        return None
    if subject.endswith(("‘", "“", "'", '"')):
        return None
    if modal[0].casefold().startswith("need") and _A_NEED.search(subject):
        return None
    who = _subject(subject, audiences)
    if who:
        return Advice(tuple(who), modal[0])
    passive = _PASSIVE.match(after)
    if passive and not _DEPENDENT.search(subject) and subject[0].isupper() and _is_subject(subject):
        agent = _AGENT.match(after)
        return Advice(
            tuple(audiences.within(after[agent.end() : agent.end() + 60])[:1]) if agent else (), modal[0] + " be"
        )
    return None


def _is_subject(words: str) -> bool:
    """Whether words before a *should be* say what of: not a bare *It* or *This*."""
    return len(words.split()) > 1 or words.strip().casefold() in ("more", "further", "all", "nobody")


def _named(text: str, audiences: Audiences) -> list[Addressed]:
    """The audiences that a text names, but where only something of theirs is meant: *the board’s attention*."""
    return [one for one in audiences.within(text) if text[one.end : one.end + 1] not in ("'", "’")]


def _subject(before: str, audiences: Audiences) -> list[Addressed]:
    """Whom the words before a *should* name as its subject, if they do."""
    named = _named(before, audiences)
    if not named:
        return []
    after = before[named[-1].end :]
    if len(after.split()) > WORDS_BETWEEN or _DEPENDENT.search(after):
        return []
    subject = [named[-1]]
    for one in reversed(named[:-1]):
        between = before[one.end : subject[0].start]
        if not between.strip():
            # “Local authority leaders” are leaders.
            subject[0] = replace(subject[0], written=before[one.start : subject[0].end], start=one.start)
            continue
        if not _AND.fullmatch(between):
            break
        subject.insert(0, one)
    first = before[: subject[0].start]
    clause = re.split(r"[,;:\u2013\u2014]", first)[-1]
    joined = re.split(r"\b(?:and|but)\b", clause)
    if len(joined) > 1 and not _DEPENDENT.search(clause) and not re.search(r"\b(?:between|both)\b", clause):
        clause = joined[-1]
    if _DEPENDENT.search(clause) or len(first.split()) > WORDS_BEFORE or len(clause.split()) > 3:
        return []
    # “Services for practitioners should”: what is named there is no subject.
    return (
        [] if re.search(r"\b(?:of|for|by|with|from|to|in|on|between|among|about)\s+(?:\w+\s+)?$", clause) else subject
    )


@dataclass(frozen=True)
class LeadIn:
    """What stands above a list and completes its items, as a span of its paragraph; whom it names."""

    span: Span
    audiences: tuple[Addressed, ...]
    by: str


def lead_in(text: str, audiences: Audiences, *, within_advice: bool = False) -> LeadIn | None:
    """Whether a paragraph leads in a list of advice: *Practitioners should:*, and among advice also *Immediately:*.

    Whom it names is kept as written where the table of audiences does not have them.
    """
    whole = text.rstrip()
    if not whole.endswith((":", ":-")) and not _FOLLOWING.search(whole):
        return None
    start = sentences(whole)[-1][0] if sentences(whole) else 0
    last = whole[start:]
    found = _LEAD_IN.match(last) or _LEAD_IN_WITH_TO.match(last)
    if found and _leads(found, audiences):
        named = _subject(found["subject"], audiences) or _named(re.split(r"[,;]", found["subject"])[-1], audiences)
        return LeadIn((start, len(whole)), tuple(named) or _as_written(found["subject"]), found["modal"])
    if within_advice and len(last.split()) <= 4 and not begins_with_a_verb(last):
        return LeadIn((start, len(whole)), tuple(audiences.within(last)), "")
    return None


def _leads(found: re.Match[str], audiences: Audiences) -> bool:
    rest, subject = found["rest"].strip(), found["subject"].strip()
    if not subject or len(subject.split()) > 40:
        return False
    if found["modal"].casefold() == "to":
        return bool(audiences.within(subject)) and len(subject.split()) <= 6
    if _DEPENDENT.search(re.split(r"[,;]", subject)[-1]):
        return False
    return not rest or bool(audiences.within(subject))


def _as_written(subject: str) -> tuple[Addressed, ...]:
    """Somebody whom the table does not have, by the report's own words: what stands last before *should*."""
    last = re.split(r"[,;]", subject)[-1].strip()
    return (Addressed(last[:1].upper() + last[1:], last),) if 0 < len(last.split()) <= 8 else ()


def begins_with_a_verb(text: str) -> bool:
    """Whether words begin as advice that names nobody does: *Ensure that*, *Further embed*, *Systematically collate*."""
    plain = text[max(label(text)[1], glued_number(text)[1]) :].strip(" “‘\"'(")
    plain = cues().before.sub("", plain, count=1) if cues().before.match(plain) else plain
    first = [word.strip(",;:.()").casefold() for word in plain.split()[:3]]
    if len(first) > 1 and (first[0].endswith("ly") or first[0] == "to"):
        first = first[1:]
    return bool(first) and first[0] in cues().verbs


def looks_advising(text: str, audiences: Audiences) -> bool:
    """Whether an entry of a list reads as advice: by its verb, by the verb after a first clause, or by its *should*."""
    if begins_with_a_verb(text):
        return True
    if (named := _NAMED_TO.match(text)) and named["verb"].casefold() in cues().verbs:
        return True
    first, *others = re.split(r",\s+", text, maxsplit=3)
    if _FIRST_CLAUSE.match(first) and not MODAL.search(first) and any(map(begins_with_a_verb, others)):
        return True
    return any(advises(text[start:end], audiences) for start, end in sentences(text))


_NAMED_TO = re.compile(
    r"(?:The |All |Each )?(?:[A-Z][\w’'-]*|the|of|and|for|’s)(?: (?:[A-Z][\w’'-]*|the|of|and|for))* to (?P<verb>[\w-]+)\b"
)
"""*The Adoption Panel Chair to report*: somebody named with capitals, and what they are to do."""
_FIRST_CLAUSE = re.compile(r"(?:\w+ing|in|where|when|with|through|to|for|as)\b", re.IGNORECASE)


def by_audience(text: str, audiences: Audiences) -> list[tuple[Span, tuple[Addressed, ...]]]:
    """A text cut where it turns from one audience to another: *the Board should ..., and practitioners should ...*.

    One part, the whole, where it does not.
    """
    turns = list(_turns(text, audiences))
    if len({tuple(one.name for one in who) for _, who in turns}) < 2:
        return [((0, len(text)), ())]
    cuts = [0, *(start for start, _ in turns[1:]), len(text)]
    return [((cuts[at], _without_joint(text, cuts[at], cuts[at + 1])), who) for at, (_, who) in enumerate(turns)]


def _turns(text: str, audiences: Audiences) -> Iterator[tuple[int, tuple[Addressed, ...]]]:
    """Where a clause with a *should* of its own begins, and whom it names."""
    begun = 0
    for modal in MODAL.finditer(text):
        joints = [found.end() for found in _JOINT.finditer(text[: modal.end()], begun)]
        start = joints[-1] if joints else begun
        who = _subject(text[start : modal.start()], audiences) if joints or not begun else []
        if who:
            yield start, tuple(who)
        begun = modal.end()


_JOINT = re.compile(
    r"(?:[;.]\s+(?:and\s+)?|,?\s+(?:and|while|whereas)\s+)(?=(?:the|all|[A-Z]|\w+\s+(?:should|must|need)|\w+\s+\w+\s+(?:should|must|need)))"
)


def _without_joint(text: str, start: int, end: int) -> int:
    """The end of a clause without what joined it to the next; the last keeps its full stop."""
    if end == len(text):
        return end
    return start + len(re.sub(r"(?:[,;]?\s*(?:and|while|whereas))?\s*$", "", text[start:end]).rstrip(" ,;"))
