"""The same expression evaluated by ours and by fhirpathpy, on a response made for its form."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from random import Random

from fhirpathpy import compile as compile_reference
from fhirpathpy.engine.nodes import FP_Type, ResourceNode
from fhirpathpy.models import models

from desktop.forms.fhirpath.expression import Expression
from desktop.forms.fhirpath.quantities import QuantityValue
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.fhirpath.temporal import Temporal
from desktop.forms.fhirpath.values import text_of
from tests.forms.fhirpath.responses import PlainEnvironment

PATIENT = {
    "resourceType": "Patient",
    "gender": "female",
    "birthDate": "1984-05-06",
    "name": [
        {"use": "official", "family": "Rivera", "given": ["Ana", "Luz"], "text": "Ana Rivera"}
    ],
    "telecom": [{"system": "phone", "value": "555-0100", "use": "home"}],
    "address": [{"use": "home", "line": ["1 Main St"], "city": "Newark", "postalCode": "07101"}],
}
SAMPLES = ("empty", "first", "second")


def sample_response(form: Mapping[str, object], link_ids: frozenset[str], sample: str):
    """A response with answers to some items of a form, and the item that stands first in it."""
    random = Random(sample)
    root: dict[str, object] = {"resourceType": "QuestionnaireResponse", "status": "completed"}
    items = [] if sample == "empty" else list(_filled(form, link_ids, random))
    if items:
        root["item"] = items
    return root, items[0] if items else root


def _filled(parent, link_ids, random) -> Iterator[dict[str, object]]:
    for item in parent.get("item", []):
        below = list(_filled(item, link_ids, random))
        node = {"linkId": item.get("linkId", ""), "text": item.get("text", "")}
        if item.get("linkId") in link_ids and item.get("type") not in ("group", "display"):
            yield node | {"answer": [_answer(item, random) | ({"item": below} if below else {})]}
        elif below or item.get("linkId") in link_ids:
            yield node | ({"item": below} if below else {})


def _answer(item, random) -> dict[str, object]:
    options = item.get("answerOption") or []
    if options:
        chosen = random.choice(options)
        return {name: value for name, value in chosen.items() if name.startswith("value")}
    code = random.choice(["Y", "N", "373066001"])
    match item.get("type"):
        case "boolean":
            return {"valueBoolean": random.random() < 0.5}
        case "integer":
            return {"valueInteger": random.randint(1, 9)}
        case "decimal":
            return {"valueDecimal": Decimal(random.randint(10, 900)) / 10}
        case "date":
            return {"valueDate": random.choice(["2020-02-03", "1999-12-31"])}
        case "dateTime":
            return {"valueDateTime": "2020-02-03T10:00:00Z"}
        case "quantity":
            return {"valueQuantity": {"value": random.randint(40, 180), "unit": "kg", "code": "kg"}}
        case "choice" | "open-choice":
            return {"valueCoding": {"system": "http://loinc.org", "code": code, "display": code}}
        case _:
            return {"valueString": random.choice(["some words", "12"])}


def variables_for(expression: Expression, form: Mapping[str, object], sample: str):
    """A value for every variable that the expression names."""
    item = next(iter(form.get("item", [])), {})
    known = {"questionnaire": [form], "qitem": [item], "patient": [PATIENT], "age": [41]}
    known |= {"user": [{"resourceType": "Practitioner", "id": "u"}], "encounter": []}
    generic = {"empty": [], "first": [3], "second": [Decimal("62.5")]}[sample]
    names = expression.variables - {"resource", "rootResource", "context", "ucum", "sct", "loinc"}
    truth = [] if sample == "empty" else [sample == "first"]
    return {
        name: known.get(name, truth if "any" in name or "Exists" in name else generic)
        for name in names
    }


def ours(expression: Expression, root, context, variables, now: datetime):
    """Our value as plain JSON; "error" where it has none."""
    environment = PlainEnvironment(root, context, now, values=dict(variables))
    try:
        return [_plain(one) for one in expression.evaluate([context], environment)]
    except EvaluationError:
        return "error"


def reference(text: str):
    """fhirpathpy's evaluation of a text, parsed once."""
    evaluate = compile_reference(text, models["r4"])

    def call(root, context, variables):
        # fhirpathpy changes what it is given.
        own = json.loads(json.dumps(variables, default=_to_json), parse_float=Decimal)
        typed = [
            context if context is root else ResourceNode(context, "QuestionnaireResponse.item")
        ]
        copies = {"resource": [root], "rootResource": [root], "context": typed, **own}
        try:
            found = evaluate(typed, copies)
        except Exception:  # noqa: BLE001  # it raises bare Exception for every failure
            return "error"
        return [_plain(one) for one in found]

    return call


def _to_json(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else str(value)


def _plain(value: object) -> object:
    match value:
        case FP_Type():
            return str(value)
        case Temporal():
            return text_of(value)
        case QuantityValue(amount, unit):
            return {"value": amount, "unit": unit}
        case bool() | str() | None:
            return value
        case int() | float() | Decimal():
            return Decimal(str(value))
        case dict():
            return {name: _plain(part) for name, part in value.items()}
        case list():
            return [_plain(part) for part in value]
        case _:
            return str(value)


def agree(one: object, other: object) -> bool:
    """Equal; numbers up to a billionth, because fhirpathpy has binary floats for some functions."""
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return abs(one - other) <= Decimal("1e-9") * max(1, abs(one))
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(agree, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(agree(one[name], other[name]) for name in one)
    return one == other


def form_of(corpus: Path, name: str) -> Mapping[str, object]:
    """The JSON of the form of this file name."""
    path = next((corpus / "questionnaires").rglob(name))
    content = json.loads(path.read_bytes(), parse_float=Decimal)
    return content if isinstance(content, dict) else {}
