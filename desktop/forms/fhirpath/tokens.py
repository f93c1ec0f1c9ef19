"""Splits FHIRPath text into tokens; anything that is no token is an error with its position."""

import re
from typing import Final, NamedTuple

from desktop.forms.fhirpath.syntax import FhirPathSyntaxError

NAME: Final = "name"
SIGN: Final = "sign"
STRING: Final = "string"
NUMBER: Final = "number"
VARIABLE: Final = "variable"
SPECIAL: Final = "special"
TEMPORAL: Final = "temporal"
END: Final = "end"
_DELIMITED: Final = "delimited"


class Token(NamedTuple):
    """``text`` is the value (quotes and escapes undone); ``position`` counts from 1."""

    kind: str
    text: str
    position: int
    delimited: bool = False


_QUOTED = r"'(?:[^'\\]|\\.)*'"
_BACKTICKED = r"`(?:[^`\\]|\\.)*`"
_BLANK = r"(?:\s+|//[^\n\r]*|/\*.*?\*/)*"
_TOKEN = re.compile(
    _BLANK + r"(?:(?P<name>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<sign><=|>=|!=|!~|/(?![/*])|[-+*&|<>=~().,\[\]{}])"
    rf"|(?P<string>{_QUOTED})"
    rf"|(?P<variable>%(?:[A-Za-z_][A-Za-z0-9_\-]*|{_QUOTED}|{_BACKTICKED}))"
    r"|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<special>\$(?:this|index|total)\b)"
    r"|(?P<temporal>@(?:T\d{2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?)?"
    r"|\d{4}(?:-\d{2}(?:-\d{2})?)?"
    r"(?:T(?:\d{2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?)?)?))"
    rf"|(?P<delimited>{_BACKTICKED})"
    r"|(?P<end>\Z))",
    re.DOTALL,
)
_BLANKS = re.compile(_BLANK, re.DOTALL)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_ESCAPES = {"r": "\r", "n": "\n", "t": "\t", "f": "\f"}
_AS_WRITTEN = frozenset({NAME, SIGN, NUMBER})


def tokenise(text: str) -> list[Token]:
    """The tokens of ``text`` and an END token. Raises FhirPathSyntaxError."""
    tokens: list[Token] = []
    at = 0
    kind = ""
    while kind != END:
        found = _TOKEN.match(text, at)
        if found is None:
            raise _no_token(text, at)
        kind = found.lastgroup or END
        start, at = found.span(kind)
        if kind in _AS_WRITTEN:
            tokens.append(Token(kind, text[start:at], start + 1))
        else:
            tokens.append(_token(kind, text[start:at], start + 1))
    return tokens


def _no_token(text: str, at: int) -> FhirPathSyntaxError:
    blank = _BLANKS.match(text, at)
    start = blank.end() if blank is not None else at
    return FhirPathSyntaxError(start + 1, text[start : start + 1])


def _token(kind: str, raw: str, position: int) -> Token:
    if kind == STRING:
        return Token(STRING, _unescaped(raw[1:-1], position), position)
    if kind == _DELIMITED:
        return Token(NAME, _unescaped(raw[1:-1], position), position, delimited=True)
    if kind == VARIABLE and raw[1] in "'`":
        return Token(VARIABLE, _unescaped(raw[2:-1], position), position)
    return Token(kind, raw[1:], position)


def _unescaped(body: str, position: int) -> str:
    if "\\" not in body:
        return body

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
