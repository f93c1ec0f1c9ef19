"""Reads a FHIR R4 QuestionnaireResponse back into answers by key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desktop.errors import KnownError
from desktop.forms.answers import Answer, Answered, AnswerValue, NoAnswer, NoAnswerReason
from desktop.forms.extensions import DATA_ABSENT_REASON, NOT_SAFE_TO_ASK, extension
from desktop.forms.fhir_values import value_in
from desktop.forms.instances import FormTree, Instance, ItemKey, grow_tree
from desktop.forms.json_input import JsonObject, a_text, an_object, objects
from desktop.forms.keeping import kept_values
from desktop.forms.questionnaire import Item, ItemType, Questionnaire
from desktop.forms.response_writing import REASON_CODES

MAX_REPEATS = 1_000
_MORE_REASONS = {"unknown": NoAnswerReason.UNABLE, "asked-unknown": NoAnswerReason.UNABLE}


@dataclass(slots=True)
class LoadedResponse:
    """``not_loaded`` names the linkIds that the form does not have or could not take."""

    tree: FormTree
    answers: dict[ItemKey, Answer] = field(default_factory=dict)
    not_loaded: list[str] = field(default_factory=list)


def read_response(form: Questionnaire, response: Mapping[str, object]) -> LoadedResponse:
    """The answers of a response. Raises KnownError when it is no QuestionnaireResponse."""
    if response.get("resourceType") != "QuestionnaireResponse":
        raise KnownError("response-not-a-response")
    counts: dict[tuple[str, tuple[int, ...]], int] = {}
    _count(response, form.items, (), counts)
    loaded = LoadedResponse(grow_tree(form, counts))
    _load(response, list(loaded.tree.roots), loaded)
    return loaded


def _is_repeating(item: Item) -> bool:
    return item.type is ItemType.GROUP and item.repeats


def _below(node: JsonObject) -> Iterator[JsonObject]:
    yield from objects(node, "item")
    for answer in objects(node, "answer"):
        yield from objects(answer, "item")


def _count(
    node: JsonObject,
    items: tuple[Item, ...],
    positions: tuple[int, ...],
    counts: dict[tuple[str, tuple[int, ...]], int],
) -> None:
    nodes = list(_below(node))
    for item in items:
        same = [one for one in nodes if one.get("linkId") == item.link_id]
        if _is_repeating(item):
            counts[item.link_id, positions] = min(len(same), MAX_REPEATS)
        for position, one in enumerate(same[:MAX_REPEATS]):
            here = (*positions, position) if _is_repeating(item) else positions
            _count(one, item.children, here, counts)


def _load(node: JsonObject, instances: list[Instance], loaded: LoadedResponse) -> None:
    waiting: dict[str, list[Instance]] = {}
    for instance in instances:
        waiting.setdefault(instance.item.link_id, []).append(instance)
    for one in _below(node):
        link_id = a_text(one, "linkId")
        if not waiting.get(link_id):
            loaded.not_loaded.append(link_id or "-")
            continue
        instance = waiting[link_id].pop(0)
        if instance.is_question:
            _load_answer(one, instance, loaded)
        _load(one, instance.children, loaded)


def _load_answer(node: JsonObject, instance: Instance, loaded: LoadedResponse) -> None:
    raw = objects(node, "answer")
    values = [value_in(one) for one in raw]
    given = [one for one in raw if any(name.startswith("value") for name in one)]
    known: tuple[AnswerValue, ...] = tuple(value for value in values if value is not None)
    if len(known) < len(given):
        loaded.not_loaded.append(instance.item.link_id)
    reason = _reason(node, *raw, *(an_object(one, name) for one in raw for name in one))
    kept = kept_values(instance.item, known)
    if kept:
        loaded.answers[instance.key] = Answered(kept)
    elif reason is not None:
        loaded.answers[instance.key] = NoAnswer(reason)


def _reason(*elements: JsonObject) -> NoAnswerReason | None:
    for element in elements:
        code = extension(element, DATA_ABSENT_REASON).get("valueCode")
        not_safe = extension(element, NOT_SAFE_TO_ASK).get("valueBoolean") is True
        if code == "not-asked" and not not_safe:
            continue
        found = {fhir: ours for ours, fhir in REASON_CODES} | _MORE_REASONS
        if isinstance(code, str) and code in found:
            return found[code]
    return None
