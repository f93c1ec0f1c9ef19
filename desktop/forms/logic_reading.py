"""Reads what an item computes: options, toggles, dynamic texts and limits, constraints."""

from collections.abc import Iterator

from desktop.forms import extensions as ext
from desktop.forms.expression_reading import compiled_expression, expression_on
from desktop.forms.fhir_values import value_in
from desktop.forms.fhirpath.expression import Expression
from desktop.forms.item_logic import Constraint, ContextRule, ItemLogic, OptionToggle, Severity
from desktop.forms.json_input import JsonObject, a_text, an_object, objects
from desktop.forms.local_texts import local_text

_PLAIN = ItemLogic()
_SPEAKS = ("extension", "_text", "_required", "_readOnly")
"""Where an item says that something is computed; most say nothing."""
_COMPUTES = (ext.CQF_EXPRESSION, ext.CQF_CALCULATED)
_CONSTRAINT_CODE = {"error": Severity.ERROR, "warning": Severity.WARNING}


def read_logic(raw: JsonObject, name: str, link_id: str) -> ItemLogic:
    """The logic of an item. Raises KnownError for a broken expression and for CQL."""
    if not any(field in raw for field in _SPEAKS):
        return _PLAIN

    def dynamic(element: JsonObject) -> Expression | None:
        """What computes an element: cqf-expression, or the older cqf-calculatedValue."""
        found = (expression_on(element, url, name, link_id) for url in _COMPUTES)
        return next((one for one in found if one is not None), None)

    def beside(field: str) -> Expression | None:
        return dynamic(an_object(raw, f"_{field}"))

    def limit(*urls: str) -> Expression | None:
        found = (_dynamic_value(ext.extension(raw, url)) for url in urls)
        return next((one for one in map(dynamic, found) if one is not None), None)

    return ItemLogic(
        answer_options=expression_on(raw, ext.ANSWER_EXPRESSION, name, link_id),
        candidates=expression_on(raw, ext.CANDIDATE_EXPRESSION, name, link_id),
        contexts=tuple(_contexts(raw, name, link_id)),
        toggles=tuple(_toggles(raw, name, link_id)),
        constraints=read_constraints(raw, name, link_id),
        text=beside("text"),
        required=beside("required"),
        read_only=beside("readOnly"),
        min_value=limit(ext.MIN_VALUE, ext.MIN_QUANTITY),
        max_value=limit(ext.MAX_VALUE, ext.MAX_QUANTITY),
        min_occurs=limit(ext.MIN_OCCURS),
        max_occurs=limit(ext.MAX_OCCURS),
    )


def _dynamic_value(found: JsonObject) -> JsonObject:
    """The primitive's companion (``_valueInteger``) that carries the expression."""
    return next(
        (
            content
            for field, content in found.items()
            if field.startswith("_value") and isinstance(content, dict)
        ),
        {},
    )


def _contexts(raw: JsonObject, name: str, link_id: str) -> Iterator[ContextRule]:
    """Those in FHIRPath; one that asks a server is told by the form check."""
    for found in ext.extensions(raw, ext.CONTEXT_EXPRESSION):
        query = an_object(ext.extension(found, "expression"), "valueExpression")
        expression = compiled_expression(query, name, link_id)
        if expression is not None:
            yield ContextRule(local_text(ext.extension(found, "label"), "valueString"), expression)


def _toggles(raw: JsonObject, name: str, link_id: str) -> Iterator[OptionToggle]:
    for found in ext.extensions(raw, ext.OPTIONS_TOGGLE):
        values = (value_in(one) for one in ext.extensions(found, "option"))
        condition = an_object(ext.extension(found, "expression"), "valueExpression")
        expression = compiled_expression(condition, name, link_id)
        options = tuple(value for value in values if value is not None)
        if options and expression is not None:
            yield OptionToggle(options, expression)


def read_constraints(raw: JsonObject, name: str, link_id: str) -> tuple[Constraint, ...]:
    """The constraints of an item or a form, R4 and R5."""
    return tuple(
        constraint
        for url in (ext.CONSTRAINT, ext.TARGET_CONSTRAINT)
        for found in ext.extensions(raw, url)
        for constraint in _constraint(found, name, link_id)
    )


def _constraint(found: JsonObject, name: str, link_id: str) -> Iterator[Constraint]:
    condition = ext.extension(found, "expression")
    raw = an_object(condition, "valueExpression")
    if not raw:
        raw = {"expression": a_text(condition, "valueString")}
    expression = compiled_expression(raw, name, link_id)
    if expression is None:
        return
    locations = [
        a_text(one, "valueString")
        for one in objects(found, "extension")
        if one.get("url") == "location"
    ]
    key = ext.extension(found, "key")
    yield Constraint(
        a_text(key, "valueId") or a_text(key, "valueString"),
        _CONSTRAINT_CODE.get(a_text(ext.extension(found, "severity"), "valueCode"), Severity.ERROR),
        expression,
        local_text(ext.extension(found, "human"), "valueString"),
        tuple(one for one in locations if one),
    )
