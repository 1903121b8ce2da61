"""Names as they are compared: without accents and marks, by their sound, and with the short forms people use."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

REMEMBERED = 50_000
"""Of how many names what was worked out is kept at hand."""
UNNAMED = frozenset(
    {"baby", "babe", "infant", "newborn", "bb", "twin", "triplet", "boy", "girl", "female", "male", "unborn"}
)
"""Words that stand where a newborn's given name will be."""
BETWEEN = frozenset({"of", "de", "da", "di", "al", "el", "bin", "bint", "ibn", "abd", "van", "von"})
"""Words within a name that are left out or written together as often as not."""
LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "\u0131": "i"}
)
NUMBERS = {"one": "1", "two": "2", "three": "3", "i": "1", "ii": "2", "iii": "3"}

SHORT_FORMS = """
    abigail abbie abby gail / adam ad / agnieszka aga / alan al allan allen alun / albert al bert bertie / alexander
    aleksander oleksandr alex alec sandy sasha xander / alexandra aleksandra oleksandra alex lexi sandra sasha /
    alfred alf alfie fred / alice ali alys / alison ali allison / amanda mandy / amelia amy millie milly / andrew
    andy drew andrzej andrei / angela angie / anna ann anne annie ania hannah anya / anthony tony antony / archibald
    archie / arthur art / barbara barb babs basia / benjamin ben benji benny / bethany beth / bradley brad / bridget
    bridie brigid / caroline carol carrie caz / catherine katherine kathryn cathryn katharine katarzyna kate katie
    katy cathy kathy kat kasia kitty / charles charlie chas karl karol / charlotte charlie lottie lotte / christina
    christine tina chris chrissie krystyna / christopher chris kit krzysztof topher / daniel dan danny / danielle
    dani / david dave davey dafydd dai dawid / deborah debbie deb debra / dominic dom dominik / donald don / dorothy
    dot dottie / edward ed eddie ted teddy ned / eleanor ellie nell nora elinor / elizabeth liz lizzie beth betty
    eliza elisabeth elspeth libby lisa elzbieta bess / emily em emmy / emma em / evelyn evie eve / florence flo
    florrie / frances fran fanny francesca frankie / francis frank frankie / frederick fred freddie / gabriel gabe /
    gabrielle gabby gabriella / george georgie yuri / georgina georgie georgia gina / gerald gerry / gregory greg /
    gwendoline gwen / harold harry / harriet hattie harri / henry harry hal / hussain hussein husayn hossein /
    imogen immy / isabella isabel isobel izzy bella isabelle / jacob jake jakub kuba / jacqueline jackie jacqui /
    james jim jimmy jamie / jane janie jenny janet / jennifer jen jenny jenna / jessica jess jessie / joanna joanne
    jo asia / john jack johnny jon ian sean jan johnnie / jonathan jon jonny johnathan / joseph joe joey jozef yusuf
    yousef / josephine jo josie / joshua josh / julia julie jules / kenneth ken kenny / kimberley kim kimberly /
    lawrence larry laurence laurie / leonard len lenny leo / lewis louis lou lewie / lillian lily lil / louise lou
    louisa / lucy lucie lucia / madeleine maddie maddy / magdalena magda / margaret maggie meg peggy marge rita
    megan malgorzata gosia / maria mary marie molly maryam miriam mariam maia / marcus mark marc marek / martin
    marty marcin / matilda tilly mattie / matthew matt matty mateusz / maximilian max / michael mike mick mickey
    mikey michal mikhail / mohammed muhammad mohamed mohammad mohamad mohd md mo / mykola nikolai nicholas nick
    nicky nicolas mikolaj / natalie nat natalia talia / nathaniel nathan nat nate / nicola nicole nicky nikki /
    olivia liv livvy olive / oliver ollie olly / pamela pam / patricia pat trish patsy tricia / patrick pat paddy /
    paul pavel pawel pablo / penelope penny / peter pete piotr petr / philip phil phillip pip / philippa pippa pip /
    rachel rach rachael / raymond ray / rebecca becky becca bex / richard rick dick ricky richie rich / robert bob
    rob bobby robbie bert / roland roly / ronald ron ronnie / rosemary rose rosie / russell russ / samantha sam
    sammy / samuel sam sammy / sarah sally sara sadie / simon si / sophia sophie sofia zofia / stanley stan /
    stephanie steph stef / stephen steven steve stevie stefan / susan sue susie suzanne susannah / sylvia sylvie /
    terence terry / theodore theo ted teddy / theresa teresa terry tess tessa / thomas tom tommy tomasz / timothy
    tim timmy / tobias toby / valerie val / victoria vicky tori vikki / vincent vince vinny / violet vi / vivienne
    viv / walter walt wally / william will bill billy liam willy wilhelm / winifred winnie / yvonne eve / zachary
    zac zack zak
"""
"""Given names that are often the same person's, group by group; a short form may belong to several."""


@lru_cache(REMEMBERED)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in small plain letters; hyphens part them, apostrophes do not."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(re.findall(r"\w+", re.sub(r"['’`]", "", plain)))


@lru_cache(REMEMBERED)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name that tell people apart."""
    return tuple(word for word in words(name) if word not in BETWEEN) or words(name)


@lru_cache(REMEMBERED)
def is_unnamed(given_name: str) -> bool:
    """Whether it stands for a newborn without a given name, such as Baby, Twin 2 or Baby of Anna."""
    found = words(given_name)
    return bool(found) and (found[0] in UNNAMED or found[0] == "unnamed")


@lru_cache(REMEMBERED)
def number_of_birth(given_name: str) -> str | None:
    """Which of several babies, where the stand-in for a name says so, as Twin 2 does."""
    return next((NUMBERS.get(word, word) for word in words(given_name) if word in NUMBERS or word.isdigit()), None)


SOUNDS = (
    (r"sch|tsch|tch|sh|ch|cz|sz|zh", "c"), (r"ph", "f"), (r"ck|q|kh", "k"), (r"x", "ks"), (r"gh", ""), (r"wr", "r"),
    (r"^kn|^gn", "n"), (r"c(?=[eiy])", "s"), (r"^c(?![eiy])|(?<!^)c(?=[aourlkt])", "k"), (r"z", "s"), (r"w", "v"),
    (r"j|^y", "j"), (r"d(?=j)|t(?=c)", ""), (r"th", "t"),
)  # fmt: skip
"""How spellings of one sound are made one, in turn."""


@lru_cache(REMEMBERED)
def sound(word: str) -> str:
    """How a word sounds, roughly: its consonants, each spelling of one sound alike, and whether a vowel comes first."""
    for spelling, one in SOUNDS:
        word = re.sub(spelling, one, word)
    bare = word[:1] + re.sub(r"[aeiouyhv]", "", word[1:])
    first = "a" if bare[:1] in "aeiou" else bare[:1]
    return re.sub(r"(.)\1+", r"\1", first + bare[1:])


def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(SHORT_FORMS.split("/")):
        for name in group.split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


_GROUPS = _groups()


@lru_cache(REMEMBERED)
def forms_of(word: str) -> frozenset[int]:
    """The groups of SHORT_FORMS that the word is in: two words with a group in common may be one person's."""
    return _GROUPS.get(word, frozenset())
