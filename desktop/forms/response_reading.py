"""Reads a FHIR R4 QuestionnaireResponse back into answers by key, also one made elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.errors import KnownError
from desktop.forms.answers import (
    Answer,
    Answered,
    AnswerValue,
    NoAnswer,
    NoAnswerReason,
    Rows,
)
from desktop.forms.extensions import (
    DATA_ABSENT_REASON,
    NOT_SAFE_TO_ASK,
    SIGNATURE,
    extension,
    extensions,
)
from desktop.forms.fhir_values import value_in
from desktop.forms.instances import ItemKey, first_rows, is_list, make_key
from desktop.forms.json_input import JsonObject, a_text, an_object, objects
from desktop.forms.keeping import kept_values
from desktop.forms.questionnaire import Item, ItemType, Questionnaire
from desktop.forms.response_writing import REASON_CODES
from desktop.forms.rows import answer_rows

MAX_REPEATS = 1_000
_MORE_REASONS = {"unknown": NoAnswerReason.UNABLE, "asked-unknown": NoAnswerReason.UNABLE}


class NotLoadedWhy(StrEnum):
    """Why a part of a response was left out."""

    NO_SUCH_ITEM = "no-such-item"
    TOO_MANY = "too-many"
    NO_VALUE = "no-value"


@dataclass(frozen=True, slots=True)
class NotLoaded:
    """One part of a response that the form has no place for; "-" where it has no linkId."""

    link_id: str
    why: NotLoadedWhy


@dataclass(frozen=True, slots=True)
class LoadedSignatures:
    """The FHIR Signatures of an item or of the response, with the node that they stand in."""

    signatures: tuple[JsonObject, ...]
    signed: JsonObject = field(repr=False)


@dataclass(slots=True)
class LoadedResponse:
    """The answers by key, rows included, what was signed, and what could not be taken."""

    answers: dict[ItemKey, Answer] = field(default_factory=dict)
    not_loaded: list[NotLoaded] = field(default_factory=list)
    signatures: dict[ItemKey, LoadedSignatures] = field(default_factory=dict)


def read_response(form: Questionnaire, response: Mapping[str, object]) -> LoadedResponse:
    """The answers of a response. Raises KnownError when it is no QuestionnaireResponse."""
    if response.get("resourceType") != "QuestionnaireResponse":
        raise KnownError("response-not-a-response")
    loading = _Loading(LoadedResponse())
    loading.signed(ItemKey(""), response)
    loading.items(objects(response, "item"), form.items, ())
    return loading.loaded


@dataclass(frozen=True, slots=True)
class _Loading:
    loaded: LoadedResponse

    def items(
        self, nodes: Sequence[JsonObject], items: tuple[Item, ...], rows: tuple[int, ...]
    ) -> None:
        """The nodes of one level into the items of that level."""
        known = {item.link_id: item for item in items}
        found: dict[str, list[JsonObject]] = {}
        for node in nodes:
            link_id = a_text(node, "linkId")
            if link_id in known:
                found.setdefault(link_id, []).append(node)
            else:
                self._left_out(link_id, NotLoadedWhy.NO_SUCH_ITEM)
        for link_id, same in found.items():
            self._item(known[link_id], same, rows)

    def signed(self, key: ItemKey, node: JsonObject) -> None:
        """Keep the signatures of one item, or of the response."""
        found = [an_object(one, "valueSignature") for one in extensions(node, SIGNATURE)]
        if any(found):
            self.loaded.signatures[key] = LoadedSignatures(tuple(filter(None, found)), node)

    def _item(self, item: Item, nodes: list[JsonObject], rows: tuple[int, ...]) -> None:
        if not (item.repeats and item.type is ItemType.GROUP):
            self.signed(make_key(item.link_id, rows), nodes[0])
        if item.type.is_question:
            self._question(item, nodes, rows)
        elif item.repeats and item.type is ItemType.GROUP:
            self._rows(item, nodes, rows)
        else:
            self._only_first(item, nodes)
            self.items(list(_below(nodes[0])), item.children, rows)

    def _rows(self, item: Item, nodes: list[JsonObject], rows: tuple[int, ...]) -> None:
        for _ in nodes[MAX_REPEATS:]:
            self._left_out(item.link_id, NotLoadedWhy.TOO_MANY)
        taken = nodes[:MAX_REPEATS]
        count = max(len(taken), len(first_rows(item)))
        ids = tuple(range(count))
        if ids != first_rows(item):
            self.loaded.answers[make_key(item.link_id, rows)] = Rows(ids, count)
        for row, node in enumerate(taken):
            self.signed(make_key(item.link_id, (*rows, row)), node)
            self.items(list(_below(node)), item.children, (*rows, row))

    def _question(self, item: Item, nodes: list[JsonObject], rows: tuple[int, ...]) -> None:
        """Some fillers write a repeating question as several items of one linkId."""
        if not item.repeats:
            self._only_first(item, nodes)
            nodes = nodes[:1]
        raw = [answer for node in nodes for answer in objects(node, "answer")]
        pairs = [(value, one) for one in raw for value in self._values(item, one)]
        key = make_key(item.link_id, rows)
        if pairs:
            self.loaded.answers[key] = Answered(tuple(value for value, _ in pairs))
        else:
            reason = _reason(*nodes, *raw, *(an_object(one, name) for one in raw for name in one))
            if reason is not None:
                self.loaded.answers[key] = NoAnswer(reason)
        if not is_list(item):
            below = [one for node in nodes for one in _below(node)]
            self.items(below, item.children, rows)
            return
        for row, (_, one) in zip(answer_rows([value for value, _ in pairs]), pairs, strict=True):
            self.items(objects(one, "item"), item.children, (*rows, row))

    def _values(self, item: Item, answer: JsonObject) -> tuple[AnswerValue, ...]:
        value = value_in(answer)
        if value is not None:
            return kept_values(item, (value,))
        if any(name.startswith("value") for name in answer):
            self._left_out(item.link_id, NotLoadedWhy.NO_VALUE)
        return ()

    def _only_first(self, item: Item, nodes: list[JsonObject]) -> None:
        for _ in nodes[1:]:
            self._left_out(item.link_id, NotLoadedWhy.TOO_MANY)

    def _left_out(self, link_id: str, why: NotLoadedWhy) -> None:
        self.loaded.not_loaded.append(NotLoaded(link_id or "-", why))


def _below(node: JsonObject) -> Iterator[JsonObject]:
    yield from objects(node, "item")
    for answer in objects(node, "answer"):
        yield from objects(answer, "item")


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
