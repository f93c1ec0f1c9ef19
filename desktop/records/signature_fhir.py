"""A signature under a form as a FHIR R4 Signature, and back without loss."""

import base64
import binascii
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

import msgspec

from desktop.forms.extensions import SIGNATURE_FACTS, extension
from desktop.forms.instances import ItemKey
from desktop.forms.json_input import JsonObject
from desktop.forms.response_reading import LoadedSignatures
from desktop.forms.response_writing import JsonNode
from desktop.records.form_signature import FormSignature
from desktop.records.signature import Point

AUTHOR = "1.2.840.10065.1.12.1.1"
"""The author's signature, for a form that names nobody (ASTM E1762-95(2013))."""
_PURPOSES, _PURPOSE_SYSTEM = "1.2.840.10065.", "urn:iso-astm:E1762-95:2013"
_WIDTH, _HEIGHT = 400, 100


def signature_to_fhir(signed: FormSignature) -> JsonNode:
    """The Signature: purpose, time, name, the picture as SVG, and our record for reading it back.

    Source: https://hl7.org/fhir/R4/datatypes.html#Signature
    """
    code = signed.role or AUTHOR
    coding = {"code": code}
    if code.startswith(_PURPOSES):
        coding["system"] = _PURPOSE_SYSTEM
    facts = base64.b64encode(msgspec.json.encode(signed, order="deterministic")).decode()
    node: JsonNode = {
        "extension": [{"url": SIGNATURE_FACTS, "valueBase64Binary": facts}],
        "type": [coding],
        "when": signed.signed_at.isoformat().replace("+00:00", "Z"),
        "who": {"display": signed.printed_name},
    }
    if signed.signature is not None:
        node["sigFormat"] = "image/svg+xml"
        node["data"] = base64.b64encode(signature_svg(signed.signature.strokes)).decode()
    return node


def signature_from_fhir(target: ItemKey, node: JsonObject) -> FormSignature | None:
    """The signature as it was kept, now under ``target``; None for one made elsewhere.

    A node whose head and our record tell different things is one that somebody changed: None.
    """
    facts = extension(node, SIGNATURE_FACTS).get("valueBase64Binary")
    if not isinstance(facts, str):
        return None
    try:
        found = msgspec.json.decode(base64.b64decode(facts, validate=True), type=FormSignature)
    except (msgspec.DecodeError, binascii.Error, ValueError):
        return None
    return replace(found, target=target) if _agrees(found, node) else None


def signatures_from_fhir(
    loaded: Mapping[ItemKey, LoadedSignatures],
) -> tuple[FormSignature, ...]:
    """Every signature of ours in a response, by the keys that its rows have in it."""
    return tuple(
        signed
        for target, one in loaded.items()
        for node in one.signatures
        if (signed := signature_from_fhir(target, node)) is not None
    )


def signature_svg(strokes: tuple[tuple[Point, ...], ...]) -> bytes:
    """The strokes as a small SVG drawing; the same strokes give the same bytes."""
    paths = "".join(f'<path d="{_path(stroke)}"/>' for stroke in strokes if stroke)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}">'
    style = '<g fill="none" stroke="black" stroke-width="2" stroke-linecap="round">'
    return f"{head}{style}{paths}</g></svg>".encode()


def _agrees(found: FormSignature, node: JsonObject) -> bool:
    own = signature_to_fhir(found)
    return all(own.get(name) == node.get(name) for name in ("when", "who", "data"))


def _path(stroke: tuple[Point, ...]) -> str:
    return " ".join(_steps(stroke))


def _steps(stroke: tuple[Point, ...]) -> Iterator[str]:
    yield f"M{_place(stroke[0])}"
    if len(stroke) == 1:
        yield f"L{_place(stroke[0])}"
    for _, point in pairwise(stroke):
        yield f"L{_place(point)}"


def _place(point: Point) -> str:
    return f"{point[0] * _WIDTH:.1f},{point[1] * _HEIGHT:.1f}"
