"""Splits FHIRPath text into tokens; anything that is no token is an error with its position."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from desktop.forms.fhirpath.syntax import FhirPathSyntaxError


class Kind(Enum):
    """What a token is."""

    NUMBER = auto()
    STRING = auto()
    TEMPORAL = auto()
    NAME = auto()
    VARIABLE = auto()
    SPECIAL = auto()
    SIGN = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """``text`` is the value (quotes and escapes undone); ``position`` counts from 1."""

    kind: Kind
    text: str
    position: int
    delimited: bool = False


_TEMPORAL = (
    r"@(?:T\d{2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?)?"
    r"|\d{4}(?:-\d{2}(?:-\d{2})?)?(?:T(?:\d{2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)"
)
_STRING = r"'(?:[^'\\]|\\.)*'"
_DELIMITED = r"`(?:[^`\\]|\\.)*`"
_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_VARIABLE = rf"%(?:[A-Za-z_][A-Za-z0-9_\-]*|{_STRING}|{_DELIMITED})"
_TOKEN = re.compile(
    rf"(?P<blank>\s+|//[^\n\r]*|/\*.*?\*/)"
    rf"|(?P<temporal>{_TEMPORAL})"
    rf"|(?P<number>\d+(?:\.\d+)?)"
    rf"|(?P<string>{_STRING})"
    rf"|(?P<delimited>{_DELIMITED})"
    rf"|(?P<variable>{_VARIABLE})"
    rf"|(?P<special>\$(?:this|index|total)\b)"
    rf"|(?P<name>{_NAME})"
    rf"|(?P<sign><=|>=|!=|!~|[-+*/&|<>=~().,\[\]{{}}])",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_ESCAPES = {"r": "\r", "n": "\n", "t": "\t", "f": "\f"}
_KINDS = {
    "temporal": Kind.TEMPORAL,
    "number": Kind.NUMBER,
    "string": Kind.STRING,
    "delimited": Kind.NAME,
    "variable": Kind.VARIABLE,
    "special": Kind.SPECIAL,
    "name": Kind.NAME,
    "sign": Kind.SIGN,
}


def tokenise(text: str) -> list[Token]:
    """The tokens of ``text`` and an END token. Raises FhirPathSyntaxError."""
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or (text.startswith("/*", at) and found.lastgroup != "blank"):
            raise FhirPathSyntaxError(at + 1, text[at])
        if found.lastgroup != "blank" and found.lastgroup is not None:
            tokens.append(_token(found.lastgroup, found.group(), at + 1))
        at = found.end()
    tokens.append(Token(Kind.END, "", len(text) + 1))
    return tokens


def _token(group: str, raw: str, position: int) -> Token:
    match group:
        case "string":
            return Token(Kind.STRING, _unescaped(raw[1:-1], position), position)
        case "delimited":
            return Token(Kind.NAME, _unescaped(raw[1:-1], position), position, delimited=True)
        case "variable":
            name = raw[1:]
            if name[0] in "'`":
                name = _unescaped(name[1:-1], position)
            return Token(Kind.VARIABLE, name, position)
        case "special":
            return Token(Kind.SPECIAL, raw[1:], position)
        case "temporal":
            return Token(Kind.TEMPORAL, raw[1:], position)
        case _:
            return Token(_KINDS[group], raw, position)


def _unescaped(body: str, position: int) -> str:
    def replace(escape: re.Match[str]) -> str:
        code = escape.group(1)
        if len(code) == 5:
            return chr(int(code[1:], 16))
        if code in _ESCAPES:
            return _ESCAPES[code]
        if code in "'\"`\\/":
            return code
        raise FhirPathSyntaxError(position + 1 + escape.start(), "\\" + code)

    return _ESCAPE.sub(replace, body)
