"""A long list, page by page, by the address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.paginator import Paginator
from django.http import HttpRequest
from markupsafe import Markup

from lapwing.web.templating import govuk

T = TypeVar("T")
A_PAGE = 50


@dataclass(frozen=True)
class InParts(Sequence[T]):
    """A long list of which only the part that is shown is read: `part` gives so many from a place on."""

    how_many: int
    part: Callable[[int, int], list[T]]

    def __len__(self) -> int:
        return self.how_many

    def __getitem__(self, which: Any) -> Any:
        return self.part(which.start, which.stop - which.start)


def pages_of(request: HttpRequest, every: Sequence[T], a_page: int = A_PAGE) -> tuple[list[T], Markup]:
    """The part of a list that the address asks for, and the links to its other parts."""
    paginator = Paginator(every, a_page)
    page = paginator.get_page(request.GET.get("page"))
    if paginator.num_pages == 1:
        return list(page), Markup("")
    items = [
        {"ellipsis": True}
        if number == str(Paginator.ELLIPSIS)
        else {"number": number, "href": _at(request, number), "current": number == page.number}
        for number in paginator.get_elided_page_range(page.number, on_each_side=1)
    ]
    links = {"items": items}
    if page.has_previous():
        links["previous"] = {"href": _at(request, page.previous_page_number())}  # type: ignore[assignment]
    if page.has_next():
        links["next"] = {"href": _at(request, page.next_page_number())}  # type: ignore[assignment]
    return list(page), govuk.pagination(links)


def _at(request: HttpRequest, number: int | str) -> str:
    asked = request.GET.copy()
    asked["page"] = str(number)
    return f"?{asked.urlencode()}"
