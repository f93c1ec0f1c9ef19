"""Checks the conditions of items: what they name, whether they can hold, what they leave open."""

from collections.abc import Iterator

from desktop.forms.answers import AnswerValue, Coding
from desktop.forms.fhir_values import fitted, value_in
from desktop.forms.findings import answer_code
from desktop.forms.form_problem import FormProblem, notice, problem
from desktop.forms.json_input import objects
from desktop.forms.questionnaire import EnableWhen, Item, ItemType, Questionnaire


def condition_findings(form: Questionnaire, item: Item) -> Iterator[FormProblem]:
    """What is wrong with the enableWhen of an item."""
    several = len(item.enable_when) > 1
    if several and item.source.get("enableBehavior") not in ("all", "any"):
        yield problem(item.link_id, "no-enable-behavior")
    if item.enable_when and item.enable_expression is not None:
        yield problem(item.link_id, "two-conditions")
    for condition, raw in zip(item.enable_when, objects(item.source, "enableWhen"), strict=True):
        target = form.by_link_id.get(condition.question)
        if target is None:
            yield problem(item.link_id, "dangling-enable-when", question=condition.question)
            continue
        given = value_in(raw, "answer")
        if given is None or (condition.operator == "exists" and not isinstance(given, bool)):
            yield problem(item.link_id, "enable-when-wrong-field", question=condition.question)
        yield from _condition(form, item, condition, target)
    if several and item.enable_all:
        yield from _contradictions(form, item)


def _condition(
    form: Questionnaire, item: Item, condition: EnableWhen, target: Item
) -> Iterator[FormProblem]:
    question = condition.question
    if not target.type.is_question:
        yield problem(item.link_id, "enable-when-no-question", question=question)
    elif target is item:
        yield problem(item.link_id, "enable-when-self")
    elif any(one is item for one in _ancestors(form, target)):
        yield problem(item.link_id, "enable-when-below", question=question)
    elif condition.operator != "exists" and not _may_equal(target, condition.answer):
        yield _impossible(item, condition, target)
    elif _is_out_of_reach(form, target):
        yield notice(item.link_id, "enable-when-unanswerable", question=question)


def _ancestors(form: Questionnaire, item: Item) -> Iterator[Item]:
    while item.parent is not None:
        item = form.by_link_id[item.parent]
        yield item


def _may_equal(target: Item, answer: AnswerValue) -> bool:
    if fitted(target.type, answer) is None:
        return False
    is_listed = target.type is ItemType.CHOICE and bool(target.options)
    return not is_listed or target.option_of(answer) is not None


def _impossible(item: Item, condition: EnableWhen, target: Item) -> FormProblem:
    """An answer that the question cannot have: never equal, so ``!=`` holds for every answer."""
    code = "enable-when-always" if condition.operator == "!=" else "enable-when-never"
    named = {"question": condition.question, "answer": answer_code(condition.answer)}
    if isinstance(condition.answer, Coding):
        found = _of_other_system(target, condition.answer)
        if found is not None:
            systems = {"wanted": condition.answer.system, "found": found.system}
            return problem(item.link_id, code, f"{code}-other-system", **named, **systems)
    return problem(item.link_id, code, **named)


def _of_other_system(target: Item, answer: Coding) -> Coding | None:
    values = (option.value for option in target.options)
    same = (one for one in values if isinstance(one, Coding) and one.code == answer.code)
    return next((one for one in same if answer.code), None)


def _is_out_of_reach(form: Questionnaire, target: Item) -> bool:
    """Nobody can see it and nothing computes it: it never has an answer here."""
    if target.calculated is not None or target.initial or target.initial_expression is not None:
        return False
    return target.hidden or any(one.hidden for one in _ancestors(form, target))


def _contradictions(form: Questionnaire, item: Item) -> Iterator[FormProblem]:
    """Two different answers wanted of one question that takes one."""
    wanted: dict[str, AnswerValue] = {}
    for condition in item.enable_when:
        target = form.by_link_id.get(condition.question)
        if target is None or target.repeats or condition.operator != "=":
            continue
        first = wanted.setdefault(condition.question, condition.answer)
        if first != condition.answer:
            yield problem(item.link_id, "unreachable", question=condition.question)
            return
