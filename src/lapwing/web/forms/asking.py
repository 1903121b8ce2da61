"""One verb asked of one person, about a child or about none: its record, what the address says, and its form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from inspect import Parameter, signature
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme

from lapwing.board.reading.kept import KeptEntry, is_open, kept_one
from lapwing.conduct import reading
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD, READ
from lapwing.conduct.permissions import NOT_HERE, check_user_can, user_can
from lapwing.conduct.verb import VERBS, Verb
from lapwing.records.store import NoSuchEntry
from lapwing.vocabulary.board import BOARD_TABLES
from lapwing.web.asking import acting
from lapwing.web.forms.choices import Choices
from lapwing.web.forms.correcting import FormOfCorrection
from lapwing.web.forms.of_contacts import FormOfContact
from lapwing.web.forms.of_verbs import FormOfVerb, may_be_in_address, steps_of
from lapwing.web.showing.assessments import gaps
from lapwing.web.showing.record import OpenRecord
from lapwing.web.templating import address

NOT_ENTRIES = (
    *("table", "key", "check", "subject", "answer", "glass", "account", "reconciliation", "token", "arises_from_key"),
)
"""What an address names besides entries, so that nobody is asked for it."""
SEEN_OF_ANOTHER = ("contribute", "go_without_contribution")
"""Verbs that change another entry than the one that the form is about: the request for a part, found by whose part it is."""
NEVER_ASKED = tuple(name for name in NOT_ENTRIES if name != "account")
OF_ITS_OWN: Mapping[str, type[FormOfVerb]] = {"correct": FormOfCorrection, "record_contact": FormOfContact}
"""Verbs whose form asks for more than their signature says."""
STAFF = ("agency", "practitioner")


@dataclass
class Asking:
    """A form as it is asked for: `fixed` names entries, `stepped` has what was answered on the pages before."""

    request: HttpRequest
    by: Acting
    verb: Verb
    record: OpenRecord | None
    choices: Choices
    fixed: dict[str, str]
    prefilled: dict[str, str]

    @property
    def here(self) -> str:
        """The address of this form, which is the name of its draft."""
        return self.request.get_full_path()

    @property
    def child(self) -> str | None:
        """The child whom it is about, where there is one."""
        return self.record.child if self.record is not None else None

    @property
    def seen(self) -> int | None:
        """The version of the entry that the verb acts on, as it stands now."""
        if self._of_the_board is not None:
            return self._of_the_board.version
        if self.record is None or self.verb.name in SEEN_OF_ANOTHER:
            return None
        named = [(table, self.fixed.get(name, "")) for name, table in self.verb.naming.items()]
        for table, key in [*named, (self.fixed.get("table", ""), self.fixed.get("key", ""))]:
            entry = self.record.entry(table, key)
            if entry is not None and table not in ("child", "pregnancy"):
                return entry.version
        return None

    @cached_property
    def _pages(self) -> tuple[QueryDict, FormOfVerb | None]:
        """What was answered on the pages before, and the form of the page that is next; None where that is the last one."""
        before = QueryDict(mutable=True)
        for names in steps_of(self.verb):
            asked = [name for name in names if name not in self.fixed]
            if not asked:
                continue
            is_sent = all(name in self.request.GET for name in asked)
            given = {"data": self.request.GET} if is_sent else {"initial": self.initial()}
            form = self._form(before=before, step=names, **given)
            if not is_sent or not form.is_valid():
                return before, form
            for name in asked:
                before.setlist(name, self.request.GET.getlist(name))
        return before, None

    def form_of_step(self) -> FormOfVerb | None:
        """The page that is asked next, of what is chosen from lists; None where the rest is asked at once."""
        return self._pages[1]

    def form(self, **given: Any) -> FormOfVerb:
        """The form, with what was answered on the pages before."""
        return self._form(before=self._pages[0], **given)

    def _form(self, **given: Any) -> FormOfVerb:
        form = OF_ITS_OWN.get(self.verb.name, FormOfVerb)(self.verb, self.choices, fixed=self.fixed, **given)
        if self.verb.name == "sign_off_assessment":
            self._ask_despite(form)
        return form

    def _ask_despite(self, form: FormOfVerb) -> None:
        """Who signs an assessment off in spite of gaps is asked why; where there are none, nobody is."""
        if self.gaps:
            form.fields["despite"].required = True
            form.fields["despite"].label = form.label("despite")
        else:
            del form.fields["despite"]

    @cached_property
    def gaps(self) -> list[str]:
        """What an assessment lacks that is being signed off."""
        entry = self.record.entry("assessment", self.fixed.get("assessment", "")) if self.record else None
        return gaps(self.by, self.record, entry) if self.record is not None and entry is not None else []

    def carried(self, form: FormOfVerb) -> list[tuple[str, str]]:
        """What the address says and the page of a step has to say again."""
        return [
            (name, value)
            for name in self.request.GET
            if name not in form.fields
            for value in self.request.GET.getlist(name)
        ]

    def back_to(self, name: str) -> str:
        """The address at which a question is asked that was answered before: without its page and those after it."""
        steps = steps_of(self.verb)
        first = next(place for place, names in enumerate(steps) if name in names)
        undone = {one for names in steps[first:] for one in names}
        kept = [(one, value) for one, value in self.request.GET.items() if one not in undone]
        return f"{self.request.path}?{urlencode(kept)}"

    def after(self) -> str:
        """Where one goes once it is done: where one came from, if that is here, or to the child."""
        wanted = self.request.GET.get("next", "")
        if wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
            return wanted
        return address("child", self.record.child) if self.record else address("home")

    def initial(self) -> dict[str, Any]:
        """Today, what is known already of what is being described anew, and what the address says."""
        return {"on": self.by.today} | self._known() | self.prefilled

    @cached_property
    def _of_the_board(self) -> KeptEntry | None:
        """The entry of the Board's that the verb acts on, where one is named that this reader may see."""
        if self.by.account.role not in BOARD:
            return None
        for name, table in self.verb.naming.items():
            if name in self.fixed and table in BOARD_TABLES and is_open(BOARD_TABLES[table]):
                return kept_one(by=self.by, table=table, key=self.fixed[name])
        return None

    def _known(self) -> dict[str, Any]:
        if self._of_the_board is not None:
            return {
                column.removesuffix("_id"): value
                for column, value in self._of_the_board.values.items()
                if value is not None and self.verb.name.startswith("revise_")
            }
        for name, table in self.verb.naming.items():
            entry = self.record.entry(table, self.fixed.get(name, "")) if self.record is not None else None
            if entry is not None and table in ("person", "relationship"):
                return {column: value for column, value in entry.values.items() if value is not None}
        return {}


