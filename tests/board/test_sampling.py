"""Drawing from a seed: the same gives the same, whatever the order, and each method does what it says."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from lapwing.board.sampling import allotted, digest, draw, in_order

KEYS = st.sets(st.text(min_size=1, max_size=8), min_size=1, max_size=40)
GROUPED = st.dictionaries(st.text(min_size=1, max_size=8), st.sampled_from("abc"), min_size=1, max_size=40)
SEEDS = st.integers(0, 10**9)


@given(GROUPED, SEEDS, st.integers(1, 20), st.randoms(use_true_random=False))
def test_a_sample_is_the_same_in_whatever_order_the_population_comes(
    population: dict[str, str], seed: int, size: int, shuffling: Random
) -> None:
    shuffled = list(population.items())
    shuffling.shuffle(shuffled)
    assert draw(dict(shuffled), seed=seed, size=size) == draw(population, seed=seed, size=size)


@given(GROUPED, SEEDS, st.integers(1, 60))
def test_as_many_are_drawn_as_asked_for_or_as_there_are_and_nobody_twice(
    population: dict[str, str], seed: int, size: int
) -> None:
    sample = draw(population, seed=seed, size=size)
    keys = [one.key for one in (*sample.drawn, *sample.reserve)]
    assert len(sample.drawn) == min(size, len(population))
    assert len(set(keys)) == len(keys)
    assert set(keys) <= set(population)
    assert all(one.stratum == population[one.key] for one in (*sample.drawn, *sample.reserve))


@given(GROUPED, SEEDS, st.integers(1, 40))
def test_every_group_gives_one_where_there_is_room_and_otherwise_in_proportion(
    population: dict[str, str], seed: int, size: int
) -> None:
    groups = set(population.values())
    drawn = [one.stratum for one in draw(population, seed=seed, size=size).drawn]
    if size >= len(groups):
        assert set(drawn) == groups
    for group in groups:
        share = size * list(population.values()).count(group) / len(population)
        assert drawn.count(group) <= share + len(groups)


@given(KEYS, SEEDS, st.integers(1, 10))
def test_a_random_sample_is_the_first_of_the_order_and_the_reserve_the_next(
    keys: set[str], seed: int, size: int
) -> None:
    sample, order = draw(dict.fromkeys(keys, ""), seed=seed, size=size), in_order(keys, seed)
    assert [one.key for one in sample.drawn] == order[:size]
    assert [one.key for one in sample.reserve] == order[size : 2 * size]


@given(KEYS, SEEDS, st.integers(1, 10))
def test_whoever_comes_to_be_there_later_changes_nothing_but_their_own_place(
    keys: set[str], seed: int, size: int
) -> None:
    order, longer = in_order(keys, seed), in_order(keys | {"somebody else"}, seed)
    assert [one for one in longer if one != "somebody else" or one in keys] == order


def test_every_child_is_drawn_about_as_often_as_every_other() -> None:
    keys = {str(number): "" for number in range(20)}
    drawn = [one.key for seed in range(2_000) for one in draw(keys, seed=seed, size=5).drawn]
    often = [drawn.count(key) for key in keys]
    assert min(often) >= 430
    assert max(often) <= 570  # each of 20 is expected 500 times, with a spread of 19


def test_groups_give_by_their_size_with_the_largest_remainders() -> None:
    assert allotted({"a": 70, "b": 20, "c": 10}, 10) == {"a": 7, "b": 2, "c": 1}
    assert allotted({"a": 97, "b": 2, "c": 1}, 10) == {"a": 8, "b": 1, "c": 1}
    assert allotted({"a": 2, "b": 1}, 10) == {"a": 2, "b": 1}
    assert allotted({"a": 5, "b": 5, "c": 5}, 2) == {"a": 0, "b": 1, "c": 1}


@given(GROUPED, SEEDS)
def test_a_sign_of_a_population_changes_with_whoever_is_in_it(population: dict[str, str], seed: int) -> None:
    sign = digest(population, f"round {seed}")
    assert sign == digest(dict(sorted(population.items())), f"round {seed}")
    assert sign != digest({**population, "somebody else": "a"}, f"round {seed}")
    assert sign != digest(population, f"another {seed}")
