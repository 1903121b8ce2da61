"""Facts over frames: one wide frame for each subject, a row for each member, a column for each fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from typing import Any, cast

import narwhals as nw

from lapwing.engine.known import Frame, KnownRecords, settled
from lapwing.engine.plan import FactPlan, rest_on
from lapwing.language.expressions import And, Constant, Expression, cases, unknown
from lapwing.language.frames import values_alone, with_values
from lapwing.language.rows import Given
from lapwing.vocabulary.facts import ColumnName, Derived, Fact, Gathered, How, Its, Link, Own, Subject, Wider, facts_in
from lapwing.vocabulary.tables import Table

AT_ONCE = 2
"""So many subjects are worked on at the same time: an engine leaves a core idle between one small piece and the next."""


@dataclass
class FactFrames:
    """Works out the facts of a plan over known records."""

    plan: FactPlan
    records: KnownRecords
    given: Given
    silent: Iterable[Fact]
    done: dict[type[Subject], Frame] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.silent = frozenset(self.silent)

    def in_turn(self) -> Iterator[type[Subject]]:
        """Every subject as its facts are done; what no other rests on any more is let go when the next is asked for.

        Subjects that do not rest on each other are worked on at the same time.
        """
        needs = rest_on(self.plan)
        begun: dict[Future[Frame], type[Subject]] = {}
        waiting = dict.fromkeys(self.plan.subjects)
        with ThreadPoolExecutor(AT_ONCE) as workers:
            while waiting or begun:
                for subject in [one for one in waiting if needs[one].isdisjoint({*waiting, *begun.values()})]:
                    del waiting[subject]
                    begun[workers.submit(self._members, subject)] = subject
                for future in wait(begun, return_when=FIRST_COMPLETED).done:
                    subject = begun.pop(future)
                    self.done[subject] = future.result()
                    yield subject
                    self._let_go(needs[subject] | {subject}, {one: needs[one] for one in (*waiting, *begun.values())})

    def _let_go(self, of: Iterable[type[Subject] | Table], still: Mapping[Any, frozenset[Any]]) -> None:
        """Forgets those of some subjects and tables that nothing still to be worked out rests on."""
        for one in frozenset(of).difference(*still.values()):
            if isinstance(one, Table):
                self.records.let_go(one.name)
            else:
                self.done.pop(one, None)

    def given_for(self, subject: type[Subject]) -> Given:
        """The givens, blind to the subject's own silent facts."""
        return replace(self.given, blind=blind_names(subject, self.silent))

    def _members(self, subject: type[Subject]) -> Frame:
        """The subject's members with their facts; whoever cannot be one is left out as soon as that is known."""
        given = self.given_for(subject)
        frame, asked = self._base(subject), frozenset[str]()
        for facts in ([], *self._waves(self.plan.first[subject])):
            frame = self._add(frame, subject, facts, given)
            frame, asked = self._narrowed(frame, subject, asked, given)
        frame = settled(self._where(frame, subject.members, given))
        for facts in self._waves(self.plan.then[subject]):
            frame = self._add(frame, subject, facts, given)
        return settled(frame)

    def _narrowed(
        self, frame: Frame, subject: type[Subject], asked: frozenset[str], given: Given
    ) -> tuple[Frame, frozenset[str]]:
        """Without the rows that a condition on members shuts out, for each that can be answered now and was not before."""
        columns = frozenset(frame.collect_schema().names())
        for condition in conditions_of(subject.members):
            names = {fact.name for fact in facts_in(condition)}
            if names <= columns and not names <= asked:
                frame = self._where(frame, condition, given)
        return frame, columns

    def _where(self, frame: Frame, condition: Expression, given: Given) -> Frame:
        frame = with_values(frame, {"_holds": condition}, given)
        return frame.filter(nw.col("_holds").fill_null(False)).drop("_holds")

    def _base(self, subject: type[Subject]) -> Frame:
        """The subject's own rows: its key and its own columns under the names of their facts."""
        wanted = {fact.name: fact for fact in (*self.plan.first[subject], *self.plan.then[subject])}
        wanted |= {name: subject.facts()[name] for name in subject.key()}
        own = {name: fact.definition.column for name, fact in wanted.items() if isinstance(fact.definition, Own)}
        frame = self.records.of(subject.table.name)
        if subject.beside is None:
            return frame.select(*(nw.col(column.name).alias(name) for name, column in own.items()))
        one, other = (self._side(subject, table, own) for table in (subject.table, subject.beside))
        return one.join(other, on="_child", how="inner").drop("_child")

    def _side(self, subject: type[Subject], table: Table, own: Mapping[str, ColumnName]) -> Frame:
        """One of two tables that are paired, without the rows that cannot be in any pair that is looked at."""
        names = {name: column.name for name, column in own.items() if column.table is table}
        side = self.records.of(table.name).select(
            nw.col("child_id").alias("_child"), *(nw.col(column).alias(name) for name, column in names.items())
        )
        return self._narrowed(side, subject, frozenset(), self.given_for(subject))[0]

    def _waves(self, facts: Iterable[Fact]) -> Iterator[list[Fact]]:
        """The facts in an order in which each comes after those that it is worked out from."""
        waiting = [fact for fact in facts if not isinstance(fact.definition, Own)]
        while waiting:
            unmet = set(waiting)
            ready = [fact for fact in waiting if not unmet.intersection(fact.needs())]
            yield ready
            waiting = [fact for fact in waiting if fact not in set(ready)]

    def _add(self, frame: Frame, subject: type[Subject], facts: list[Fact], given: Given) -> Frame:
        """The frame with these facts, none of which rests on another of them; joined in one piece of work."""
        groups = _grouped(
            facts, Gathered, lambda one: (one.rows, tuple((x.column, x.fact) for x in one.links), _asks_its(one))
        )
        frame = known = _numbered(settled(frame)) if groups else frame
        for child, wider in _grouped(facts, Wider, lambda wide: wide.fact.subject).items():
            renamed = [nw.col(fact.definition.fact.name).alias(fact.name) for fact in wider]  # type: ignore[union-attr]
            frame = frame.join(self.done[child].select("child_id", *renamed), on="child_id", how="left")
        for (rows, _links, asks_its), gathered in groups.items():
            related = self.records.of(rows.name) if isinstance(rows, Table) else self.done[rows]
            gather = _gathered_paired if asks_its else _gathered_apart
            frame = _joined(frame, *gather(known, subject, related, gathered, given))
            frame = frame.with_columns(*(_settled(fact, fact in self.silent) for fact in gathered))
        derived = {fact.name: fact.definition.expression for fact in facts if isinstance(fact.definition, Derived)}
        return with_values(frame, derived, given) if derived else frame


