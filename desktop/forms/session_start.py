"""How a session starts: initial values of an empty form, or the answers of a response."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop.forms.answer_json import same_answer
from desktop.forms.answers import Answer, Answered
from desktop.forms.initial_values import initial_step, written_values
from desktop.forms.instances import FormTree, ItemKey, grow_tree, is_list
from desktop.forms.kept_cells import kept_cells
from desktop.forms.population import populate
from desktop.forms.questionnaire import Item, Questionnaire
from desktop.forms.response_reading import LoadedSignatures, NotLoaded, read_response
from desktop.forms.rows import rows_in
from desktop.forms.settling import Settler


@dataclass(frozen=True, slots=True)
class Start:
    """A settled beginning; ``settler`` watches ``answers``, which the session goes on to change.

    ``awaiting`` have a computed initial value that comes when they first take part.
    ``signatures`` are those of the response, by the key of what they cover.
    """

    answers: dict[ItemKey, Answer]
    settler: Settler
    awaiting: set[ItemKey] = field(default_factory=set)
    not_loaded: tuple[NotLoaded, ...] = ()
    signatures: Mapping[ItemKey, LoadedSignatures] = field(default_factory=dict)


def started(
    form: Questionnaire,
    response: Mapping[str, object] | None,
    now: Callable[[], datetime],
    launch: Mapping[str, object],
    *,
    is_finished: bool = False,
) -> Start:
    """The beginning of a session. Raises KnownError for a response that is none."""
    if response is None:
        return _empty(form, now, launch)
    loaded = read_response(form, response)
    answers = loaded.answers
    tree = tree_of(form, answers)
    kept = kept_cells(tree, answers) if is_finished else None
    calculated = {
        key: answers.pop(key)
        for key, instance in tree.by_key.items()
        if instance.item.calculated is not None and key in answers
    }
    settler = Settler(form, tree, answers, now, launch, kept)
    for key, stored in calculated.items():
        if not tree.by_key[key].item.read_only and not same_answer(stored, settler.answer_of(key)):
            answers[key] = stored
            settler.settle([key])
    return Start(answers, settler, _awaiting(settler), tuple(loaded.not_loaded), loaded.signatures)


def tree_of(
    form: Questionnaire, answers: Mapping[ItemKey, Answer], standing: FormTree | None = None
) -> FormTree:
    """The items as the answers make them stand; those of ``standing`` are taken over."""

    def rows_of(item: Item, list_key: ItemKey) -> tuple[int, ...]:
        return rows_in(answers, item, list_key)

    return grow_tree(form, rows_of, None if standing is None else standing.by_key)


def _empty(form: Questionnaire, now: Callable[[], datetime], launch: Mapping[str, object]) -> Start:
    answers: dict[ItemKey, Answer] = {}
    tree = tree_of(form, answers)
    for key, instance in tree.by_key.items():
        values = written_values(instance)
        if values:
            answers[key] = Answered(values)
    if any(is_list(tree.by_key[key].item) for key in answers):
        tree = tree_of(form, answers)
    settler = Settler(form, tree, answers, now, launch)

    def regrow(link_id: str) -> None:
        settler.settle(settler.retree(tree_of(form, answers, settler.tree), [link_id]))

    populate(form, settler, answers, regrow)
    for key, instance in tuple(settler.tree.by_key.items()):
        step = None
        if instance.item.initial_expression is not None:
            step = initial_step(instance, answers, settler)
        if step is not None:
            answers[key] = step.after
            settler.settle([key])
            if is_list(instance.item):
                regrow(instance.item.link_id)
    return Start(answers, settler, _awaiting(settler))


def _awaiting(settler: Settler) -> set[ItemKey]:
    return {
        key
        for key, one in settler.tree.by_key.items()
        if one.item.initial_expression is not None and not settler.is_enabled(key)
    }
