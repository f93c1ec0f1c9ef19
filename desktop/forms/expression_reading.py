"""Reads the expressions of a form: FHIRPath compiled strictly, other languages named or refused."""

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.fhirpath.expression import Expression, compile_expression
from desktop.forms.fhirpath.syntax import FhirPathSyntaxError
from desktop.forms.json_input import JsonObject, a_text, an_object
from desktop.forms.questionnaire import ItemType, Variable

_FHIRPATH = ("text/fhirpath", "")
_DECISIVE = (ext.CALCULATED, ext.ENABLE_EXPRESSION)
_CQL = ("text/cql", "text/cql-identifier", "text/cql-expression", "text/cql.identifier")


def expression_on(element: JsonObject, url: str, name: str, link_id: str) -> Expression | None:
    """The expression of an extension; None without one.

    Raises KnownError for a broken expression (with its position), for CQL, and for any other
    language where the form would decide or compute with it.
    """
    found = an_object(ext.extension(element, url), "valueExpression")
    language = a_text(found, "language")
    if url in _DECISIVE and found and language not in (*_FHIRPATH, *_CQL):
        raise KnownError(
            "form-expression-language", name=name, link_id=link_id, language_code=language[:60]
        )
    return compiled_expression(found, name, link_id)


def compiled_expression(raw: JsonObject, name: str, link_id: str) -> Expression | None:
    """The expression of a FHIR ``Expression``; None without one or in a language not ours.

    Raises KnownError for a broken expression (with its position) and for CQL.
    """
    text, language = a_text(raw, "expression"), a_text(raw, "language")
    if language in _CQL:
        raise KnownError("form-cql", name=name, link_id=link_id)
    if not text or language not in _FHIRPATH:
        return None
    try:
        return compile_expression(text)
    except FhirPathSyntaxError as error:
        raise KnownError(
            "form-broken-expression",
            name=name,
            link_id=link_id,
            position=error.position,
            found=error.found or "…",
        ) from None


def variables_on(element: JsonObject, name: str, link_id: str) -> tuple[Variable, ...]:
    """The named variables of a form or item. Raises KnownError, also for a repeated name."""
    found: dict[str, Variable] = {}
    for one in ext.extensions(element, ext.VARIABLE):
        raw = an_object(one, "valueExpression")
        variable = a_text(raw, "name")
        if variable in found:
            raise KnownError(
                "form-duplicate-variable", name=name, link_id=link_id, variable=variable
            )
        if variable:
            found[variable] = Variable(variable, compiled_expression(raw, name, link_id))
    return tuple(found.values())


def unsupported_on(element: JsonObject, item_type: ItemType | None = None) -> tuple[str, ...]:
    """What this element asks for that is not done here, as short codes for the form check."""
    codes = []
    if item_type is ItemType.REFERENCE:
        codes.append("reference")
    for found in (
        *ext.extensions(element, ext.VARIABLE),
        *ext.extensions(element, ext.CALCULATED),
        *ext.extensions(element, ext.INITIAL_EXPRESSION),
        *ext.extensions(element, ext.ENABLE_EXPRESSION),
    ):
        raw = an_object(found, "valueExpression")
        if raw and a_text(raw, "language") not in _FHIRPATH:
            codes.append("expression-language")
    if ext.extension(element, ext.ANSWER_EXPRESSION):
        codes.append("answer-expression")
    if ext.extension(element, ext.CORE + "cqf-library"):
        codes.append("cql-library")
    return tuple(dict.fromkeys(codes))
