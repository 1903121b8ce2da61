"""A partnership's own settings file: what it may say, and how it is refused."""

from __future__ import annotations

from datetime import date

import pytest

from lapwing.lessons.settings import SETTINGS, ClockFrom, Established, Gestation, Stage, WrongSettings, read_overrides


@pytest.fixture
def read(tmp_path):
    """Reads settings written as TOML."""

    def _read(text):
        path = tmp_path / "our_area.toml"
        path.write_text(text, encoding="utf-8")
        return read_overrides(path)

    return _read


def refusal(read, text):
    with pytest.raises(WrongSettings) as refused:
        read(text)
    return refused.value.mistakes


def test_an_empty_file_changes_nothing(read):
    assert dict(read("")) == dict(SETTINGS)
    assert read("").overridden == ()
    assert read("").version == SETTINGS.version


def test_a_value_alone(read):
    settings = read('[settings]\n"prebirth.complete_by" = "30+0"\n"referral.ack_wd" = 2\n')
    assert settings.value("prebirth.complete_by") == Gestation(30, 0)
    assert settings.number("prebirth.complete_by") == 210
    assert settings.number("referral.ack_wd") == 2
    assert settings.overridden == ("referral.ack_wd", "prebirth.complete_by")
    assert settings.version not in (SETTINGS.version, read('[settings]\n"referral.ack_wd" = 2\n').version)
    assert SETTINGS.number("referral.ack_wd") == 1


def test_a_value_with_who_confirmed_it(read):
    settings = read("""
        [settings."prebirth.complete_by"]
        value = "30+0"
        unit = "gestation"
        confirmed_by = "Head of safeguarding"
        confirmed_on = 2026-05-01
        source = "Our pre-birth procedure, section 3"
        edition = "Fourth edition"
    """)
    each = settings["prebirth.complete_by"]
    assert each.confirmed == "Head of safeguarding, 2026-05-01"
    assert each.confirmed_on == date(2026, 5, 1)
    assert each.source_note == ""
    assert (each.source, each.edition) == ("Our pre-birth procedure, section 3", "Fourth edition")
    assert each.shipped_value == Gestation(28, 0)


def test_an_own_value_no_longer_rests_on_the_shipped_source(read):
    each = read('[settings]\n"assessment.max_wd" = 40\n')["assessment.max_wd"]
    assert each.source == "Set locally; no source given"
    assert each.edition == "local"
    assert each.established is Established.INFERENCE
    assert each.source_note == "source to confirm"


def test_confirming_the_shipped_value(read):
    settings = read('[settings."prebirth.start_by"]\nconfirmed_by = "Head"\nconfirmed_on = 2026-05-01\n')
    each = settings["prebirth.start_by"]
    assert each.value == SETTINGS.value("prebirth.start_by")
    assert each.source == SETTINGS["prebirth.start_by"].source
    assert each.source_note == ""
    assert settings.overridden == ()
    assert settings.version == SETTINGS.version


def test_a_list_is_switched_and_worded_code_by_code(read):
    settings = read("""
        [settings."prebirth.triggers".value]
        late_booking = false
        social_isolation = true
        homelessness = "Homelessness, or three moves within a year"
        poverty = "Debt that leaves too little to eat"
    """)
    before, now = SETTINGS.codes("prebirth.triggers"), settings.codes("prebirth.triggers")
    assert set(before) - set(now) == {"late_booking"}
    assert set(now) - set(before) == {"social_isolation", "poverty"}
    wordings = {entry.code: entry.wording for entry in settings.value("prebirth.triggers")}
    assert wordings["homelessness"] == "Homelessness, or three moves within a year"
    assert settings.overridden == ("prebirth.triggers",)
    assert settings.version != SETTINGS.version


def test_stages_of_escalation_are_replaced_whole(read):
    settings = read("""
        [[settings."escalation.stages".value]]
        stage = 1
        who = "Team managers"
        clock_wd = 3
        clock_from = "decision_received"

        [[settings."escalation.stages".value]]
        stage = 2
        who = "Directors"
        clock_wd = 4
        clock_from = "previous_stage"
    """)
    assert settings.stages("escalation.stages") == (
        Stage(1, "Team managers", 3, ClockFrom.DECISION_RECEIVED),
        Stage(2, "Directors", 4, ClockFrom.PREVIOUS_STAGE),
    )


