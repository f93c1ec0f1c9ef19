"""A FHIR R4 QuestionnaireResponse of what is enabled, readable without the form beside it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec

from desktop.forms.answers import Answer, Answered, NoAnswer, NoAnswerReason
from desktop.forms.extensions import DATA_ABSENT_REASON, NOT_SAFE_TO_ASK
from desktop.forms.fhir_values import value_to_fhir
from desktop.forms.instances import FormTree, Instance, ItemKey
from desktop.forms.questionnaire import Item, ItemType, Questionnaire

REASON_CODES = (
    (NoAnswerReason.DECLINED, "asked-declined"),
    (NoAnswerReason.UNABLE, "asked-unknown"),
    (NoAnswerReason.NOT_SAFE, "not-asked"),
    (NoAnswerReason.LATER, "temp-unknown"),
    (NoAnswerReason.NOT_APPLICABLE, "not-applicable"),
)
"""Ours and FHIR's (http://terminology.hl7.org/CodeSystem/data-absent-reason)."""

JsonNode = dict[str, Any]


def write_response(
    form: Questionnaire,
    tree: FormTree,
    answer_of: Callable[[ItemKey], Answer],
    is_enabled: Callable[[ItemKey], bool],
    status: str,
    authored: datetime | None,
) -> JsonNode:
    """The response. Disabled items are not in it; text and displays are copied from the form."""

    def written(instance: Instance) -> JsonNode | None:
        if not is_enabled(instance.key) or instance.item.type is ItemType.DISPLAY:
            return None
        below = [node for node in map(written, instance.children) if node is not None]
        node = _node(instance.item)
        if not instance.is_question:
            return node | {"item": below} if below else None
        content = _answered(instance.item, answer_of(instance.key), below)
        return node | content if content else None

    response: JsonNode = {"resourceType": "QuestionnaireResponse", "status": status}
    if form.url:
        response["questionnaire"] = f"{form.url}|{form.version}" if form.version else form.url
    if authored is not None:
        response["authored"] = authored.isoformat(timespec="seconds").replace("+00:00", "Z")
    items = [node for node in map(written, tree.roots) if node is not None]
    if items:
        response["item"] = items
    return response


def _node(item: Item) -> JsonNode:
    node: JsonNode = {"linkId": item.link_id}
    if item.text:
        node["text"] = item.text.base
    return node


def _answered(item: Item, answer: Answer, below: list[JsonNode]) -> JsonNode:
    content: JsonNode = {}
    answers: list[JsonNode] = []
    if isinstance(answer, NoAnswer):
        content["extension"] = _reason_extensions(answer.reason)
    if isinstance(answer, Answered):
        answers = [dict([value_to_fhir(item.type, value)]) for value in answer.values]
    if below:
        answers = answers or [{}]
        answers[0]["item"] = below
    if answers:
        content["answer"] = answers
    return content


def _reason_extensions(reason: NoAnswerReason) -> list[JsonNode]:
    found: list[JsonNode] = [{"url": DATA_ABSENT_REASON, "valueCode": dict(REASON_CODES)[reason]}]
    if reason is NoAnswerReason.NOT_SAFE:
        found.append({"url": NOT_SAFE_TO_ASK, "valueBoolean": True})
    return found


def response_bytes(response: JsonNode) -> bytes:
    """Canonical JSON: sorted names, no spaces, decimals as typed; equal content, equal bytes."""
    return msgspec.json.Encoder(decimal_format="number", order="sorted").encode(response)
