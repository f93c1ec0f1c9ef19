"""Checks the expressions of a form: names, functions, linkIds that they read, result types."""

from collections.abc import Iterator

from desktop.forms.expression_reads import defined_names
from desktop.forms.expression_types import fits_item, result_type
from desktop.forms.fhirpath.expression import Expression, unknown_functions
from desktop.forms.fhirpath.functions import argument_counts
from desktop.forms.fhirpath.syntax import Call, Index, Literal, Member, Node, Variable, walk
from desktop.forms.form_problem import FormProblem, problem
from desktop.forms.questionnaire import Item, Questionnaire

BUILT_IN = frozenset({"resource", "rootResource", "context", "questionnaire", "qitem", "ucum"})


def root_expression_findings(form: Questionnaire) -> Iterator[FormProblem]:
    """The variables and constraints at the root."""
    yield from _shadows(form, "", [one.name for one in form.variables])
    for variable in form.variables:
        if variable.expression is not None:
            yield from _expression(form, None, variable.expression)
    for rule in form.constraints:
        yield from _expression(form, None, rule.expression)
        yield from _truth("", rule.expression)


def expression_findings(form: Questionnaire, item: Item) -> Iterator[FormProblem]:
    """All expressions of one item."""
    yield from _shadows(form, item.link_id, [one.name for one in item.variables])
    found = [item.enable_expression, item.calculated, item.initial_expression]
    found += [variable.expression for variable in item.variables]
    found += [variable.context for variable in item.variables]
    for expression in dict.fromkeys([*found, *item.logic.expressions]):
        if expression is not None:
            yield from _expression(form, item, expression)
    yield from _result_types(item)


def _result_types(item: Item) -> Iterator[FormProblem]:
    logic = item.logic
    for expression in (item.calculated, item.initial_expression, logic.answer_options):
        if expression is not None and item.type.is_question:
            found = result_type(expression.tree)
            if not fits_item(item.type, found):
                yield problem(item.link_id, "wrong-result-type", found=str(found))
                break
    truths = [item.enable_expression, logic.required, logic.read_only]
    truths += [toggle.expression for toggle in logic.toggles]
    truths += [rule.expression for rule in logic.constraints]
    for expression in truths:
        if expression is not None:
            yield from _truth(item.link_id, expression)


def _truth(link_id: str, expression: Expression) -> Iterator[FormProblem]:
    """A rule that gives something else than true or false."""
    found = result_type(expression.tree)
    if found not in (None, "boolean"):
        yield problem(link_id, "rule-not-boolean", found=found)


def _shadows(form: Questionnaire, link_id: str, names: list[str]) -> Iterator[FormProblem]:
    for name in names:
        if name in BUILT_IN or name in form.launch_contexts:
            yield problem(link_id, "variable-shadows", variable=name)


def _expression(
    form: Questionnaire, item: Item | None, expression: Expression
) -> Iterator[FormProblem]:
    link_id = "" if item is None else item.link_id
    known = argument_counts()
    for function in unknown_functions(expression):
        says = "wrong-argument-count" if function in known else "unknown-function"
        yield problem(link_id, "unknown-function", says, function=function)
    for name in sorted(expression.variables - defined_names(form, item)):
        yield problem(link_id, "unknown-variable", variable=name)
    read = expression.link_ids_named - set(form.by_link_id)
    for question in sorted(read - _read_elsewhere(form, expression.tree)):
        yield problem(link_id, "dangling-expression", question=question)


def _read_elsewhere(form: Questionnaire, tree: Node) -> set[str]:
    """LinkIds that the expression looks up in what another form or a server gave."""
    foreign = {*form.launch_contexts, "questionnaire", "qitem"}
    every = [*form.variables, *(v for one in form.by_link_id.values() for v in one.variables)]
    for one in every:
        if one.expression is None or _root(one.expression.tree) in foreign:
            foreign.add(one.name)
    return {
        literal.value
        for call in walk(tree)
        if isinstance(call, Call) and _root(call) in foreign
        for argument in call.arguments
        for literal in walk(argument)
        if isinstance(literal, Literal) and isinstance(literal.value, str)
    }


def _root(node: Node) -> str:
    """The variable at the start of a chain of steps; empty without one."""
    current: Node | None = node
    while isinstance(current, Member | Call | Index):
        current = current.base
    return current.name if isinstance(current, Variable) else ""
