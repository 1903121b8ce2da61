"""The API: its description, who is let in, and how it answers."""

from __future__ import annotations

from typing import Any, get_type_hints

from ninja import NinjaAPI
from ninja.errors import ValidationError, ValidationErrorContext
from ninja.openapi.schema import OpenAPISchema

from lapwing.conduct.verb import VERBS
from lapwing.vocabulary.tables import Codes
from lapwing.web.api import readings
from lapwing.web.api.answers import answer_refusals
from lapwing.web.api.bodies import codes_in
from lapwing.web.api.letting_in import ByToken
from lapwing.web.api.verbs import addresses_of_verbs
from lapwing.web.api.wrong_values import sentence

DESCRIPTION = """The shared record of a safeguarding partnership, for agencies' own systems.

Every request shows the token of an account and may do what that account may. Readings are kept in the log. What is not
done is answered with a sentence in `says`, the same that people are shown. Days are written 2026-03-14."""


class WrongRequest(ValidationError):
    """A request that is not as described; the text says what is wrong in it."""

    def __init__(self, says: str) -> None:
        self.says = says
        super().__init__([])

    def __str__(self) -> str:
        return self.says


class LapwingAPI(NinjaAPI):
    """Says in sentences what is wrong with a request, and in its description what each code means."""

    def validation_error_from_error_contexts(self, error_contexts: list[ValidationErrorContext[Any]]) -> WrongRequest:
        """The sentences, in the order of the fields."""
        wrong = [
            sentence(context.model, error)
            for context in error_contexts
            for error in context.pydantic_validation_error.errors(include_url=False)
        ]
        return WrongRequest(" ".join(dict.fromkeys(wrong)))

    def get_openapi_schema(self, **asked: Any) -> OpenAPISchema:
        """The description, with the words of every code."""
        description = super().get_openapi_schema(**asked)
        schemas = description["components"]["schemas"]
        for codes in _every_codes():
            if codes.__name__ in schemas:
                words = "\n".join(f"* `{code}`: {label}" for code, label in codes.labels().items())
                schemas[codes.__name__]["description"] = f"{codes.__doc__}\n\n{words}"
        return description


def _every_codes() -> set[type[Codes]]:
    return {codes for verb in VERBS.values() for hint in get_type_hints(verb.body).values() for codes in codes_in(hint)}


api = LapwingAPI(title="Lapwing", version="1", description=DESCRIPTION, docs_url=None, auth=ByToken())
answer_refusals(api)
api.add_router("", readings.router)
api.add_router("", addresses_of_verbs())
