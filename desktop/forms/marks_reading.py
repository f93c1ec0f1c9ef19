"""Reads our own extensions: sensitivity, alerts, needs, steps, roles, bands, worked examples."""

from decimal import Decimal

from desktop.forms.extensions import (
    OURS,
    WORKED_EXAMPLE,
    extension,
    extension_text,
    extension_value,
    extensions,
)
from desktop.forms.form_parts import ScoreBand, WorkedExample
from desktop.forms.json_input import JsonObject, a_whole
from desktop.forms.local_texts import local_text
from desktop.forms.questionnaire import AlertRule, Marks, NeedRule, Sensitivity, StepRule


def read_marks(item: JsonObject) -> Marks:
    """What our extensions say about an item."""
    sensitivity = extension_text(item, OURS + "sensitive", "valueCode")
    return Marks(
        sensitivity=Sensitivity(sensitivity) if sensitivity in ("lock", "warn") else None,
        alerts=(
            *(AlertRule(code, when) for code, when in _rules(item, "alert", "code")),
            *_number_alerts(item),
        ),
        needs=tuple(NeedRule(code, when) for code, when in _rules(item, "need", "category")),
        steps=tuple(StepRule(code, when) for code, when in _rules(item, "step", "code")),
        reask_when_missing=extension_value(item, OURS + "reask-when-missing", "valueBoolean")
        is True,
        specificity=extension_text(item, OURS + "specificity", "valueCode") or None,
        role=extension_text(item, OURS + "role", "valueCode") or None,
        paragraph_role=extension_text(item, OURS + "paragraph-role", "valueCode") or None,
    )


def read_bands(item: JsonObject) -> tuple[ScoreBand, ...]:
    """The ``score-band`` extensions of a calculated item, in their order.

    Parts: ``from`` and ``to`` (valueDecimal or valueInteger, both optional), ``label``
    (valueString with translations).
    """
    return tuple(
        ScoreBand(
            local_text(extension(band, "label"), "valueString"),
            _number(extension(band, "from")),
            _number(extension(band, "to")),
        )
        for band in extensions(item, OURS + "score-band")
    )


def _number(found: JsonObject) -> Decimal | None:
    value = found.get("valueDecimal", found.get("valueInteger"))
    is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return Decimal(value) if is_number else None


def _number_alerts(item: JsonObject) -> tuple[AlertRule, ...]:
    """The ``alert`` rules of a number: ``least`` (valueInteger or valueDecimal, included)."""
    found = []
    for rule in extensions(item, OURS + "alert"):
        code, least = extension_text(rule, "code", "valueCode"), _number(extension(rule, "least"))
        if code and least is not None:
            found.append(AlertRule(code, least=least))
    return tuple(found)


def _rules(item: JsonObject, name: str, code_name: str) -> list[tuple[str, tuple[str, ...]]]:
    found = []
    for rule in extensions(item, OURS + name):
        code = extension_text(rule, code_name, "valueCode", "valueString")
        when = tuple(_codes(rule, "when"))
        if code and when:
            found.append((code, when))
    return found


def _codes(element: JsonObject, url: str) -> list[str]:
    codes = []
    for part in extensions(element, url):
        code = part.get("valueCode", part.get("valueString"))
        if isinstance(code, str):
            codes.append(code)
        elif isinstance(part.get("valueBoolean"), bool):
            codes.append("true" if part["valueBoolean"] else "false")
    return codes


def read_worked_examples(form: JsonObject) -> tuple[WorkedExample, ...]:
    """The ``test-vector`` extensions of a form."""
    return tuple(_worked_example(found) for found in extensions(form, WORKED_EXAMPLE))


def _worked_example(vector: JsonObject) -> WorkedExample:
    answers: list[tuple[str, str]] = []
    reasons: list[tuple[str, str]] = []
    for answer in extensions(vector, "answer"):
        link_id = extension_text(answer, "linkId", "valueString")
        for code in _codes(answer, "code"):
            answers.append((link_id, code))
        for reason in _codes(answer, "reason"):
            reasons.append((link_id, reason))
    scores = []
    for expected in extensions(vector, "expect-score"):
        link_id = extension_text(expected, "linkId", "valueString")
        scores.append((link_id, a_whole(extension(expected, "value"), "valueInteger")))
    return WorkedExample(
        extension_text(vector, "name", "valueString"),
        tuple(answers),
        tuple(reasons),
        tuple(scores),
        tuple(_codes(vector, "expect-alert")),
    )
