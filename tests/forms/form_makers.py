"""Small forms for tests, made from Python and read as a file would be."""

import json
from datetime import UTC, datetime
from typing import Any

from desktop.forms import extensions as ext
from desktop.forms.answers import Coding
from desktop.forms.questionnaire import Questionnaire
from desktop.forms.reading import read_questionnaire
from desktop.forms.session import FormSession

Json = dict[str, Any]
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
SYSTEM = "https://firstlight.example/fhir/CodeSystem/test"


def form_bytes(*items: Json, **fields: Any) -> bytes:
    """The bytes of a Questionnaire with these items."""
    body = {
        "resourceType": "Questionnaire",
        "url": "https://firstlight.example/fhir/Questionnaire/test",
        "version": "1.0.0",
        "status": "active",
        "title": "Test",
        "item": list(items),
    }
    return json.dumps(body | fields).encode()


def form(*items: Json, **fields: Any) -> Questionnaire:
    """A Questionnaire with these items, read."""
    return read_questionnaire(form_bytes(*items, **fields), "test.json")


def session(*items: Json, **fields: Any) -> FormSession:
    """A session of a form with these items, at noon of a fixed day."""
    return FormSession(form(*items, **fields), now=lambda: NOON)


def item(link_id: str, kind: str, *extensions: Json, **fields: Any) -> Json:
    """An item; ``extensions`` go into its extension list."""
    body: Json = {"linkId": link_id, "type": kind, "text": f"Text of {link_id}"} | fields
    return body | ({"extension": list(extensions)} if extensions else {})


def group(link_id: str, *children: Json, **fields: Any) -> Json:
    """A group with children."""
    return item(link_id, "group", item=list(children), **fields)


def coding(code: str) -> Json:
    """A coding as JSON."""
    return {"system": SYSTEM, "code": code, "display": code.capitalize()}


def code(name: str) -> Coding:
    """The same coding as an answer."""
    return Coding(name, SYSTEM, name.capitalize())


def choice(link_id: str, *codes: str, extensions: tuple[Json, ...] = (), **fields: Any) -> Json:
    """A choice with one option per code; ``code:3`` gives it the weight 3."""
    options = []
    for name in codes:
        name, _, weight = name.partition(":")
        option: Json = {"valueCoding": coding(name)}
        if weight:
            option["extension"] = [{"url": ext.WEIGHTS[1], "valueDecimal": int(weight)}]
        options.append(option)
    return item(link_id, "choice", *extensions, answerOption=options, **fields)


def when(question: str, operator: str, **answer: Any) -> Json:
    """One enableWhen condition."""
    return {"question": question, "operator": operator, **answer}


def expression(url: str, text: str, name: str = "", language: str = "text/fhirpath") -> Json:
    """An extension that holds an expression."""
    body = {"language": language, "expression": text}
    return {"url": url, "valueExpression": body | ({"name": name} if name else {})}


def calculated(text: str) -> Json:
    """A calculatedExpression."""
    return expression(ext.CALCULATED, text)


def ours(name: str, *parts: Json, **value: Any) -> Json:
    """One of our own extensions."""
    found: Json = {"url": ext.OURS + name} | value
    return found | ({"extension": list(parts)} if parts else {})


def spanish(text: str) -> Json:
    """The Spanish translation of a text, for a ``_name`` element."""
    return translated("es", text)


def translated(language: str, text: str) -> Json:
    """The same into any language."""
    parts = [{"url": "lang", "valueCode": language}, {"url": "content", "valueString": text}]
    return {"extension": [{"url": ext.TRANSLATION, "extension": parts}]}