def _written(each):
    """A setting's value as a partnership would write it."""
    if isinstance(each.value, tuple) and isinstance(each.value[0], Stage):
        rows = [
            f'{{ stage = {s.stage}, who = "{s.who}", clock_wd = {s.clock_wd}, clock_from = "{s.clock_from}" }}'
            for s in each.value
        ]
        return f"value = [{', '.join(rows)}]"
    if isinstance(each.value, tuple):
        return f"value = {{ {', '.join(f'{entry.code} = {str(entry.on).lower()}' for entry in each.value)} }}"
    return f"value = {each.value}" if isinstance(each.value, int) else f'value = "{each.value}"'


def test_the_whole_register_written_out_reads_back_the_same(read):
    text = "\n".join(f'[settings."{key}"]\nunit = "{each.unit}"\n{_written(each)}' for key, each in SETTINGS.items())
    settings = read(text)
    assert dict(settings) == dict(SETTINGS)
    assert settings.version == SETTINGS.version


REFUSALS = [
    (
        '"prebirth.complet_by" = "28+0"',
        "prebirth.complet_by",
        "there is no such setting. Nearest: prebirth.complete_by",
    ),
    ('"nothing like it" = 1', "nothing like it", "there is no such setting. Nothing comes near it."),
    (
        '"assessment.max_wd" = "45"',
        "assessment.max_wd",
        'has "45"; needs a whole number of working days from 20 to 60.',
    ),
    ('"assessment.max_wd" = 450', "assessment.max_wd", "has 450; needs a whole number of working days from 20 to 60."),
    ('"suppress.below" = true', "suppress.below", "has true; needs a whole number from 2 to 20."),
    ('"weight.loss_pct" = 10.5', "weight.loss_pct", "has 10.5; needs a whole number of percent from 5 to 15."),
    (
        '"prebirth.complete_by" = 28',
        "prebirth.complete_by",
        'has 28; needs weeks+days of gestation such as "28+0", weeks from 0 to 45 and days from 0 to 6.',
    ),
    (
        '"prebirth.complete_by" = "39+0"',
        "prebirth.complete_by",
        'has "39+0"; needs weeks+days of gestation from 20+0 to 38+0.',
    ),
    (
        '"prebirth.complete_by" = { value = "28+0", unit = "weeks" }',
        "prebirth.complete_by",
        'unit has "weeks"; needs "gestation", or leave it out.',
    ),
    (
        '"icpc.clock" = "first"',
        "icpc.clock",
        'has "first"; needs one of: section_47_strategy_discussion, last_strategy_discussion.',
    ),
    ('"partnership.name" = ""', "partnership.name", 'has ""; needs a text of one line, at most 200 characters.'),
    (
        '"prebirth.triggers" = ["alcohol"]',
        "prebirth.triggers",
        "has an array of 1; needs a table that sets codes to true, to false, or to the area's own words for them.",
    ),
    (
        '"prebirth.triggers".value.late_bookin = false',
        "prebirth.triggers",
        "late_bookin is no code of this list. Nearest: late_booking",
    ),
    (
        '"prebirth.triggers".late_booking = false',
        "prebirth.triggers",
        'late_booking is a code of this list; put it under [settings."prebirth.triggers".value].',
    ),
    (
        '"prebirth.triggers".value.late_booking = 3',
        "prebirth.triggers",
        "late_booking has 3; needs a text of one line, at most 200 characters.",
    ),
    (
        '"referral.ack_wd" = { valu = 1 }',
        "referral.ack_wd",
        "valu is not read here. Nearest: value. It reads: value, unit, source, edition, confirmed_by, confirmed_on.",
    ),
    (
        '"referral.ack_wd" = { unit = "working_days" }',
        "referral.ack_wd",
        "has no value; needs one, or confirmed_by and confirmed_on to confirm the shipped value.",
    ),
    (
        '"referral.ack_wd" = { value = 1, confirmed_by = "Head" }',
        "referral.ack_wd",
        "has no confirmed_on; a confirmation needs both confirmed_by and confirmed_on.",
    ),
    (
        '"referral.ack_wd" = { value = 1, confirmed_by = "Head", confirmed_on = "1 May" }',
        "referral.ack_wd",
        "confirmed_on has '1 May'; needs a date without quotes, such as 2026-05-01.",
    ),
    ('"referral.ack_wd" = { value = 1, source = 3 }', "referral.ack_wd", "source needs words in quotes."),
    (
        "prebirth.complete_by = '28+0'",
        "prebirth",
        'is a group of settings, not one. Write the whole key in quotes: [settings."prebirth.complete_by"].',
    ),
    (
        '"escalation.stages" = []',
        "escalation.stages",
        "has an array of 0; needs an array of 1 to 6 stages, each a table with stage, who, clock_wd, clock_from.",
    ),
    (
        '"prebirth.start_by" = "29+0"',
        "prebirth.start_by",
        "has 29+0 weeks; needs no more than prebirth.complete_by, which is 28+0 weeks.",
    ),
    (
        '"observation.within_days" = 7\n"observation.within_young_days" = 9',
        "observation.within_young_days",
        "has 9 calendar days; needs no more than observation.within_days, which is 7 calendar days.",
    ),
    (
        '"prebirth.action_started_wd" = 8',
        "prebirth.action_started_wd",
        "has 8 working days; needs no less than prebirth.action_assigned_wd, which is 10 working days.",
    ),
]
"""A line under [settings], the key that the refusal names, and what it says."""