def asking_for(request: HttpRequest, verb: str, child: str | None) -> Asking:
    """What is asked for by a request; Refused or NoSuchEntry where it is not for this person."""
    if verb not in VERBS:
        raise Http404
    one, by = VERBS[verb], acting(request)
    check_user_can(verb, one.may, by=by, child=child)
    opened = child is not None and user_can("read", READ, by=by, child=child)
    record = OpenRecord(reading.read_child(by=by, child=child)) if opened and child is not None else None
    stepped = {name for names in steps_of(one) for name in names}
    given = {name: str(value) for name, value in request.GET.items()}
    parameters = signature(one.body).parameters
    may_name = {name for name in (*one.naming, *NOT_ENTRIES) if name in parameters} - stepped
    fixed = {name: value for name, value in given.items() if value and name in may_name}
    if record is not None:
        _check_of_this_record(one, record, fixed)
    elif child is not None and "child" in parameters:
        fixed["child"] = child
    _check_names_all(one, fixed)
    prefilled = {name: value for name, value in given.items() if name not in fixed and may_be_in_address(one, name)}
    return Asking(request, by, one, record, Choices(by, record), fixed, prefilled)


def _check_of_this_record(verb: Verb, record: OpenRecord, fixed: Mapping[str, str]) -> None:
    """NoSuchEntry where an address names an entry that is not of this child's record, or not for this reader."""
    for name, key in fixed.items():
        table = fixed.get("table") if name == "key" else verb.naming.get(name)
        if table is None or table in STAFF:
            continue
        if record.entry(table, key) is None and key not in record.people and key != record.child:
            raise NoSuchEntry(NOT_HERE)


def _check_names_all(verb: Verb, fixed: Mapping[str, str]) -> None:
    """Not found where an address does not name what nobody can be asked for, such as the finding that is answered."""
    parameters = signature(verb.body).parameters
    needed = [name for name in NEVER_ASKED if name in parameters and parameters[name].default is Parameter.empty]
    numbers = [key for name, key in fixed.items() if parameters[name].annotation in ("int", "int | None")]
    if any(name not in fixed for name in needed) or not all(map(str.isdecimal, numbers)):
        raise Http404
