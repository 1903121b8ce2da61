"""Walking through Lapwing as a person does: by what stands on the page, by mouse, by keyboard alone, or without JavaScript.

Whoever walks finds things by their words and roles, never by how the page is built. Every page that is reached is looked
at: whether it can be read by everybody, asks nobody else for anything, and fits a telephone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from journey import WIDE, axe

SMALL = {"width": 320, "height": 640}
FAR = 500
"""Nobody presses Tab more often than this to reach something."""


class Way(StrEnum):
    """How somebody walks."""

    MOUSE = "mouse"
    KEYBOARD = "keyboard"
    PLAIN = "without JavaScript"


@dataclass
class Seen:
    """Which kinds of pages axe has read in this run, and a page with JavaScript on which it reads what others were shown."""

    kinds: set[tuple[str, ...]] = field(default_factory=set)
    reader: Any = None


FOCUS_SHOWS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return "nothing";
  const box = one.getBoundingClientRect();
  const shown = one.matches("input[type=radio], input[type=checkbox]") && one.nextElementSibling
    ? getComputedStyle(one.nextElementSibling, "::before") : getComputedStyle(one);
  const marked = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  if (one.matches("main, [tabindex='-1']")) return "";
  if (box.width < 1 || box.height < 1) return "has no box: " + one.outerHTML.slice(0, 120);
  return marked(shown) || marked(getComputedStyle(one)) ? "" : "is not marked: " + one.outerHTML.slice(0, 120);
}"""
"""What is wrong with how the control in focus shows that it is: nothing, where all is well."""


