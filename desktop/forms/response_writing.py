"""A FHIR R4 QuestionnaireResponse of what is enabled, readable without the form beside it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from desktop.forms.answers import Answer, NoAnswer, NoAnswerReason, answer_values
from desktop.forms.extensions import DATA_ABSENT_REASON, NOT_SAFE_TO_ASK, SIGNATURE
from desktop.forms.fhir_values import value_to_fhir
from desktop.forms.instances import FormTree, Instance, ItemKey, is_list
from desktop.forms.questionnaire import ItemType, Questionnaire
from desktop.forms.rows import answer_rows

REASON_CODES = (
    (NoAnswerReason.DECLINED, "asked-declined"),
    (NoAnswerReason.UNABLE, "asked-unknown"),
    (NoAnswerReason.NOT_SAFE, "not-asked"),
    (NoAnswerReason.LATER, "temp-unknown"),
    (NoAnswerReason.NOT_APPLICABLE, "not-applicable"),
)
"""Ours and FHIR's (http://terminology.hl7.org/CodeSystem/data-absent-reason)."""

JsonNode = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a response comes from: what items show, whether they take part, their words now.

    ``signatures`` are FHIR Signatures by the key of what they cover, "" for the whole response.
    """

    answer_of: Callable[[ItemKey], Answer]
    is_enabled: Callable[[ItemKey], bool]
    text_of: Callable[[Instance], str]
    signatures: Mapping[ItemKey, Sequence[JsonNode]] = field(default_factory=dict)


def write_response(
    form: Questionnaire,
    tree: FormTree,
    sources: Sources,
    status: str,
    authored: datetime | None,
) -> JsonNode:
    """The response. Disabled items are not in it; text and displays are copied from the form."""
    response: JsonNode = {"resourceType": "QuestionnaireResponse", "status": status}
    if form.url:
        response["questionnaire"] = f"{form.url}|{form.version}" if form.version else form.url
    if authored is not None:
        response["authored"] = authored.isoformat(timespec="seconds").replace("+00:00", "Z")
    signed = _signature_extensions(ItemKey(""), sources)
    if signed:
        response["extension"] = signed
    items = _all_written(tree.roots, sources)
    if items:
        response["item"] = items
    return response


def write_item(instance: Instance, sources: Sources) -> JsonNode | None:
    """One item of a response; None where it is disabled, says nothing, or is none of the form."""
    if instance.item.added or not sources.is_enabled(instance.key):
        return None
    node: JsonNode = {"linkId": instance.item.link_id}
    text = sources.text_of(instance)
    if text:
        node["text"] = text
    content = _content(instance, sources)
    signed = _signature_extensions(instance.key, sources)
    if signed:
        content["extension"] = [*content.get("extension", []), *signed]
    return node | content if content else None


def _content(instance: Instance, sources: Sources) -> JsonNode:
    if instance.item.type is ItemType.DISPLAY:
        return {}
    if instance.is_question:
        return _answered(instance, sources)
    below = _all_written(instance.children, sources)
    return {"item": below} if below else {}


def _all_written(instances: Iterable[Instance], sources: Sources) -> list[JsonNode]:
    written = (write_item(one, sources) for one in instances)
    return [node for node in written if node is not None]


def _answered(instance: Instance, sources: Sources) -> JsonNode:
    item, answer = instance.item, sources.answer_of(instance.key)
    content: JsonNode = {}
    if isinstance(answer, NoAnswer):
        content["extension"] = _reason_extensions(answer.reason)
    values = answer_values(answer)
    answers = [dict([value_to_fhir(item.type, value)]) for value in values]
    if is_list(item):
        at = len(instance.rows)
        for row, node in zip(answer_rows(values), answers, strict=True):
            inside = [one for one in instance.children if one.rows[at] == row]
            _put_below(node, _all_written(inside, sources))
    else:
        below = _all_written(instance.children, sources)
        if below:
            answers = answers or [{}]
            _put_below(answers[0], below)
    if answers:
        content["answer"] = answers
    return content


def _put_below(answer: JsonNode, below: list[JsonNode]) -> None:
    if below:
        answer["item"] = below


def _signature_extensions(key: ItemKey, sources: Sources) -> list[JsonNode]:
    signatures = sources.signatures.get(key, ())
    return [{"url": SIGNATURE, "valueSignature": one} for one in signatures]


def _reason_extensions(reason: NoAnswerReason) -> list[JsonNode]:
    found: list[JsonNode] = [{"url": DATA_ABSENT_REASON, "valueCode": dict(REASON_CODES)[reason]}]
    if reason is NoAnswerReason.NOT_SAFE:
        found.append({"url": NOT_SAFE_TO_ASK, "valueBoolean": True})
    return found


def response_bytes(response: JsonNode) -> bytes:
    """Canonical JSON: sorted names, no spaces, decimals as typed; equal content, equal bytes."""
    return msgspec.json.Encoder(decimal_format="number", order="sorted").encode(response)