@pytest.mark.parametrize(("line", "key", "said"), REFUSALS, ids=[line for line, _, _ in REFUSALS])
def test_each_refusal_says_what_it_has_and_what_it_needs(read, line, key, said):
    (mistake,) = refusal(read, f"[settings]\n{line}\n")
    assert mistake.startswith(f'our_area.toml, settings."{key}": {said}')


def test_all_mistakes_at_once(read):
    mistakes = refusal(
        read,
        """
        [settings]
        "referral.ack_wd" = "one"
        "prebirth.complet_by" = "28+0"

        [settings."prebirth.triggers".value]
        late_bookin = false
        alchohol = true

        [settings."assessment.max_wd"]
        value = 450
        unit = "weeks"
        confirmed_by = ""

        [partnership]
        name = "Ours"
    """,
    )
    assert [mistake.split(":")[0] for mistake in mistakes] == [
        "our_area.toml, partnership",
        'our_area.toml, settings."referral.ack_wd"',
        'our_area.toml, settings."prebirth.complet_by"',
        'our_area.toml, settings."prebirth.triggers"',
        'our_area.toml, settings."prebirth.triggers"',
        *['our_area.toml, settings."assessment.max_wd"'] * 4,
    ]


def test_the_refusal_of_a_file_counts_its_mistakes(read):
    with pytest.raises(WrongSettings) as refused:
        read('[settings]\n"referral.ack_wd" = 9\n"suppress.below" = 0\n')
    assert str(refused.value) == (
        "our_area.toml cannot be used: 2 mistakes.\n"
        '- our_area.toml, settings."referral.ack_wd": has 9; needs a whole number of working days from 1 to 3.\n'
        '- our_area.toml, settings."suppress.below": has 0; needs a whole number from 2 to 20.'
    )


def test_mistakes_in_stages_are_told_stage_by_stage(read):
    mistakes = refusal(
        read,
        """
        [settings]
        "escalation.stages" = [
          { stage = 1, who = "Managers", clock_wd = 90, clock_from = "previous_stage" },
          { stage = 3, who = "Directors", clock_wd = 4, clock_from = "previous_stage" },
          { stage = 3, who = "Directors", clock_wd = 4, clock_from = "yesterday" },
          { stage = 4, who = "Directors" },
        ]
    """,
    )
    assert [mistake.partition(": ")[2] for mistake in mistakes] == [
        "Stage 1 has 90; needs a whole number of working days from 1 to 30.",
        "Stage 2 is numbered 3; stages are numbered from 1, without a gap.",
        'Stage 3 has "yesterday"; needs one of: disagreement_raised, decision_received, previous_stage.',
        'Stage 4 has "stage, who"; needs each of stage, who, clock_wd, clock_from, and nothing else.',
    ]


def test_a_file_that_cannot_be_read(tmp_path):
    with pytest.raises(WrongSettings, match=r"missing\.toml: it cannot be read: No such file or directory\."):
        read_overrides(tmp_path / "missing.toml")


def test_a_file_that_is_not_toml(read):
    (mistake,) = refusal(read, "settings are good")
    assert mistake.startswith("our_area.toml: it is not TOML: ")
    assert "line 1" in mistake


def test_a_file_in_another_encoding(tmp_path):
    path = tmp_path / "our_area.toml"
    path.write_bytes('[settings]\n"partnership.name" = "Café"\n'.encode("latin-1"))
    with pytest.raises(WrongSettings, match=r"it is not text in UTF-8; save it as such\."):
        read_overrides(path)


def test_a_byte_order_mark_does_no_harm(tmp_path):
    path = tmp_path / "our_area.toml"
    path.write_text('[settings]\n"referral.ack_wd" = 2\n', encoding="utf-8-sig")
    assert read_overrides(str(path)).number("referral.ack_wd") == 2


def test_settings_that_are_no_table(read):
    assert refusal(read, "settings = 3") == ("our_area.toml, settings: must be a table headed [settings].",)