def conditions_of(members: Expression) -> Iterator[Expression]:
    """The conditions that must all hold of a member, down to the smallest."""
    if isinstance(members, And):
        yield from conditions_of(members.left)
        yield from conditions_of(members.right)
    elif isinstance(members, Fact) and isinstance(members.definition, Derived):
        yield from conditions_of(members.definition.expression)
    else:
        yield members


def blind_names(subject: type[Subject], silent: Iterable[Fact]) -> frozenset[str]:
    """The names under which a subject's silent facts appear, in its own expressions and in conditions."""
    names = [fact.name for fact in silent if fact.subject is subject]
    return frozenset([*names, *(f"its__{name}" for name in names)])


def masked(fact: Fact) -> Expression:
    """What one row gives to a gathered fact: its column where the condition holds, and nothing elsewhere."""
    gathered = fact.definition
    assert isinstance(gathered, Gathered)  # noqa: S101
    column = gathered.column if gathered.column is not None else Constant(1)
    if gathered.where is None:
        return column
    return cases((gathered.where.is_true(), column), otherwise=unknown(column.type))


def _grouped(facts: list[Fact], kind: type, by: Any) -> Mapping[Any, list[Fact]]:
    groups: dict[Any, list[Fact]] = {}
    for fact in facts:
        if isinstance(fact.definition, kind):
            groups.setdefault(by(fact.definition), []).append(fact)
    return groups


def _asks_its(gathered: Gathered) -> bool:
    return gathered.where is not None and any(isinstance(part, Its) for part in gathered.where.walk())


