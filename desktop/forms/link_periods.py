"""How far back a question looks for an earlier answer (SDC observationLinkPeriod).

Source: http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationLinkPeriod: the
time back from now in which observations with a code of the item are looked for. It may stand
several times (SDC 3.0): the longest counts. On a single code it counts for that code.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from desktop.forms import extensions as ext
from desktop.forms.json_input import JsonObject, a_text, an_object, objects
from desktop.forms.questionnaire import Item, ItemType, Questionnaire

UCUM = "http://unitsofmeasure.org"
_MONTHS = {"a": 12, "mo": 1}
_SECONDS = {"wk": 604_800, "d": 86_400, "h": 3_600, "min": 60, "s": 1}
_FIRST_MOMENT = datetime(1, 1, 1, tzinfo=UTC)
_NEVER_OFFERED = (ItemType.GROUP, ItemType.DISPLAY, ItemType.ATTACHMENT, ItemType.REFERENCE)
Concept = tuple[str, str]
"""System and code; both have to be the same."""


@dataclass(frozen=True, slots=True)
class LinkPeriod:
    """``value`` > 0 of a UCUM ``unit``: a, mo, wk, d, h, min or s."""

    value: Decimal
    unit: str

    def begin(self, now: datetime) -> datetime:
        """The first moment inside, in UTC; the first of the calendar where it lies before that.

        Whole months and years are those of the calendar, as FHIR counts them
        (http://hl7.org/fhir/R4/datatypes.html#Timing); a day that a month does not have is its
        last. Parts of a month are counted by UCUM's mean month of 30.4375 days.
        """
        at = now.astimezone(UTC)
        try:
            if self.unit in _SECONDS:
                return at - _seconds(self.value * _SECONDS[self.unit])
            months = self.value * _MONTHS[self.unit]
            whole = int(months)
            return _months_before(at, whole) - _seconds((months - whole) * _MEAN_MONTH)
        except (OverflowError, ValueError):
            return _FIRST_MOMENT


_MEAN_MONTH = Decimal("30.4375") * _SECONDS["d"]


def concepts_of(source: JsonObject) -> tuple[Concept, ...]:
    """The codes of an item or a CodeableConcept's codings; those without a code are none."""
    return tuple(
        (a_text(one, "system"), a_text(one, "code"))
        for one in objects(source, "code")
        if a_text(one, "code")
    )


def linked_codes(item: Item) -> Mapping[Concept, tuple[LinkPeriod, ...]]:
    """What an item looks for, and how far back; empty where it looks for nothing."""
    if item.type in _NEVER_OFFERED:
        return {}
    on_item = tuple(_periods(item.source))
    found: dict[Concept, tuple[LinkPeriod, ...]] = {}
    for coding in objects(item.source, "code"):
        periods = (*on_item, *_periods(coding))
        if a_text(coding, "code") and periods:
            found[a_text(coding, "system"), a_text(coding, "code")] = periods
    return found


def looks_back(form: Questionnaire) -> bool:
    """Whether any question of the form looks for earlier answers."""
    return any(linked_codes(item) for item in form.by_link_id.values())


def link_faults(item: Item) -> Iterator[str]:
    """What keeps an item that asks for it from being looked up: ``link-period-unreadable``,
    ``link-period-no-code``, ``link-period-no-answer``."""
    codings = objects(item.source, "code")
    asked = [one for source in (item.source, *codings) for one in _asked(source)]
    if not asked:
        return
    if item.type in _NEVER_OFFERED:
        yield "link-period-no-answer"
    elif not concepts_of(item.source):
        yield "link-period-no-code"
    elif any(_period(one) is None for one in asked):
        yield "link-period-unreadable"


def _asked(source: JsonObject) -> Iterator[JsonObject]:
    return ext.extensions(source, ext.OBSERVATION_LINK)


def _periods(source: JsonObject) -> Iterator[LinkPeriod]:
    found = (_period(one) for one in _asked(source))
    return (one for one in found if one is not None)


def _period(asked: JsonObject) -> LinkPeriod | None:
    """None for anything but an exact length of time above zero in a unit that is known here."""
    given = an_object(asked, "valueDuration")
    value, unit = given.get("value"), a_text(given, "code")
    is_known = unit in _MONTHS or unit in _SECONDS
    if not is_known or a_text(given, "system") != UCUM or given.get("comparator"):
        return None
    if isinstance(value, str):  # seen in forms in use, where R4 has a number
        value = _number(value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    number = Decimal(value)
    return LinkPeriod(number, unit) if number.is_finite() and number > 0 else None


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text.isascii() and text.isdecimal() else None


def _seconds(number: Decimal) -> timedelta:
    whole = int(number)
    return timedelta(seconds=whole, microseconds=int((number - whole) * 1_000_000))


def _months_before(at: datetime, months: int) -> datetime:
    year, month = divmod(at.year * 12 + at.month - 1 - months, 12)
    return at.replace(year=year, month=month + 1, day=min(at.day, _last_day(year, month + 1)))


def _last_day(year: int, month: int) -> int:
    if year < 1:
        raise OverflowError
    return monthrange(year, month)[1]
