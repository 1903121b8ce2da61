"""The catalogue of advice to parents: what it leaves out, how each item reads, and whether the agencies say the same."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from lapwing.board.measured import figures_of
from lapwing.board.readability import Readability
from lapwing.board.reading.advice_catalogue import (
    TOPICS,
    AdviceItem,
    AdviceTest,
    Comparison,
    Coverage,
    CoverageCell,
    SideBySide,
    advice_coverage,
    advice_item,
    advice_items,
    advice_side_by_side,
)
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD, PARTNERS
from lapwing.vocabulary.board.register_codes import ParentGroup
from lapwing.vocabulary.care_codes import AdviceTopic
from lapwing.web.asking import acting
from lapwing.web.paging import pages_of
from lapwing.web.showing.board.places import Heading, Place
from lapwing.web.showing.board.tabled import (
    Cell,
    Part,
    Table,
    as_csv,
    drawn,
    figures_table,
    offers,
    rows_of,
    to_registers,
)
from lapwing.web.templating import address, in_words

TITLE = "Advice to parents"
COLUMNS = (
    "Item",
    "Given by",
    "About",
    "For",
    "Languages",
    "Easy Read",
    "Reading age",
    "Tested with parents",
    "Review due",
)
LOOKS = {
    CoverageCell.CURRENT: "lw-tag--met",
    CoverageCell.FOR_ANYBODY: "lw-tag--cannot-tell",
    CoverageCell.OVERDUE: "lw-tag--not-met",
    CoverageCell.PLANNED: "lw-tag--due-soon",
}
TOO_SHORT = "Too short to say"
PROMPT = (
    "The reading age comes from counts of words, sentences and syllables (Kincaid and others, 1975; SMOG: McLaughlin, 1969). "
    "It is a prompt to read the text again. Whether parents understand it, only they can say."
)


def page(request: HttpRequest) -> HttpResponse:
    """What advice there is and is not, whether it is given and talked through, and every item."""
    by = acting(request)
    coverage = advice_coverage(by=by)
    some, pages = pages_of(request, advice_items(by=by))
    asked = offers(by, address("board_advice"), ("list_advice", {}), ("compare_advice", {}))
    parts = [
        Part(
            "What there is, by topic and parents",
            table=coverage_table(by, coverage),
            offers=[Cell("Download this table as CSV", address("board_advice_coverage_csv"))],
        ),
        Part("The same message", ("Each topic leads to what the agencies say, side by side.",), _topics(coverage)),
        Part(
            "Given, and talked through",
            ("A leaflet is not a conversation. These are questions, and verdicts on nobody.",),
            figures_table("What the records show of giving advice", figures_of("B53.1")),
        ),
        Part("Every item", (PROMPT,), items_table(some), offers=asked),
    ]
    return drawn(
        request,
        TITLE,
        parts,
        back=to_registers(),
        says=coverage.lacking,
        csv=address("board_advice_csv"),
        pages=pages,
    )


def values(request: HttpRequest) -> HttpResponse:
    """Every item as a file of values."""
    return as_csv(items_table(advice_items(by=acting(request))), "advice")


def coverage_values(request: HttpRequest) -> HttpResponse:
    """What there is by topic and parents as a file of values."""
    by = acting(request)
    return as_csv(coverage_table(by, advice_coverage(by=by)), "advice-coverage")


def items_table(some: Sequence[AdviceItem]) -> Table:
    """Items of advice as a table has them."""
    rows = (
        (
            Cell(one.name, address("board_advice_item", one.advice_item)),
            one.agency,
            "; ".join(topic.label for topic in one.topics),
            "; ".join(group.label for group in one.made_for),
            one.languages,
            one.easy_read,
            one.reads.reading_age if one.reads else TOO_SHORT,
            one.tested_on or "Not tested",
            one.review_on,
        )
        for one in some
    )
    return Table("Items of advice", COLUMNS, rows_of(*rows))


def coverage_table(by: Acting, coverage: Coverage) -> Table:
    """A row a topic, a column a kind of parents; an empty cell leads to planning for it."""
    rows = (
        (topic.label, *(_cell(by, coverage, topic, group) for group in ParentGroup), _languages(coverage, topic))
        for topic in TOPICS
    )
    columns = ("Topic", *(one.label for one in ParentGroup), "Languages")
    return Table("Advice by topic and parents", columns, rows_of(*rows))


def one(request: HttpRequest, item: str) -> HttpResponse:
    """One item: what it says, how it reads, and what parents made of it."""
    by = acting(request)
    found, tests = advice_item(by=by, item=item)
    named, here = {"advice_item": found.advice_item}, address("board_advice_item", found.advice_item)
    verbs = ("revise_advice", "record_advice_test", "withdraw_advice") if found.may_change else ()
    parts = [
        Part(lines=_lines(found), offers=offers(by, here, *((verb, named) for verb in verbs))),
        Part("What it says to parents", tuple(found.wording.splitlines()) or ("Its wording is not entered.",)),
        _reads(found.reads),
        Part("Tested with parents", table=_tests(tests)),
    ]
    return drawn(request, found.name, parts, back=Cell(TITLE, address("board_advice")))


def topic(request: HttpRequest, topic: str) -> HttpResponse:
    """What each agency tells parents on a topic, side by side."""
    by = acting(request)
    if topic not in TOPICS:
        raise Http404
    found = advice_side_by_side(by=by, topic=AdviceTopic(topic))  # type: ignore[call-arg]  # by its code
    here = address("board_advice_topic", topic)
    asked = offers(by, here, ("compare_advice", {"topic": topic}))
    parts = [Part("Compared", (_said_of(found.compared),), offers=asked), *_texts(found)]
    return drawn(request, found.topic.label, parts, back=Cell(TITLE, address("board_advice")))


def _cell(by: Acting, coverage: Coverage, topic: AdviceTopic, group: ParentGroup) -> Cell:
    stands = coverage.cells[topic, group]
    if stands is CoverageCell.NOTHING and by.account.role in PARTNERS:
        asked = offers(by, address("board_advice"), ("plan_for_advice_gap", {"topic": topic, "group": group}))
        return Cell("Nothing: plan for it", asked[0].href)
    return Cell(stands, look=LOOKS.get(stands, ""))


def _languages(coverage: Coverage, topic: AdviceTopic) -> str:
    easy = ["Easy Read"] if coverage.easy_read[topic] else []
    return "; ".join([*coverage.languages[topic], *easy])


def _topics(coverage: Coverage) -> Table:
    rows = (
        (Cell(topic.label, address("board_advice_topic", topic)), _said_of(coverage.compared[topic]))
        for topic in TOPICS
    )
    return Table("Whether the agencies say the same", ("Topic", "Compared"), rows_of(*rows))


def _said_of(last: Comparison | None) -> str:
    if last is None:
        return "Nobody has compared what the agencies say."
    since = "" if last.holds else " An item was changed since, so that it is to be read again."
    differs = f" They differ: {last.differs_in}" if last.differs_in else ""
    return f"{last.result.label}, by {last.by} on {in_words(last.compared_on)}: {last.read}.{differs}{since}"


def _lines(one: AdviceItem) -> list[tuple[str, str]]:
    lines = (
        ("Given by", one.agency),
        ("Edition", one.edition),
        ("About", "; ".join(topic.label for topic in one.topics)),
        ("For", "; ".join(group.label for group in one.made_for)),
        ("Languages", one.languages),
        ("Easy Read", {True: "Yes", False: "No", None: ""}[one.easy_read]),
        ("Kept right by", one.keeper),
        ("Review due", in_words(one.review_on)),
        ("Where it is found", one.link),
        ("Stands", "Withdrawn" if one.is_withdrawn else "Current" if one.is_current else "Review overdue"),
    )
    return [(label, text or "Not recorded") for label, text in lines]


def _reads(reads: Readability | None) -> Part:
    if reads is None:
        return Part("How it reads", ("Fewer than 30 words are entered; of so few nothing can be said.",))
    smog = f"about {reads.smog_age}" if reads.smog_age else "not given for fewer than 10 sentences"
    lines = [
        ("Reading age, by Kincaid's grade level", f"About {reads.reading_age}"),
        ("Reading age, by SMOG", smog.capitalize()),
        ("Words and sentences", f"{reads.words} and {reads.sentences}"),
        ("Words a sentence", f"{reads.words_a_sentence:.1f}"),
        ("Words of three syllables and more", ", ".join(word for word, _ in reads.long_words) or "None"),
    ]
    long = [f"A sentence of more than 20 words: {one}" for one in reads.long_sentences]
    return Part("How it reads", (PROMPT, *long), lines=lines)


def _tests(tests: Sequence[AdviceTest]) -> Table:
    rows = ((one.tested_on, one.tested_by, one.asked, one.says, one.changed) for one in tests)
    columns = ("Day", "Asked by", "How many parents", "What they understood", "What was changed")
    return Table("Tests with parents, the newest first", columns, rows_of(*rows), "No parent has been asked yet.")


def _texts(found: SideBySide) -> list[Part]:
    """Each item with its wording, and below each agency's what no other agency says."""
    if not found.items:
        return [Part("What the agencies say", ("No agency has an item on this topic.",))]
    items = [
        Part(f"{one.agency}: {one.name}", tuple(one.wording.splitlines()) or ("Its wording is not entered.",))
        for one in found.items
    ]
    alone = [(agency, says) for agency, some in found.only_one_says.items() for says in some]
    told = Table(
        "Sentences to which no other agency has a near one: a prompt, which a person judges",
        ("Agency", "Sentence"),
        rows_of(*alone),
        "None, or there are no two agencies with their wording entered.",
    )
    return [*items, Part("What one agency alone says", table=told)]


PATHS = (
    path("registers/advice", page, name="board_advice"),
    path("registers/advice.csv", values, name="board_advice_csv"),
    path("registers/advice/coverage.csv", coverage_values, name="board_advice_coverage_csv"),
    path("registers/advice/topics/<slug:topic>", topic, name="board_advice_topic"),
    path("registers/advice/<slug:item>", one, name="board_advice_item"),
)
PLACES = (
    Place(
        Heading.ASSURE,
        TITLE,
        "What agencies tell parents on sleep, overlay, drugs and alcohol, and medicines: is it clear, current and the same?",
        "board_advice",
        BOARD,
        ("B53.1",),
    ),
)
