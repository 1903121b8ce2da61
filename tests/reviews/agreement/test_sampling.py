"""Drawing a share of documents of every kind."""

from __future__ import annotations

from collections import Counter

import pytest
from double_coding import LINES, Double
from hypothesis import given
from hypothesis import strategies as st

from lapwing.reviews.agreement.sampling import By, allocation, draw, kinds_of
from lapwing.reviews.project import new_guid

KINDS = {at: "rare" if at < 2 else "common" for at in range(20)}
NAMES = {at: f"{at:02}.pdf" for at in range(20)}


@given(st.lists(st.integers(1, 200), min_size=1, max_size=12), st.floats(0.01, 1))
def test_every_stratum_gives_at_least_one_and_the_whole_comes_to_the_share(sizes: list[int], share: float) -> None:
    drawn = allocation(sizes, share)
    assert all(1 <= count <= size for count, size in zip(drawn, sizes, strict=True))
    wanted = round(sum(sizes) * share)
    raised = sum(max(0, 1 - int(size * share)) for size in sizes)
    assert max(wanted, len(sizes)) <= sum(drawn) <= max(wanted, len(sizes)) + raised


@given(st.lists(st.integers(20, 200), min_size=1, max_size=8), st.floats(0.1, 1))
def test_large_strata_give_their_share_to_within_one(sizes: list[int], share: float) -> None:
    for count, size in zip(allocation(sizes, share), sizes, strict=True):
        assert abs(count - size * share) < 1


def test_a_rare_kind_is_in_the_sample() -> None:
    found = draw(KINDS, NAMES, 0.2, seed=3)
    assert [(one.name, one.drawn, one.documents) for one in found.strata] == [("common", 3, 18), ("rare", 1, 2)]
    assert Counter(KINDS[at] for at in found.documents) == {"common": 3, "rare": 1}


def test_the_same_seed_draws_the_same_in_whatever_order_documents_were_read() -> None:
    turned = {19 - at: kind for at, kind in KINDS.items()}
    names = {19 - at: name for at, name in NAMES.items()}
    one, other = draw(KINDS, NAMES, 0.3, seed=5), draw(turned, names, 0.3, seed=5)
    assert [NAMES[at] for at in one.documents] == [names[at] for at in other.documents]


def test_other_seeds_draw_others() -> None:
    assert len({draw(KINDS, NAMES, 0.3, seed=seed).documents for seed in range(20)}) > 10


def test_a_whole_share_draws_everything() -> None:
    assert set(draw(KINDS, NAMES, 1, seed=1).documents) == set(KINDS)


class Sorted(Double):
    def born(self, reference: str, *ages: str, area: str = "") -> int:
        review = self.review(reference, *(f"{reference} child {at}" for at in range(len(ages))))
        self.project.connection.execute("UPDATE review SET area = ? WHERE review_id = ?", (area, review))
        incident = self.project.insert("incident", guid=new_guid(), review_id=review, label="incident")
        for at, age in enumerate(ages):
            child = self.child(f"{reference} child {at}")
            self.project.insert("child_in_incident", child_id=child, incident_id=incident, stated_age=age)
        return review


@pytest.fixture
def sorted_(double: Double) -> Sorted:
    double.__class__ = Sorted
    assert isinstance(double, Sorted)
    return double


def test_documents_are_told_apart_by_the_cohort_of_the_youngest_child(sorted_: Sorted) -> None:
    reviews = [
        sorted_.born("R1", "5 weeks"),
        sorted_.born("R2", "15 years", "8 months"),
        sorted_.born("R3", "16 years", ""),
        sorted_.born("R4", ""),
    ]
    documents = [*(sorted_.documents(1, review=one)[0] for one in reviews), *sorted_.documents(1)]
    found = kinds_of(sorted_.project, documents, By.COHORT)
    assert [found[at] for at in documents] == ["under 1", "under 1", "14 and over", "not known which", "no review"]


def test_documents_are_told_apart_by_area(sorted_: Sorted) -> None:
    reviews = [sorted_.born("R1", "5 weeks", area="Northvale"), sorted_.born("R2", "5 weeks")]
    documents = [*(sorted_.documents(1, review=one)[0] for one in reviews), *sorted_.documents(1)]
    found = kinds_of(sorted_.project, documents, By.AREA)
    assert [found[at] for at in documents] == ["Northvale", "not said", "no review"]


def test_documents_are_told_apart_by_length_in_thirds(double: Double) -> None:
    documents = [double.documents(1, *LINES, "More words. " * at)[0] for at in (5, 1, 9, 3, 7, 8)]
    found = kinds_of(double.project, documents, By.LENGTH)
    assert [found[at].split()[0] for at in documents] == [
        "middle",
        "shortest",
        "longest",
        "shortest",
        "middle",
        "longest",
    ]
