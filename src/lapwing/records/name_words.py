"""The words of people's names, kept as names are entered, and the children who are found by them.

A word that a name once had stays: what is found by it is only who might be meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from string import ascii_lowercase

from django.db import connection
from rapidfuzz.distance import OSA, Indel

from lapwing.records import links
from lapwing.records.columns import placeholders
from lapwing.records.entries import entries
from lapwing.records.models import MODELS, NameWord
from lapwing.records.names import REMEMBERED, sound, words

NAMED = {"person": "pk", "other_name": "person_id"}
"""The tables whose entries have names, with what says whose they are."""
AT_ONCE = 5_000
SOUNDS_ALIKE = 0.65
"""From here on, of 1, two words of one sound are spelled alike enough to be one name."""


def note_names(table: str, keys: Iterable[str]) -> None:
    """Keeps the words of the names that these entries have; of a table without names there are none."""
    if table not in NAMED:
        return
    wanted = sorted(set(keys))
    for start in range(0, len(wanted), AT_ONCE):
        rows = MODELS[table]._default_manager.filter(pk__in=wanted[start : start + AT_ONCE])
        named = rows.values_list(NAMED[table], "given_name", "family_name")
        kept = {(word, person) for person, *names in named for name in names for word in words(name or "")}
        _keep((word, sound(word), person) for word, person in sorted(kept))


def _keep(rows: Iterable[tuple[str, str, str]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO name_word (word, sound, person_id) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING", list(rows)
        )


# Looking


def one_letter_away(word: str) -> set[str]:
    """The word itself, and every word with a letter of it wrong, missing, too many, or in its neighbour's place."""
    letters = {*ascii_lowercase, *word}
    parted = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    missing = {head + tail[1:] for head, tail in parted if tail}
    turned = {head + tail[1] + tail[0] + tail[2:] for head, tail in parted if len(tail) > 1}
    wrong = {head + letter + tail[1:] for head, tail in parted if tail for letter in letters}
    more = {head + letter + tail for head, tail in parted for letter in letters}
    return ({word} | missing | turned | wrong | more) - {""}


def words_like(word: str) -> set[str]:
    """The words of names on record that may be this one: a letter apart, or of one sound and spelled much the same."""
    spelled = _on_record(one_letter_away(word) if len(word) > 2 else {word})
    heard = NameWord.objects.order_by().filter(sound=sound(word)).values_list("word", flat=True).distinct()
    return spelled.union(one for one in heard if likeness(word, one) >= SOUNDS_ALIKE)


ON_RECORD = """
    WITH sought(word) AS (VALUES {words})
    SELECT word FROM sought WHERE (SELECT 1 FROM name_word WHERE name_word.word = sought.word LIMIT 1) IS NOT NULL
"""
"""Each word is looked up in the index by itself: of hundreds in one list, PostgreSQL would rather read the whole table."""


def _on_record(some: Collection[str]) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(ON_RECORD.format(words=", ".join(["(%s)"] * len(some))), sorted(some))
        return {word for (word,) in cursor.fetchall()}


@lru_cache(REMEMBERED)
def likeness(word: str, other: str) -> float:
    """How alike two words are: 1 for the same, 0 where they cannot be meant for each other."""
    alike = Indel.normalized_similarity(word, other)
    is_near = word == other or (len(word) > 2 and OSA.distance(word, other, score_cutoff=1) <= 1)
    return alike if is_near or (alike >= SOUNDS_ALIKE and sound(word) == sound(other)) else 0


CALLED = """
    SELECT child.child_id, 'child', name_word.word FROM name_word
    JOIN child ON child.person_id = name_word.person_id WHERE name_word.word IN ({words})
    UNION ALL
    SELECT child.child_id, 'mother', name_word.word FROM name_word
    JOIN pregnancy ON pregnancy.mother_id = name_word.person_id
    JOIN child ON child.pregnancy_id = pregnancy.pregnancy_id WHERE name_word.word IN ({words})
"""


def children_with(some: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """The children in whose name, or whose expectant mother's, one of these words is: which of the two, and the word."""
    wanted = sorted(some)
    if not wanted:
        return
    with connection.cursor() as cursor:
        cursor.execute(CALLED.format(words=placeholders(len(wanted))), [*wanted, *wanted])
        yield from cursor.fetchall()
    yield from _by_linked_people(wanted)


def _by_linked_people(some: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """The same for people of whom there are several records, whichever of them has the word."""
    linked = {key for link in links.all_in_force() if link.table == "person" for key in (link.keep, link.other)}
    found = NameWord.objects.filter(word__in=some, person__in=linked).values_list("person_id", "word") if linked else ()
    for person, word in found:
        same = links.one_with("person", [person])
        for whose, theirs in (("child", {"person__in": same}), ("mother", {"pregnancy__mother__in": same})):
            children = entries("child").filter(**theirs).values_list("pk", flat=True)
            yield from ((child, whose, word) for child in children)
