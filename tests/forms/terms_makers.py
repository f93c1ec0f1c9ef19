"""Value sets, code systems and bundles for tests, as JSON."""

import json

from tests.forms.form_makers import Json

YES_NO = "https://terms.example/ValueSet/yes-no"
COLOURS = "https://terms.example/CodeSystem/colours"


def value_set(name: str, *includes: Json, exclude: tuple[Json, ...] = (), **fields: object) -> Json:
    """A ValueSet with the id ``name`` and a URL made of it."""
    compose: Json = {"include": list(includes)}
    if exclude:
        compose["exclude"] = list(exclude)
    url = f"https://terms.example/ValueSet/{name}"
    return {
        "resourceType": "ValueSet",
        "id": name,
        "url": url,
        "version": "1",
        "compose": compose,
    } | fields


def listed(*codes: str, system: str = COLOURS) -> Json:
    """An include that lists codes."""
    return {"system": system, "concept": [{"code": one, "display": one.upper()} for one in codes]}


def expanded(name: str, *codes: str, **fields: object) -> Json:
    """A ValueSet that carries its expansion."""
    contains = [{"system": COLOURS, "code": one, "display": one.upper()} for one in codes]
    expansion = {"contains": contains} | fields
    url = f"https://terms.example/ValueSet/{name}"
    return {"resourceType": "ValueSet", "id": name, "url": url, "expansion": expansion}


def code_system(*concepts: Json, **fields: object) -> Json:
    """A complete code system of colours."""
    return {
        "resourceType": "CodeSystem",
        "url": COLOURS,
        "content": "complete",
        "concept": list(concepts),
    } | fields


def concept(code: str, *below: Json, **fields: object) -> Json:
    """A concept with concepts below it."""
    body: Json = {"code": code, "display": code.upper()}
    return body | ({"concept": list(below)} if below else {}) | fields


def bundle(*resources: Json) -> bytes:
    """The bytes of a Bundle."""
    entries = [{"resource": one} for one in resources]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode()
