"""Brings given values into the form in which they are kept, so that saving changes nothing."""

from collections.abc import Iterable
from decimal import Decimal

from desktop.forms.answers import AnswerValue, Coding, PartialDateTime, TimeOfDay
from desktop.forms.fhir_values import fitted
from desktop.forms.questionnaire import Item


def kept_values(item: Item, values: Iterable[AnswerValue]) -> tuple[AnswerValue, ...]:
    """The values as kept: options with system and display, whole times, no blank text.

    A value that does not fit the question's type is kept as it is, to be shown as a problem.
    """
    kept = [_kept(item, value) for value in values]
    return tuple(value for value in kept if value is not None)


def _kept(item: Item, value: AnswerValue) -> AnswerValue | None:
    fitting = fitted(item.type, value)
    value = value if fitting is None else fitting
    match value:
        case str():
            return value if value.strip() else None
        case Decimal():
            return value if value.is_finite() else None
        case TimeOfDay(text):
            return TimeOfDay(f"{text}:00") if text.count(":") == 1 else value
        case PartialDateTime(text):
            return PartialDateTime(_whole_date_time(text))
        case Coding():
            return _with_display(item, value)
        case _:
            return value


def _with_display(item: Item, value: Coding) -> Coding:
    option = item.option_of(value)
    if option is None or not isinstance(option.value, Coding):
        return value
    known = option.value
    return Coding(known.code, known.system or value.system, known.display or value.display)


def _whole_date_time(text: str) -> str:
    """FHIR R4 wants seconds and a zone wherever there is a time; UTC is what the app works in."""
    date, mark, rest = text.partition("T")
    if not mark:
        return text
    zone_at = next((at for at, sign in enumerate(rest) if sign in "Z+-"), len(rest))
    clock, zone = rest[:zone_at], rest[zone_at:] or "Z"
    return f"{date}T{clock if clock.count(':') == 2 else f'{clock}:00'}{zone}"


def after_exclusive(
    item: Item, before: tuple[AnswerValue, ...], given: tuple[AnswerValue, ...]
) -> tuple[AnswerValue, ...]:
    """What is left when an exclusive option was just picked, or another one beside it.

    Source: FHIR core extension ``questionnaire-optionExclusive``.
    """

    def is_exclusive(value: AnswerValue) -> bool:
        option = item.option_of(value)
        return option is not None and option.exclusive

    picked = [value for value in given if value not in before and is_exclusive(value)]
    if picked:
        return (picked[0],)
    if len(given) > 1:
        return tuple(value for value in given if not is_exclusive(value)) or given[:1]
    return given
