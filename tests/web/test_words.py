"""The words of the screens: everything has them, everything they name is there, and they read as plain English."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from lapwing.checks import CHECKS
from lapwing.conduct.verb import VERBS, Verb
from lapwing.vocabulary.board import EVERY_TABLE
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Kind
from lapwing.web.words import (
    Offered,
    Place,
    WrongWords,
    answers_to,
    field_words,
    groups,
    table_words,
    words_of,
)
from lapwing.web.words.of_checks import every_answer
from lapwing.web.words.of_groups import every_group
from lapwing.web.words.of_tables import NAMED, every_table
from lapwing.web.words.of_verbs import every_verb
from lapwing.web.words.offered import read_offered
from lapwing.web.words.written import Written, written, written_in

LONGEST_LABEL = 90
LONGEST_HINT = 160
JARGON = re.compile(
    r"\b(EDD|FSM|RHI|WNB|DNA|CIN|CPP?|UCPP|LAC|CLA|NFA|CSE|CCE|DV|DA|HV|SW|MW|EDT|ICPC|RCPC|IRO|PLO|FGC|FGDM|FNP|MARAC|S17|S47|PR)\b"
)
AMERICAN = re.compile(
    r"\b\w+(?:ize[sd]?|izing|ization)\b|\b(?:behavior|color|center|favor|program(?!me)|enroll|pediatric)\w*", re.I
)
BY_THE_SCREENS_OWN_NAME = re.compile(r"[a-z]_[a-z]|\{|\}|null|None\b")
CHEERFUL = re.compile(r"!|\b(?:great|congratulations|success|well done|happy|thank)", re.I)
ENTRY = r'(?:was|current\([^)]*\))\["(\w+)"\]'
"""In the source of a verb: a column of the entry that it acts on."""
LOSSES = ("record_stillbirth", "record_loss", "record_termination", "record_loss_of_one", "record_death")
WHAT_ONLY_A_PERSON_KNOWS = frozenset(
    {"outcome", "discussed", "attended", "basis", "change", "effect", "explored", "significant", "status", "part", "of"}
)


def _every_text() -> Iterator[tuple[str, str]]:
    for verb in every_verb().values():
        for part in (verb.title, verb.button, verb.hint, verb.says_done):
            yield verb.name, part
        for field in verb.fields.values():
            yield f"{verb.name}.{field.name}", field.label
            yield f"{verb.name}.{field.name}", field.hint
    for group in every_group():
        yield group.name, group.title
    for table in every_table().values():
        for words in (table.one, table.many, *table.labels.values()):
            yield table.table, words
        for piece in table.pieces:
            yield table.table, NAMED.sub("", piece)


# Everything has its words


def test_every_verb_has_words_for_each_of_its_parameters() -> None:
    assert list(every_verb()) == list(VERBS)
    for verb in VERBS.values():
        parameters = set(inspect.signature(verb.body).parameters) - {"by"}
        assert set(words_of(verb.name).fields) == parameters, verb.name


def test_every_check_has_a_verb_that_answers_it() -> None:
    assert every_answer().keys() == CHECKS.keys()
    assert [code for code in CHECKS if not answers_to(code)] == []


def test_every_record_table_has_its_words_and_every_column_a_label() -> None:
    for table in EVERY_TABLE.values():
        words = table_words(table.name)
        assert set(words.labels) == set(table.names)
        assert table.key not in words.shown


def test_every_parameter_that_has_words_is_one_of_some_verb() -> None:
    asked = {name for verb in every_verb().values() for name in verb.fields}
    assert written("fields.toml").values.keys() | written_in("board", "fields").keys() == asked


def test_a_verb_is_in_one_group_or_stands_on_the_page_of_an_entry() -> None:
    listed = Counter(verb for group in every_group() for verb in group.verbs)
    of_children = {name: words for name, words in every_verb().items() if not VERBS[name].is_of_the_board}
    wrong = [name for name, words in of_children.items() if listed[name] != (words.on_entry is None)]
    assert wrong == []


def test_what_begins_something_about_a_child_is_listed_for_a_child_or_beside_a_finding() -> None:
    listed = {verb for place in (Place.CHILD, Place.FINDING) for group in groups(place) for verb in group.verbs}
    about = {verb.name for verb in VERBS.values() if {"child", "pregnancy"} & verb.naming.keys()}
    assert about <= listed


# Verbs and their fields


def test_what_is_asked_is_asked_once_and_in_steps() -> None:
    for verb in every_verb().values():
        asked = [name for step in verb.steps for name in step]
        assert sorted(asked) == sorted(name for name, field in verb.fields.items() if not field.is_filled), verb.name


def test_whatever_the_signature_needs_is_asked_or_is_filled_in_from_where_somebody_is() -> None:
    known = {
        "about",
        "seen",
        "table",
        "key",
        "check",
        "subject",
        "answer",
        "glass",
        "token",
        "reconciliation",
        *EVERY_TABLE,
    }
    known.add("arises_from_key")
    for verb in every_verb().values():
        filled = {name for name, field in verb.fields.items() if field.is_filled}
        assert filled <= known, verb.name


def test_a_parameter_has_other_words_where_its_verb_says_so() -> None:
    assert field_words("accept_action", "on").label == "When was it accepted?"
    assert field_words("observe", "on").label == "When did you see or hear it?"
    assert field_words("record_death", "child").is_filled is False
    assert field_words("give_action", "child").is_filled is True


def test_the_agency_is_chosen_before_the_person() -> None:
    for verb in ("hand_over", "share", "begin_involvement"):
        first, second = words_of(verb).steps
        assert {"to_agency", "agency"} & set(first)
        assert second[0] in ("to_practitioner", "practitioner")


def test_what_ends_something_or_cannot_be_taken_back_is_confirmed_first() -> None:
    grave = {name for name, verb in every_verb().items() if verb.is_grave}
    assert grave >= {
        *LOSSES,
        "end_plan",
        "agree_to_void",
        "record_adoption",
        "confirm_same",
        "break_glass",
        "end_account",
    }
    assert grave.isdisjoint({"observe", "accept_hand_over", "withhold_identity", "protect_address", "record_birth"})


def test_a_verb_says_of_which_entries_it_can_start() -> None:
    assert words_of("accept_hand_over").on_entry == "hand_over"
    assert words_of("give_action").on_entry is None
    assert words_of("give_action").also_on == ("concern", "decision", "plan")


# When a button makes sense


def test_a_hand_over_is_accepted_by_the_agency_asked_and_by_nobody_twice() -> None:
    accept = words_of("accept_hand_over").offered
    sent = {"to_agency_id": "hv", "from_practitioner_id": "mia", "accepted_on": None, "declined_on": None}
    assert accept.makes_sense_on(sent, agency="hv", practitioner="hal")
    assert not accept.makes_sense_on(sent, agency="gp", practitioner="gus")
    assert not accept.makes_sense_on(sent, agency="hv", practitioner="mia")
    assert not accept.makes_sense_on({**sent, "accepted_on": "2026-03-01"}, agency="hv", practitioner="hal")


def test_an_action_given_to_an_agency_may_be_accepted_by_anybody_there() -> None:
    accept = words_of("accept_action").offered
    assert accept.makes_sense_on({"owner_agency_id": "hv"}, agency="hv", practitioner="hal")
    assert not accept.makes_sense_on({"owner_agency_id": "hv", "owned_by": "hope"}, agency="hv", practitioner="hal")


def test_whether_an_action_works_is_looked_at_again_where_it_was_too_early_to_say() -> None:
    look = words_of("review_effect").offered
    begun = {"started_on": "2026-03-01", "owned_by": "mia"}
    assert not look.makes_sense_on({"owned_by": "mia"}, agency="hv", practitioner="hal")
    assert look.makes_sense_on(begun, agency="hv", practitioner="hal")
    assert look.makes_sense_on({**begun, "effect": "too_early"}, agency="hv", practitioner="hal")
    assert not look.makes_sense_on({**begun, "effect": "worked"}, agency="hv", practitioner="hal")
    assert not look.makes_sense_on(begun, agency="midwifery", practitioner="mia")


def test_a_no_is_as_if_nothing_were_there() -> None:
    make_lead = words_of("make_lead").offered
    assert make_lead.makes_sense_on({"practitioner_id": "hal", "lead": False}, agency="hv", practitioner="hal")
    assert not make_lead.makes_sense_on({"practitioner_id": "hal", "lead": True}, agency="hv", practitioner="hal")


def test_what_a_verb_refuses_on_an_entry_is_not_offered_there() -> None:
    for verb in VERBS.values():
        offered, source = words_of(verb.name).offered, _source(verb)
        if words_of(verb.name).on_entry is None:
            continue
        done_once = set(re.findall(rf"^    check_not_yet(?:_said)?\({ENTRY}", source, re.M))
        assert done_once <= set(offered.unless), verb.name
        comes_after = set(re.findall(rf"^    if {ENTRY} is None:\n +raise NotPossible", source, re.M))
        comes_after |= set(re.findall(r'^    check_held\(was\["(\w+)"\]', source, re.M))
        assert comes_after <= {*offered.once, *offered.either}, verb.name
        asked_of = set(re.findall(rf"check_agency_asked\(by, {ENTRY}", source))
        assert asked_of <= set(offered.ours), verb.name
        by_another = set(re.findall(rf"check_not_done_by\(by, {ENTRY}", source))
        assert by_another <= set(offered.others), verb.name


def _source(verb: Verb) -> str:
    """What a verb does, with what it calls in its own module to read the entry that it acts on."""
    body = inspect.getsource(verb.body)
    called = [getattr(inspect.getmodule(verb.body), name) for name in set(re.findall(r"= (_\w+)\(", body))]
    return "\n".join([body, *(inspect.getsource(one) for one in called)])


# Findings


def test_a_way_takes_what_the_finding_is_about_where_its_verb_can() -> None:
    for code, ways in every_answer().items():
        table = CHECKS[code].about.table
        for way in ways:
            for parameter, column in way.takes.items():
                wanted = VERBS[way.verb].naming.get(parameter)
                given = table.name if column == table.key else table.column(column).refers_to
                assert wanted in (None, given), f"{code}: {way.verb} takes {parameter}"


def test_a_way_fills_what_names_an_entry_or_one_of_them_is_chosen() -> None:
    for code, ways in every_answer().items():
        for way in ways:
            chosen = words_of(way.verb).on_entry
            needed = {name for name in VERBS[way.verb].naming if _is_needed(way.verb, name)}
            left = {name for name in needed - way.takes.keys() if VERBS[way.verb].naming[name] != chosen}
            asked = {name for step in words_of(way.verb).steps for name in step}
            assert left <= asked, f"{code}: {way.verb} needs {left}"


def _is_needed(verb: str, parameter: str) -> bool:
    return inspect.signature(VERBS[verb].body).parameters[parameter].default is inspect.Parameter.empty


def test_nothing_is_filled_in_that_only_a_person_can_know() -> None:
    filled = {name for ways in every_answer().values() for way in ways for name in way.prefill}
    assert filled.isdisjoint(WHAT_ONLY_A_PERSON_KNOWS)
    assert not any(isinstance(value, bool) for ways in every_answer().values() for way in ways for value in way.prefill)


def test_a_father_is_asked_after_with_the_finding_about_him() -> None:
    way, *_ = answers_to("parents.seen_or_spoken_to")
    assert (way.verb, dict(way.takes)) == ("record_contact", {"child": "child_id", "person": "person_id"})


def test_a_form_begins_with_what_the_check_implies_and_what_the_finding_is_about() -> None:
    way, *_ = answers_to("fragility.meaning_for_this_baby_written")
    concern = {"concern_id": "c1", "child_id": None, "pregnancy_id": "p1", "person_id": None}
    assert way.given(concern, child="k1") == {"kind": "meaning_for_baby", "child": "k1", "concern": "c1"}
    with_person = way.given({**concern, "person_id": "q1"}, child="k1")
    assert with_person["person"] == "q1"


def test_an_entry_is_chosen_among_those_of_what_the_finding_is_about() -> None:
    way, *_ = answers_to("before_birth.effect_looked_at")
    assert (way.verb, way.tied_by) == ("review_effect", "concern_id")
    way, *_ = answers_to("before_birth.birth_plan_agreed")
    assert dict(way.among) == {"kind": ("safeguarding_birth_plan",)}


# Entries in a line of time


def test_a_line_uses_only_what_is_there() -> None:
    referral = table_words("referral")
    assert referral.line({"to_agency_id": "Children's social care", "outcome": "Assessment"}) == (
        "Referral to Children's social care: Assessment"
    )
    assert referral.line({}) == "Referral"


def test_a_line_says_that_nobody_has_accepted_a_hand_over_yet() -> None:
    hand_over = table_words("hand_over")
    waiting = {"kind": "Midwifery to health visiting", "to_agency_id": "Alder health visiting"}
    assert hand_over.line(waiting).endswith("to Alder health visiting, not accepted yet")
    accepted = {**waiting, "accepted_on": "3 March 2026", "accepted_by": "Hal Holt"}
    assert hand_over.line(accepted).endswith("to Alder health visiting, accepted by Hal Holt")


def test_a_line_never_has_an_address_or_a_name_of_somebody_by_itself() -> None:
    for name in ("address", "other_name", "person"):
        named = {column for piece in table_words(name).pieces for column, _ in NAMED.findall(piece)}
        assert named.isdisjoint({"address", "postcode", "given_name", "family_name", "nhs_number"})


def test_an_entry_stands_in_a_chronology_on_a_day() -> None:
    for table in TABLES.values():
        days = table_words(table.name).day
        assert all(table.column(day).kind is Kind.DATE for day in days)
        assert bool(days) or not table.is_about_child, table.name
        assert bool(days) == bool(table_words(table.name).pieces), table.name
        assert table.happened_on in (None, *days)


# How they read


def test_words_are_plain_and_british() -> None:
    for where, text in _every_text():
        assert not JARGON.search(text), f"{where}: {text}"
        assert not AMERICAN.search(text), f"{where}: {text}"
        assert not BY_THE_SCREENS_OWN_NAME.search(text), f"{where}: {text}"


def test_labels_are_short_and_begin_with_a_capital() -> None:
    for verb in every_verb().values():
        for field in verb.fields.values():
            where = f"{verb.name}.{field.name}: {field.label}"
            assert len(field.label) <= LONGEST_LABEL, where
            assert len(field.hint) <= LONGEST_HINT, where
            assert field.label[0].isupper(), where
            assert field.label[-1] not in ".:", where


def test_titles_and_buttons_say_what_to_do_and_what_was_done_is_a_sentence() -> None:
    for verb in every_verb().values():
        assert verb.title[0].isupper(), verb.name
        assert verb.title[-1] not in ".?:", verb.name
        assert len(verb.button.split()) <= 5, verb.name
        assert verb.says_done.endswith("."), verb.name
        assert verb.hint == "" or verb.hint.endswith("."), verb.name


def test_no_two_verbs_have_the_same_title() -> None:
    assert [title for title, times in Counter(v.title for v in every_verb().values()).items() if times > 1] == []


def test_words_about_a_loss_are_quiet() -> None:
    for name in LOSSES:
        words = words_of(name)
        said = " ".join([words.title, words.button, words.hint, words.says_done])
        assert not CHEERFUL.search(said)
        assert words.button == "Save"
        assert words.says_done.startswith("Recorded.")


# What is not understood is refused


def test_a_key_that_is_not_known_is_refused_with_its_file() -> None:
    with pytest.raises(WrongWords, match=r"verbs/x\.toml, observe: lable is not a key here\. Nearest: label\."):
        Written("verbs/x.toml, observe", {"lable": "What"}).only("label", "hint")


def test_a_column_or_code_that_is_not_there_is_refused() -> None:
    action = TABLES["action"]
    with pytest.raises(WrongWords, match="acepted_on is not a column of action here"):
        read_offered(Written("actions", {"unless": ["acepted_on"]}), action)
    with pytest.raises(WrongWords, match="soon is not a code of effect here"):
        read_offered(Written("actions", {"among": {"effect": ["soon"]}}), action)
    assert read_offered(Written("actions", {}), None) == Offered()


@pytest.mark.parametrize(
    ("value", "refused"),
    [({"order": "on"}, "order needs a list of texts"), ({"order": ["on", "on"]}, "order has something twice")],
)
def test_a_list_is_a_list_of_texts_without_any_twice(value: dict[str, object], refused: str) -> None:
    with pytest.raises(WrongWords, match=refused):
        Written("verbs/x.toml", value).texts("order")
