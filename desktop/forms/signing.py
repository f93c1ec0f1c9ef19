"""Which signatures a form wants now, what each one covers, and whether that is still the same."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.forms.extensions import SIGNATURE
from desktop.forms.instances import ItemKey
from desktop.forms.json_input import JsonObject, objects
from desktop.forms.questionnaire import LocalText, Questionnaire, all_items
from desktop.forms.response_writing import JsonNode, response_bytes
from desktop.forms.session import FormSession

WHOLE_FORM = ItemKey("")
"""The target of a signature under the whole form."""


@dataclass(frozen=True, slots=True)
class WantedSignature:
    """One signature that the form asks for: under which item, and as whom.

    ``target`` is the key of the item, ``WHOLE_FORM`` for the form; ``role`` is the form's own code
    of who signs, or "" where it names nobody. Each role signs for itself. ``title`` is what the
    form calls that part.
    """

    target: ItemKey
    role: str
    title: LocalText


def wanted_signatures(session: FormSession) -> tuple[WantedSignature, ...]:
    """Every signature wanted now, in reading order, the one under the whole form last.

    Items that are disabled or hidden want none. Source: FHIR core extension
    ``questionnaire-signatureRequired``.
    """
    form = session.questionnaire
    found = [
        WantedSignature(one.key, role, one.item.text if one.item.text.base.strip() else form.title)
        for link_id in _signed_link_ids(form)
        for one in session.tree.by_link_id.get(link_id, ())
        if one.item.signature is not None and session.state(one.key).visible
        for role in one.item.signature.roles or ("",)
    ]
    if form.signature is not None:
        roles = form.signature.roles or ("",)
        found += [WantedSignature(WHOLE_FORM, role, form.title) for role in roles]
    return tuple(found)


def is_inside(form: Questionnaire, target: ItemKey, key: ItemKey) -> bool:
    """Whether an answer, or a list of rows, is part of what ``target`` covers."""
    if target == WHOLE_FORM:
        return True
    link_id, rows = _parts(target)
    inner, inner_rows = _parts(key)
    if link_id not in form.by_link_id:
        return False
    item = form.item(link_id)
    below = {one.link_id for one in all_items((item,))}
    return inner in below and inner_rows[: len(rows)] == rows


def touches(form: Questionnaire, target: ItemKey, keys: Iterable[ItemKey]) -> bool:
    """Whether any of these answers is part of what ``target`` covers."""
    return any(is_inside(form, target, key) for key in keys)


def content_digest(session: FormSession, target: ItemKey) -> str:
    """SHA-256 (hex) of everything that ``target`` covers, as the response says it now."""
    if target == WHOLE_FORM:
        return digest_of(session.to_response())
    return digest_of(session.written(target) or {})


def digest_of(node: JsonObject) -> str:
    """SHA-256 (hex) of the answers in a response or in an item of one.

    Signatures themselves, the words of the questions and the head of the response are left out.
    """
    return hashlib.sha256(response_bytes(_answers_only(node))).hexdigest()


def signatures_that_hold(session: FormSession) -> dict[ItemKey, tuple[JsonNode, ...]]:
    """The signatures that a response came with, where what they cover is what they covered.

    Holds for a session as it was loaded and settled, whoever made the signature.
    """
    return {
        target: tuple(dict(one) for one in loaded.signatures)
        for target, loaded in session.loaded_signatures.items()
        if _covers(loaded.signed, content_digest(session, target))
    }


def _covers(signed: JsonObject, content: str) -> bool:
    """Whether the signed node says this; one with half a character cannot be written again."""
    try:
        response_bytes(dict(signed))
        return digest_of(signed) == content
    except UnicodeEncodeError:
        return False


def _answers_only(node: JsonObject) -> JsonNode:
    kept: JsonNode = {}
    reasons = [one for one in objects(node, "extension") if one.get("url") != SIGNATURE]
    if reasons and "linkId" in node:
        kept["extension"] = reasons
    if "linkId" in node:
        kept["linkId"] = node["linkId"]
    answers = [_answer_only(one) for one in objects(node, "answer")]
    if any(answers):
        kept["answer"] = [one for one in answers if one]
    below = _written_items(node)
    if below:
        kept["item"] = below
    return kept


def _answer_only(answer: JsonObject) -> JsonNode:
    kept = {name: value for name, value in answer.items() if name != "item"}
    below = _written_items(answer)
    return kept | {"item": below} if below else kept


def _written_items(node: JsonObject) -> list[JsonNode]:
    """The items below that say anything: one that only carries a signature does not."""
    below = [_answers_only(one) for one in objects(node, "item")]
    return [one for one in below if len(one) > 1]


def _signed_link_ids(form: Questionnaire) -> tuple[str, ...]:
    return tuple(link_id for link_id, one in form.by_link_id.items() if one.signature is not None)


def _parts(key: ItemKey) -> tuple[str, tuple[str, ...]]:
    """The linkId and the row ids of a key."""
    link_id, at, rows = key.rpartition("@")
    return (link_id, tuple(rows.split("."))) if at else (rows, ())
