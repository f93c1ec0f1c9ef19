"""What an expression on an item reads: linkIds, its variables included; names it may use."""

from collections.abc import Iterator

from desktop.forms.fhirpath.expression import Expression
from desktop.forms.questionnaire import Item, Questionnaire, Variable

BUILT_IN = frozenset({"resource", "rootResource", "context", "questionnaire", "qitem"})


def link_ids_read(
    expression: Expression, at: Item | None, form: Questionnaire
) -> frozenset[str] | None:
    """The linkIds that an expression on ``at`` reads, its variables included; None for "anything".

    Each counts with all that stands below it.
    """
    found: set[str] = set()
    for one, place in _with_variables(expression, at, form):
        if one.link_ids is None:
            return None
        found |= one.link_ids
        if one.reads_own:
            if place is None:
                return None
            found.add(place.link_id)
    return frozenset(found)


def reads_clock(expression: Expression, at: Item | None, form: Questionnaire) -> bool:
    """Whether an expression on ``at``, or a variable that it reads, asks for the time or date."""
    return any(one.reads_clock for one, _place in _with_variables(expression, at, form))


def _with_variables(
    expression: Expression, at: Item | None, form: Questionnaire
) -> Iterator[tuple[Expression, Item | None]]:
    """The expression and those of its variables, each with the item on which it stands."""
    seen: set[tuple[str, str]] = set()
    waiting: list[tuple[Expression, Item | None]] = [(expression, at)]
    while waiting:
        one, place = waiting.pop()
        yield one, place
        for name in one.variables - BUILT_IN:
            variable, owner = definition(name, place, form)
            if variable is not None and variable.expression is not None:
                mark = (name, "" if owner is None else owner.link_id)
                if mark not in seen:
                    seen.add(mark)
                    waiting.append((variable.expression, owner))


def needs_server(name: str, at: Item | None, form: Questionnaire) -> bool:
    """Whether the variable ``name`` as seen from ``at`` has nothing here that gives its value.

    So has one in a language that asks a server, and every one that reads such a variable.
    """
    seen: set[tuple[str, str]] = set()
    waiting = [(name, at)]
    while waiting:
        name, place = waiting.pop()
        variable, owner = definition(name, place, form)
        mark = (name, "" if owner is None else owner.link_id)
        if variable is None or mark in seen:
            continue
        seen.add(mark)
        expression = variable.expression or variable.context
        if expression is None:
            return True
        waiting += [(one, owner) for one in expression.variables - BUILT_IN]
    return False


def reads_weights(expression: Expression, at: Item | None, form: Questionnaire) -> bool:
    """Whether the expression or a variable that it names directly uses weight() or ordinal()."""
    if expression.reads_weights:
        return True
    named = (definition(name, at, form)[0] for name in expression.variables - BUILT_IN)
    return any(
        variable is not None
        and variable.expression is not None
        and variable.expression.reads_weights
        for variable in named
    )


def definition(
    name: str, at: Item | None, form: Questionnaire
) -> tuple[Variable | None, Item | None]:
    """The variable ``name`` as seen from an item, and the item that defines it (None: the form)."""
    owner = at
    while owner is not None:
        for variable in owner.variables:
            if variable.name == name:
                return variable, owner
        owner = form.by_link_id[owner.parent] if owner.parent is not None else None
    return next((variable for variable in form.variables if variable.name == name), None), None


def defined_names(form: Questionnaire, item: Item | None) -> frozenset[str]:
    """Every ``%name`` that an expression on ``item`` may use."""
    names = {*BUILT_IN, "ucum", "sct", "loinc", *form.launch_contexts}
    names |= {variable.name for variable in form.variables}
    owner = item
    while owner is not None:
        names |= {variable.name for variable in owner.variables}
        owner = form.by_link_id[owner.parent] if owner.parent is not None else None
    return frozenset(names)
