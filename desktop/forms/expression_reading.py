"""Reads the expressions of a form: FHIRPath compiled strictly, other languages named or refused."""

from collections.abc import Iterator

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.fhirpath.expression import Expression, compile_expression
from desktop.forms.fhirpath.syntax import FhirPathSyntaxError
from desktop.forms.json_input import JsonObject, a_text, an_object
from desktop.forms.questionnaire import ItemType, Variable

MAX_EXPRESSION = 20_000
"""Characters; the longest real one seen has 2,700."""
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
    if len(text) > MAX_EXPRESSION:
        raise KnownError(
            "form-expression-too-long", name=name, link_id=link_id, limit=MAX_EXPRESSION
        )
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
    except RecursionError:
        raise KnownError(
            "form-expression-too-long", name=name, link_id=link_id, limit=MAX_EXPRESSION
        ) from None


def _twice(variable: str, name: str, link_id: str) -> KnownError:
    if link_id == "-":
        return KnownError("form-duplicate-variable-root", name=name, variable=variable)
    return KnownError("form-duplicate-variable", name=name, link_id=link_id, variable=variable)


def variables_on(element: JsonObject, name: str, link_id: str) -> tuple[Variable, ...]:
    """The named variables of a form or item. Raises KnownError, also for a repeated name.

    The names that population gives are among them. Those of a server (sourceQueries) stay empty,
    and expressions that read them see nothing instead of failing.
    """
    found: dict[str, Variable] = {}
    for one in ext.extensions(element, ext.VARIABLE):
        raw = an_object(one, "valueExpression")
        variable = a_text(raw, "name")
        if variable in found:
            raise _twice(variable[:60], name, link_id)
        if variable:
            found[variable] = Variable(variable, compiled_expression(raw, name, link_id))
    for one in ext.extensions(element, ext.POPULATION_CONTEXT):
        raw = an_object(one, "valueExpression")
        variable = a_text(raw, "name")
        if variable:
            context = compiled_expression(raw, name, link_id)
            found.setdefault(variable, Variable(variable, None, context))
    for populated in _queried_names(element):
        found.setdefault(populated, Variable(populated, None))
    return tuple(found.values())


def _queried_names(element: JsonObject) -> Iterator[str]:
    """The variables that only a server would fill.

    Source: SDC, http://hl7.org/fhir/uv/sdc/populate.html#expression-based-population.
    """
    for one in ext.extensions(element, ext.SOURCE_QUERIES):
        reference = a_text(an_object(one, "valueReference"), "reference")
        if reference.startswith("#") and len(reference) > 1:
            yield reference.removeprefix("#")


def unsupported_on(element: JsonObject, item_type: ItemType | None = None) -> tuple[str, ...]:
    """What this element asks for that is not done here, as short codes for the form check."""
    codes = []
    if item_type is ItemType.REFERENCE:
        codes.append("reference")
    for url in (ext.VARIABLE, ext.CALCULATED, ext.INITIAL_EXPRESSION, ext.ENABLE_EXPRESSION):
        if any(_is_foreign(found) for found in ext.extensions(element, url)):
            codes.append("expression-language")
    if any(_is_foreign(found) for found in ext.extensions(element, ext.ANSWER_EXPRESSION)):
        codes.append("answer-expression")
    if ext.extension(element, ext.CQF_LIBRARY):
        codes.append("cql-library")
    return tuple(dict.fromkeys(codes))


def _is_foreign(found: JsonObject) -> bool:
    raw = an_object(found, "valueExpression")
    return bool(raw) and a_text(raw, "language") not in _FHIRPATH
