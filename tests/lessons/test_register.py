"""Reading the shipped register: the same from its files each time, and refused where it does not hold together."""

from __future__ import annotations

import copy
import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest

from lapwing.lessons.register import SUBJECTS, WrongRegister, read_register
from lapwing.lessons.settings import SETTINGS, Settings


@pytest.fixture
def documents():
    folder = files("lapwing.lessons") / "settings_register"
    return {name: tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in SUBJECTS}


def test_the_version_is_stable_and_changes_with_any_value(documents):
    again = read_register(documents)
    assert again.version == SETTINGS.version
    assert hash(again) == hash(SETTINGS)
    versions = {SETTINGS.version}
    for key, each in SETTINGS.items():
        changed = replace(each, value=(*each.value[:-1],) if isinstance(each.value, tuple) else "changed")
        versions.add(Settings({**SETTINGS, key: changed}).version)
    assert len(versions) == len(SETTINGS) + 1


@pytest.mark.parametrize(
    ("subject", "key", "change", "said"),
    [
        ("weight", "weight.loss_pct", {"unit": "stones"}, "'stones' is not a valid Unit"),
        ("weight", "weight.loss_pct", {"value": 99}, "has 99; needs a whole number of percent from 5 to 15."),
        ("weight", "weight.loss_pct", {"lessons": ["P99.1"]}, 'has "P99.1"; needs the id of a lesson.'),
        ("weight", "weight.loss_pct", {"plausible": [15, 5]}, "needs bounds with the lower one first."),
        ("weight", "weight.loss_pct", {"basis": "custom"}, "'custom' is not a valid Basis"),
        ("weight", "weight.max_gap_days", {"value": 42, "not_more_than": "weight.regain_days"}, "which is more than"),
        ("weight", "weight.max_gap_days", {"not_more_than": "weight.nothing"}, "not_more_than names no setting."),
        ("weight", "weight.vulnerable", {"value": []}, "needs an array of tables with code, wording and on."),
    ],
)
def test_a_register_that_does_not_hold_together_is_refused(documents, subject, key, change, said):
    spoilt = copy.deepcopy(documents)
    spoilt[subject]["settings"][key].update(change)
    with pytest.raises(WrongRegister) as refused:
        read_register(spoilt)
    assert key in str(refused.value)
    assert said in str(refused.value)


def test_a_register_entry_that_lacks_a_field_is_refused(documents):
    del documents["weight"]["settings"]["weight.loss_pct"]["governs"]
    with pytest.raises(WrongRegister, match=r"weight\.toml, weight\.loss_pct: has no governs\."):
        read_register(documents)


def test_a_key_stands_once(documents):
    documents["health"]["settings"]["weight.loss_pct"] = documents["weight"]["settings"]["weight.loss_pct"]
    with pytest.raises(WrongRegister, match="stand once"):
        read_register(documents)