class Walker:
    """Somebody at a browser: what they do to a page, and what they read there."""

    def __init__(self, context: Any, way: Way, base: str, seen: Seen) -> None:
        self.context, self.way, self.base, self.seen = context, way, base, seen
        self.faults: list[str] = []
        context.on("request", self._asks)
        context.on("console", self._hears)
        context.on("weberror", lambda fault: self.faults.append(f"script: {fault.error}"))
        self.page = context.new_page()

    def _asks(self, request: Any) -> None:
        if not request.url.startswith((self.base, "data:")):
            self.faults.append(f"asks elsewhere: {request.url}")

    def _hears(self, said: Any) -> None:
        is_refusal = said.text.startswith("Failed to load resource") and said.location["url"] == self.page.url
        if not is_refusal:  # a browser says so of any page that is answered with 404 or 422
            self.faults.append(f"console: {said.text}")

    # ------------------------------------------------------------ going and reading

    def open(self, path: str, status: int = 200) -> None:
        """Goes to an address, which answers with this status, and looks."""
        answer = self.page.goto(path)
        assert answer.status == status, f"{path} answers {answer.status}"
        self.look()

    def follow(self, text: str | re.Pattern[str], *, within: Any = None, at: int = 0, exact: bool = True) -> None:
        """Follows the link with this text, be it drawn as a button, and looks where it leads."""
        inside = within or self.page
        links = inside.get_by_role("link", name=text, exact=exact, include_hidden=True)
        links = links.or_(inside.get_by_role("button", name=text, exact=exact, include_hidden=True))
        self._activate(_shown(links) if at == 0 else links.nth(at))

    def press(self, text: str, *, within: Any = None) -> None:
        """Presses the button with this text, and looks where it leads."""
        buttons = (within or self.page).get_by_role("button", name=text, exact=True, include_hidden=True)
        self._activate(_shown(buttons))

    def to_child(self, called: str) -> None:
        """Goes to a child by the list of children."""
        self.follow("Children")
        self.follow(called)

    def begin(self, title: str) -> None:
        """From a child's page to the form with this title."""
        self.follow("Record something")
        self.follow(title)

    def part(self, title: str) -> Any:
        """The part of the page under a heading."""
        heading = self.page.get_by_role("heading", name=title, exact=True)
        return self.page.locator("section, article, li, main").filter(has=heading).last

    def line(self, *texts: str) -> Any:
        """The line of a list in which all of these stand."""
        lines = self.page.get_by_role("listitem")
        for text in texts:
            lines = lines.filter(has_text=text)
        return lines.last

    def text(self) -> str:
        """What stands on the page."""
        said: str = self.page.locator("body").inner_text()
        return said

    def said_of(self, label: str) -> str:
        """The word that stands after a label."""
        found = re.search(rf"{re.escape(label)}\s+(\S+)", self.text())
        assert found, f"{self.page.url} does not say what is beside “{label}”"
        return found.group(1)

    def reads(self, *said: str) -> None:
        """Each of these stands on the page, open or folded."""
        here = _spaced(self.page.locator("body").text_content())
        missing = [one for one in said if _spaced(one) not in here]
        assert not missing, (
            f"{self.page.url} does not say {missing}: {_spaced(self.page.locator('main').inner_text())[:1500]}"
        )

    def reads_not(self, *said: str) -> None:
        """None of these stands anywhere in the page, its title, addresses or hidden parts."""
        here = self.page.content()
        found = [one for one in said if one in here]
        assert not found, f"{self.page.url} says {found}"

    # ------------------------------------------------------------ acting

    def fill_in(self, answers: Mapping[str, str | date | bool | list[str]]) -> None:
        """Answers questions by their labels: text, days, one or several of some choices."""
        for label, answer in answers.items():
            self._answer(label, answer)

    def _answer(self, label: str, answer: Any) -> None:
        group = self.page.get_by_role("group", name=label, include_hidden=True)
        group = group.or_(self.page.get_by_role("radiogroup", name=label, include_hidden=True))
        if group.count():
            self._answer_group(group.first, answer)
            return
        control = self.page.get_by_label(label, exact=True)
        if not control.count():
            control = self.page.get_by_label(re.compile(re.escape(label)))
        control = control.first
        self._reveal(control)
        if control.evaluate("one => one.tagName") == "SELECT":
            self._choose(control, answer)
        else:
            self._type(control, str(answer))

    def _answer_group(self, group: Any, answer: Any) -> None:
        if isinstance(answer, date):
            for part, said in zip(("Day", "Month", "Year"), (answer.day, answer.month, answer.year), strict=True):
                control = group.get_by_label(part, exact=True)
                self._reveal(control)
                self._type(control, str(said))
            return
        for one in answer if isinstance(answer, list) else [answer]:
            text = {True: "Yes", False: "No"}.get(one, one)
            box = group.get_by_label(text, exact=True)
            self._tick((box if box.count() else group.get_by_label(text)).first)

    def _type(self, control: Any, text: str) -> None:
        if self.way is Way.KEYBOARD:
            self._tab_to(control)
            self.page.keyboard.press("Control+A")
            self.page.keyboard.insert_text(text)
        else:
            control.fill(text)

    def _choose(self, select: Any, text: str) -> None:
        texts = [one.strip() for one in select.locator("option").all_text_contents()]
        place = next((n for n, one in enumerate(texts) if one == text), None)
        if place is None:
            place = next((n for n, one in enumerate(texts) if one.startswith(text)), None)
        assert place is not None, f"“{text}” is not among {texts}"
        if self.way is Way.KEYBOARD:
            self._tab_to(select)
            self.page.keyboard.press("Home")
            for _ in range(place):
                self.page.keyboard.press("ArrowDown")
            assert select.evaluate("one => one.selectedIndex") == place
        else:
            select.select_option(index=place)

    def _tick(self, box: Any) -> None:
        self._reveal(box)
        if self.way is not Way.KEYBOARD:
            box.check()
            return
        if box.evaluate("one => one.type") == "checkbox":
            self._tab_to(box)
            self.page.keyboard.press("Space")
        else:
            self._turn_to(box)
        assert box.is_checked()

    def _turn_to(self, radio: Any) -> None:
        """Goes to a group of choices by Tab, and within it by arrows."""
        name = radio.get_attribute("name")
        here = f"document.activeElement.name === '{name}' && document.activeElement.type === 'radio'"
        self._tab_until(here, name)
        for _ in range(FAR):
            if radio.evaluate("one => one === document.activeElement"):
                break
            self.page.keyboard.press("ArrowDown")
            self._focus_shows()
        self.page.keyboard.press("Space")

    def _reveal(self, control: Any) -> None:
        """Opens what a control is folded away in."""
        folded = control.locator("xpath=ancestor::details[not(@open)]")
        for _ in range(folded.count()):
            summary = control.locator("xpath=ancestor::details[not(@open)]").first.locator("> summary")
            if self.way is Way.KEYBOARD:
                self._tab_to(summary)
                self.page.keyboard.press("Enter")
            else:
                summary.click()

    def _activate(self, control: Any) -> None:
        assert control.count(), f"there is no {control} on {self.page.url}: {self.text()[:1500]}"
        self._reveal(control)
        if not control.is_visible():
            self._open_menu()
        with self._a_page_further():
            if self.way is Way.KEYBOARD:
                self._tab_to(control)
                self.page.keyboard.press("Enter")
            else:
                control.click()
        self.look()

    @contextmanager
    def _a_page_further(self) -> Iterator[None]:
        with self.page.expect_event("domcontentloaded", timeout=10_000):
            yield
        self.page.wait_for_load_state("load")

    def _open_menu(self) -> None:
        menu = self.page.get_by_role("button", name="Menu")
        if menu.count() and menu.first.is_visible():
            menu.first.click()

    # ------------------------------------------------------------ the keyboard

    def _tab_to(self, control: Any) -> None:
        """Goes to a control by Tab alone; the focus shows all the way."""
        if control.evaluate("one => one === document.activeElement"):
            return
        control.evaluate("one => { window.lapwingWanted = one }")
        self._tab_until("document.activeElement === window.lapwingWanted", str(control))

    def _tab_until(self, there: str, what: str) -> None:
        for _ in range(FAR):
            if self.page.evaluate(there):
                return
            self.page.keyboard.press("Tab")
            self._focus_shows()
        raise AssertionError(f"{what} on {self.page.url} cannot be reached by Tab")

    def _focus_shows(self) -> None:
        wrong = self.page.evaluate(FOCUS_SHOWS)
        assert wrong in ("", "nothing"), f"{self.page.url}: what is in focus {wrong}"

    # ------------------------------------------------------------ looking

    def look(self) -> None:
        """Looks at the page that is open: it can be read by everybody, asks nobody else, and fits a telephone."""
        page = self.page
        where = page.url.removeprefix(self.base)
        assert not self.faults, f"{where}: {self.faults}"
        title, headings = page.title(), page.locator("h1").all_text_contents()
        assert title.endswith("Lapwing"), f"{where} is called “{title}”"
        assert len(headings) == 1, f"{where} has the first-level headings {headings}"
        assert "Something went wrong here" not in headings, where
        kind = (self.way, kind_of(where), str(bool(page.get_by_text("There is a problem").count())))
        if kind in self.seen.kinds:
            return
        self.seen.kinds.add(kind)
        self._fits_a_telephone(where)
        if self.way is not Way.KEYBOARD:
            found = axe(page) if self.way is Way.MOUSE else self._read_by_axe(page)
            assert not found, f"{where}: {found}"
        assert not self.faults, f"{where}: {self.faults}"

    def _fits_a_telephone(self, where: str) -> None:
        self.page.set_viewport_size(SMALL)
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= SMALL["width"], f"{where} is {wide} pixels wide on a telephone of {SMALL['width']}"
        self.page.set_viewport_size(WIDE)

    def _read_by_axe(self, page: Any) -> list[str]:
        """What axe finds on what is shown without JavaScript: it needs some itself, so it reads a copy without ours."""
        reader, shown = self.seen.reader, page.content()
        reader.route(page.url, lambda route: route.fulfill(body=shown, content_type="text/html; charset=utf-8"))
        reader.goto(page.url)
        reader.unroute(page.url)
        return axe(reader)


def _shown(some: Any) -> Any:
    """The first of several that is shown; the first, where all of them are folded away."""
    return next((one for one in some.all() if one.is_visible()), some.first)


def _spaced(text: str | None) -> str:
    return " ".join((text or "").split())


KEYS = (
    (re.compile(r"[?#].*"), ""),
    (re.compile(r"^/children/[^/]+"), "/children/*"),
    (re.compile(r"/entries/([^/]+)/.+"), r"/entries/\1/*"),
    (re.compile(r"^/board/(measures|learning|briefings|actions|trace|report|audits/[^/]+)/[^/]+"), r"/board/\1/*"),
    (re.compile(r"/findings/.+"), "/findings/*"),
    (re.compile(r"^/account/(password/reset/key|login/code)/.+"), r"/account/\1/*"),
)


def kind_of(path: str) -> str:
    """What kind of page stands at an address: the address without keys."""
    for pattern, kept in KEYS:
        path = pattern.sub(kept, path)
    return path
