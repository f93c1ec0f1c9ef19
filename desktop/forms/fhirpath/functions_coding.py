"""FHIRPath functions that write text in another notation and read it back.

Source: FHIRPath 2.1 (https://build.fhir.org/ig/HL7/FHIRPath), "Additional String Functions".
"""

import base64
import binascii
import html
import json
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from desktop.forms.fhirpath.elements import Items
from desktop.forms.fhirpath.evaluation import Run
from desktop.forms.fhirpath.functions import Function, Valued
from desktop.forms.fhirpath.functions_text import text_in
from desktop.forms.fhirpath.syntax import EvaluationError

Notations = Mapping[str, Callable[[str], str]]


_JSON_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|.)", re.DOTALL)


def _unescaped_json(text: str) -> str:
    return _JSON_ESCAPE.sub(lambda escape: str(json.loads(f'"{escape.group()}"')), text)


def _notation(notations: Notations) -> Valued:
    def call(_: Run, items: Items, arguments: list[Items]) -> Items:
        text, name = text_in(items), text_in(arguments[0])
        if text is None or name is None:
            return []
        write = notations.get(name)
        if write is None:
            raise EvaluationError("this notation is not known")
        try:
            return [write(text)]
        except (ValueError, binascii.Error):
            return []

    return Valued(call, 1, 1)


_ENCODE: Notations = {
    "hex": lambda text: text.encode().hex(),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "urlbase64": lambda text: base64.urlsafe_b64encode(text.encode()).decode(),
}
_DECODE: Notations = {
    "hex": lambda text: bytes.fromhex(text).decode(),
    "base64": lambda text: base64.b64decode(text, validate=True).decode(),
    "urlbase64": lambda text: base64.b64decode(text, altchars=b"-_", validate=True).decode(),
}
_ESCAPE: Notations = {
    "html": lambda text: html.escape(text, quote=True).replace("&#x27;", "&#39;"),
    "json": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
}
_UNESCAPE: Notations = {"html": html.unescape, "json": _unescaped_json}

FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "encode": _notation(_ENCODE),
        "decode": _notation(_DECODE),
        "escape": _notation(_ESCAPE),
        "unescape": _notation(_UNESCAPE),
    }
)