def _aggregated(fact: Fact) -> list[nw.Expr]:
    column = nw.col(f"_{fact.name}")
    match fact.definition.how:  # type: ignore[union-attr]
        case How.EARLIEST:
            return [column.min().alias(fact.name)]
        case How.LATEST:
            return [column.max().alias(fact.name)]
        case How.ONLY:
            return [column.min().alias(fact.name), column.max().alias(f"_{fact.name}_most")]
        case _:
            return [column.sum().alias(fact.name)]


def _settled(fact: Fact, is_silent: bool) -> nw.Expr:
    """The gathered column as the fact: counts filled where no row belongs, and silence kept."""
    column, how = nw.col(fact.name), fact.definition.how  # type: ignore[union-attr]
    if how is How.ONLY:
        agreed = column == nw.col(f"_{fact.name}_most")
        return nw.when(agreed.fill_null(False)).then(column).alias(fact.name)
    if how is How.COUNT:
        count = column.fill_null(0).cast(nw.Int64)
        return (nw.lit(None, dtype=nw.Int64) if is_silent else count).alias(fact.name)
    if how is How.ANY:
        found = column.fill_null(0) > 0
        return (nw.when(found).then(nw.lit(True)) if is_silent else found).alias(fact.name)
    return column.alias(fact.name)


NUMBER = "_number"
"""The column of a number that each subject has on Polars, which groups and joins sooner than its keys do."""


def _numbered(frame: Frame) -> Frame:
    if frame.implementation.is_pyspark() or NUMBER in frame.collect_schema():
        return frame
    return cast(Frame, nw.from_native(frame.to_native().with_row_index(NUMBER)))


def _joined(frame: Frame, gathered: Frame, ours: list[str]) -> Frame:
    """The frame with what was gathered, whose links stand in columns of their own."""
    theirs = [f"_link_{place}" for place in range(len(ours))]
    return frame.join(gathered, left_on=ours, right_on=theirs, how="left")


def _gathered_apart(
    frame: Frame, subject: type[Subject], related: Frame, facts: list[Fact], given: Given
) -> tuple[Frame, list[str]]:
    """Gathered from rows that need know nothing of the subject but its link, and the facts that this joins on."""
    links: tuple[Link, ...] = facts[0].definition.links  # type: ignore[union-attr]
    by, ours = [link.column for link in links], [link.fact.name for link in links]
    related = related.join(frame.select(*ours), left_on=by, right_on=ours, how="semi")
    wanted = values_alone(related, by, {f"_{fact.name}": masked(fact) for fact in facts}, given)
    gathered = wanted.group_by(*by).agg(*(one for fact in facts for one in _aggregated(fact)))
    return gathered.rename({column: f"_link_{place}" for place, column in enumerate(by)}), ours


def _gathered_paired(
    frame: Frame, subject: type[Subject], related: Frame, facts: list[Fact], given: Given
) -> tuple[Frame, list[str]]:
    """Gathered from rows compared one by one with the subject they belong to, and what tells subjects apart."""
    own = [NUMBER] if NUMBER in frame.collect_schema() else list(subject.key())
    links: tuple[Link, ...] = facts[0].definition.links  # type: ignore[union-attr]
    asked = {part.fact.name for fact in facts for part in masked(fact).walk() if isinstance(part, Its)}
    side = frame.select(
        *(nw.col(name).alias(f"_key_{name}") for name in own),
        *(nw.col(name).alias(f"its__{name}") for name in sorted(asked)),
        *(nw.col(link.fact.name).alias(f"_by_{place}") for place, link in enumerate(links)),
    )
    by = [f"_by_{place}" for place in range(len(links))]
    pairs = related.join(side, left_on=[link.column for link in links], right_on=by, how="inner")
    keys = [f"_key_{name}" for name in own]
    wanted = values_alone(pairs, keys, {f"_{fact.name}": masked(fact) for fact in facts}, given)
    gathered = wanted.group_by(*keys).agg(*(one for fact in facts for one in _aggregated(fact)))
    return gathered.rename({key: f"_link_{place}" for place, key in enumerate(keys)}), own
