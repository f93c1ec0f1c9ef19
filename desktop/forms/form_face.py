"""What a form says of itself without its questions: who it is, and to whom and when it is offered.

The rule stands in the form, so that a site changes it by loading its own version:

* ages: FHIR R4 ``Questionnaire.useContext`` with code ``age`` and a range in years or months;
* our ``offer`` extension, with these parts, all optional: ``order`` (whole number, lowest first),
  ``for`` (code: whom the form is about or who fills it, see ``OfferRule.for_whom``),
  ``repeats`` (boolean: can be begun again), ``from-days``, ``until-days`` and ``due-days`` (whole
  days since the person arrived), ``asks-about-days`` (how many days back the questions look).
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop.forms.extensions import OURS, extension
from desktop.forms.form_input import form_input
from desktop.forms.json_input import JsonObject, a_text, a_whole, an_object, objects, read_json
from desktop.forms.local_texts import local_text
from desktop.forms.questionnaire import InstrumentRef
from desktop.forms.wording import LocalText

LAST = 1_000
"""Order of a form that says none: after those that do."""

_PER_YEAR = {"a": Decimal(1), "mo": Decimal(12)}
"""UCUM units of an age."""


@dataclass(frozen=True, slots=True)
class OfferRule:
    """To whom and when a form is offered. Ages in whole years, both ends included; days count
    from arrival. None where the form says nothing.

    ``for_whom`` is who gives the answers: "person", "caregiver" of a minor, "family" for a member
    of the family about themselves, "staff" for what staff judge or note; "" when not said.
    """

    order: int = LAST
    from_age: int | None = None
    to_age: int | None = None
    from_days: int | None = None
    until_days: int | None = None
    due_days: int | None = None
    asks_about_days: int | None = None
    repeats: bool = False
    for_whom: str = ""

    def fits_age(self, years: int | None) -> bool:
        """Whether it is for this age; an age that nobody knows keeps no form away."""
        if years is None:
            return True
        above = self.from_age is None or years >= self.from_age
        return above and (self.to_age is None or years <= self.to_age)

    @property
    def first_day(self) -> int:
        """Days since arrival from which it is offered.

        Questions about the past month ask of a day-old injury what cannot be known yet: all of
        the time that they look back on must lie after it.
        """
        return max(self.from_days or 0, self.asks_about_days or 0)

    def is_over(self, days: int) -> bool:
        """Whether it is too late for it, so many days since arrival."""
        return self.until_days is not None and days > self.until_days


NO_RULE = OfferRule()


@dataclass(frozen=True, slots=True)
class FormFace:
    """A form without its questions."""

    ref: InstrumentRef
    title: LocalText
    rule: OfferRule


def read_face(data: bytes, name: str) -> FormFace:
    """The face of the form in ``data``. KnownError when it is no form at all."""
    raw = form_input(read_json(data, name), name).questionnaire
    ref = InstrumentRef(
        a_text(raw, "url"), a_text(raw, "version"), hashlib.sha256(data).hexdigest()
    )
    return FormFace(ref, local_text(raw, "title"), offer_rule(raw))


def offer_rule(raw: JsonObject) -> OfferRule:
    """To whom and when a Questionnaire (JSON) is offered."""
    offer = extension(raw, OURS + "offer")

    def whole(part: str) -> int | None:
        found = a_whole(extension(offer, part), "valueInteger")
        return None if found is None or found < 0 else found

    order, ages = whole("order"), next(_ages(raw), (None, None))
    return OfferRule(
        order=LAST if order is None else order,
        from_age=ages[0],
        to_age=ages[1],
        from_days=whole("from-days"),
        until_days=whole("until-days"),
        due_days=whole("due-days"),
        asks_about_days=whole("asks-about-days"),
        repeats=extension(offer, "repeats").get("valueBoolean") is True,
        for_whom=a_text(extension(offer, "for"), "valueCode"),
    )


def _ages(raw: JsonObject) -> Iterator[tuple[int | None, int | None]]:
    for context in objects(raw, "useContext"):
        if a_text(an_object(context, "code"), "code") == "age":
            span = an_object(context, "valueRange")
            yield _years(an_object(span, "low")), _years(an_object(span, "high"))


def _years(quantity: JsonObject) -> int | None:
    per_year = _PER_YEAR.get(a_text(quantity, "code"))
    value = quantity.get("value")
    if per_year is None or isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return int(Decimal(value) / per_year)
