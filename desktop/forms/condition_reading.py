"""Reads enableWhen; an answer in the wrong field is read as the question that it names takes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from desktop.errors import KnownError
from desktop.forms.answers import AnswerValue, PartialDate, PartialDateTime, TimeOfDay
from desktop.forms.fhir_values import value_in
from desktop.forms.json_input import JsonObject, a_text, objects
from desktop.forms.questionnaire import EnableWhen

_OPERATORS = frozenset({"exists", "=", "!=", ">", "<", ">=", "<="})


@dataclass(frozen=True, slots=True)
class ConditionReader:
    """Reads the conditions of one form; ``types`` are the item types by linkId as written."""

    name: str
    types: Mapping[str, str]

    def read(self, raw: JsonObject, link_id: str) -> Iterator[EnableWhen]:
        """The conditions of an item.

        Raises KnownError for an unknown operator or no answer: dropping a condition would show
        what the form means to hide, and never meeting it would hide what it means to ask.
        """
        for one in objects(raw, "enableWhen"):
            operator, question = a_text(one, "operator"), a_text(one, "question")
            answer = value_in(one, "answer")
            if operator == "exists":
                answer = answer if isinstance(answer, bool) else _flag(one)
            elif answer is None:
                answer = self._by_question(one, question)
            if operator not in _OPERATORS or answer is None:
                raise KnownError("form-enable-when-malformed", name=self.name, link_id=link_id)
            yield EnableWhen(question, operator, answer)

    def _by_question(self, one: JsonObject, question: str) -> AnswerValue | None:
        given = next((one[field] for field in one if field.startswith("answer")), None)
        try:
            return read_as(self.types.get(question, ""), given)
        except ValueError:
            return None


def read_as(kind: str, given: object) -> AnswerValue | None:
    """A plain JSON value as a question of this type takes it; None when it cannot be one.

    Raises ValueError for a text of the wrong shape.
    """
    text = str(given) if isinstance(given, str | int | Decimal) else ""
    if not text or isinstance(given, bool):
        return given if isinstance(given, bool) and kind == "boolean" else None
    match kind:
        case "boolean":
            return {"true": True, "false": False}.get(text)
        case "integer" | "decimal":
            number = _number(text)
            return int(number) if kind == "integer" and number == int(number) else number
        case "date":
            return PartialDate(text)
        case "dateTime":
            return PartialDateTime(text)
        case "time":
            return TimeOfDay(text)
        case _:
            return text


def _number(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except ArithmeticError:
        raise ValueError("not a number") from None
    if not number.is_finite() or number.adjusted() > 30:
        raise ValueError("not a number of use")
    return number


def _flag(one: JsonObject) -> bool | None:
    """``true`` written as a text or in another field; absent means true (as fillers read it)."""
    given = [content for field, content in one.items() if field.startswith("answer")]
    if not given:
        return True
    return {"true": True, "false": False}.get(str(given[0]).lower())


def item_types(form: JsonObject) -> Mapping[str, str]:
    """The type of every item by linkId, as the form writes it."""
    found: dict[str, str] = {}
    level = objects(form, "item")
    while level:
        one = level.pop()
        found.setdefault(a_text(one, "linkId"), a_text(one, "type"))
        level.extend(objects(one, "item"))
    return found
