"""Checks a Questionnaire: what is wrong, what is not supported, item by item, without a screen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.cells import LOOP
from desktop.forms.expression_reads import defined_names
from desktop.forms.fhir_values import fitted
from desktop.forms.fhirpath.expression import Expression, unknown_functions
from desktop.forms.item_graph import item_graph
from desktop.forms.local_texts import texts_of
from desktop.forms.questionnaire import EnableWhen, Item, ItemType, Questionnaire, all_items
from desktop.forms.reading import read_questionnaire
from desktop.forms.session import FormSession
from desktop.forms.worked_examples import failing_examples

_REFUSED_AT_ITEM = "link_id"


class FormStatus(StrEnum):
    """OK, readable with problems, or not readable."""

    OK = "ok"
    PROBLEMS = "problems"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FormProblem:
    """One finding. ``link_id`` is empty where the form as a whole is meant."""

    link_id: str
    code: str
    message_id: str
    params: dict[str, str | int] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class FormReport:
    """What the check came to."""

    status: FormStatus
    problems: tuple[FormProblem, ...] = ()


def check_questionnaire(data: bytes, name: str) -> FormReport:
    """Reads and checks a form; never raises for what is in ``data``."""
    try:
        form = read_questionnaire(data, name)
    except KnownError as error:
        link_id = str(error.params.get(_REFUSED_AT_ITEM, ""))
        code = error.message_id.removeprefix("form-")
        problem = FormProblem(link_id, code, error.message_id, dict(error.params))
        return FormReport(FormStatus.REFUSED, (problem,))
    problems = tuple(check_form(form))
    return FormReport(FormStatus.PROBLEMS if problems else FormStatus.OK, problems)


def check_form(form: Questionnaire) -> Iterator[FormProblem]:
    """The problems of a form that could be read."""
    for code in form.unsupported:
        yield _problem("", f"unsupported-{code}")
    for variable in form.variables:
        if variable.expression is not None:
            yield from _expression(form, None, variable.expression)
    for item in all_items(form.items):
        yield from _item(form, item)
    yield from _languages(form)
    yield from _loops(form)
    for example, found in failing_examples(form):
        yield _problem("", "test-vector", example=example, found=found)


def _problem(link_id: str, code: str, **params: str | int) -> FormProblem:
    shown: dict[str, str | int] = {"link_id": link_id or "-", **params}
    return FormProblem(link_id, code, f"form-check-{code}", shown)


def _item(form: Questionnaire, item: Item) -> Iterator[FormProblem]:
    for code in item.unsupported:
        yield _problem(item.link_id, f"unsupported-{code}")
    if item.remote_options is not None:
        yield _problem(item.link_id, "remote-value-set", url=item.remote_options[:200])
    elif item.type is ItemType.CHOICE and not item.options and not _computes_options(item):
        yield _problem(item.link_id, "no-options")
    if len(item.enable_when) > 1 and item.source.get("enableBehavior") not in ("all", "any"):
        yield _problem(item.link_id, "no-enable-behavior")
    for condition in item.enable_when:
        yield from _condition(form, item, condition)
    named = [variable.expression for variable in item.variables]
    for expression in (item.enable_expression, item.calculated, item.initial_expression, *named):
        if expression is not None:
            yield from _expression(form, item, expression)
    yield from _limits(item)


def _computes_options(item: Item) -> bool:
    return "answer-expression" in item.unsupported


def _limits(item: Item) -> Iterator[FormProblem]:
    if item.limits.pattern is not None:
        try:
            re.compile(item.limits.pattern)
        except (re.error, RecursionError, OverflowError):
            yield _problem(item.link_id, "bad-pattern")
    raw = item.source.get("extension")
    for one in raw if isinstance(raw, list) else []:
        url = one.get("url") if isinstance(one, dict) else None
        if url == ext.CORE + "minValue" and item.limits.min_value is None:
            yield _problem(item.link_id, "wrong-limit-type")
        if url == ext.CORE + "maxValue" and item.limits.max_value is None:
            yield _problem(item.link_id, "wrong-limit-type")
    if _initial_is_lost(item):
        yield _problem(item.link_id, "wrong-initial-type")


def _initial_is_lost(item: Item) -> bool:
    given = item.source.get("initial")
    return isinstance(given, list) and bool(given) and not item.initial


def _condition(form: Questionnaire, item: Item, condition: EnableWhen) -> Iterator[FormProblem]:
    target = form.by_link_id.get(condition.question)
    if target is None:
        yield _problem(item.link_id, "dangling-enable-when", question=condition.question)
    elif not target.type.is_question:
        yield _problem(item.link_id, "enable-when-no-question", question=condition.question)
    elif condition.operator != "exists" and not _may_equal(target, condition):
        yield _problem(item.link_id, "enable-when-never", question=condition.question)


def _may_equal(target: Item, condition: EnableWhen) -> bool:
    if fitted(target.type, condition.answer) is None:
        return False
    is_listed = target.type is ItemType.CHOICE and bool(target.options)
    return not is_listed or target.option_of(condition.answer) is not None


def _expression(
    form: Questionnaire, item: Item | None, expression: Expression
) -> Iterator[FormProblem]:
    link_id = "" if item is None else item.link_id
    for function in unknown_functions(expression):
        yield _problem(link_id, "unknown-function", function=function)
    for name in sorted(expression.variables - defined_names(form, item)):
        yield _problem(link_id, "unknown-variable", variable=name)
    for read in sorted((expression.link_ids or frozenset()) - set(form.by_link_id)):
        yield _problem(link_id, "dangling-expression", question=read)


def _languages(form: Questionnaire) -> Iterator[FormProblem]:
    for language in form.partial_languages:
        if not form.title.has(language):
            yield _problem("", "incomplete-title", language_code=language)
        for item in all_items(form.items):
            if not all(text.has(language) for text in texts_of(item)):
                yield _problem(item.link_id, "incomplete-language", language_code=language)


def _loops(form: Questionnaire) -> Iterator[FormProblem]:
    session = FormSession(form, now=lambda: datetime(2000, 1, 1, tzinfo=UTC))
    unsettled = {
        session.tree.by_key[key].item.link_id
        for key, cell in session.cells.items()
        if cell.failure == LOOP
    }
    seen: set[tuple[str, ...]] = set()
    for name, loop in item_graph(form).loops.items():
        by_conditions = all(form.by_link_id[one].enable_when for one in loop)
        if loop not in seen and (by_conditions or name in unsettled):
            seen.add(loop)
            yield _problem(name, "loop", names=", ".join(loop)[:200])
