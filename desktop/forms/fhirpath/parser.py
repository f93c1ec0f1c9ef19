"""FHIRPath text to syntax tree: the precedence of FHIRPath N1, and no mercy for broken text.

Source: http://hl7.org/fhirpath/N1/#operator-precedence and its grammar, Appendix B.
"""

from decimal import Decimal

from desktop.forms.fhirpath.syntax import (
    Binary,
    Call,
    FhirPathSyntaxError,
    Index,
    Literal,
    Member,
    Node,
    QuantityLiteral,
    Sign,
    Special,
    TypeTest,
    Variable,
)
from desktop.forms.fhirpath.temporal import CALENDAR_UNITS, Temporal, parse_temporal
from desktop.forms.fhirpath.tokens import (
    END,
    NAME,
    NUMBER,
    SIGN,
    SPECIAL,
    STRING,
    TEMPORAL,
    VARIABLE,
    Token,
    tokenise,
)

MAX_CHARACTERS = 20_000
MAX_DEPTH = 60
"""Brackets and signs nested deeper than this are refused (real forms stay below 15)."""

MAX_OPERATORS = 400
"""Operators in one row, without brackets between them, of one level or less tight ones."""

_LEVELS: tuple[tuple[str, ...], ...] = (
    ("implies",),
    ("or", "xor"),
    ("and",),
    ("in", "contains"),
    ("=", "~", "!=", "!~"),
    ("<=", "<", ">", ">="),
    ("|",),
    ("is", "as"),
    ("+", "-", "&"),
    ("*", "/", "div", "mod"),
)
_LEVEL_OF = {operator: at for at, level in enumerate(_LEVELS) for operator in level}
_RESERVED = frozenset(word for word in _LEVEL_OF if word.isalpha()) - {
    *("as", "is", "contains", "in"),
}
"""Operators that cannot be the name of an element."""
_DURATIONS = frozenset(CALENDAR_UNITS) | frozenset(f"{unit}s" for unit in CALENDAR_UNITS)


def parse(text: str) -> Node:
    """The tree of ``text``. Raises FhirPathSyntaxError with the position of the first fault."""
    if len(text) > MAX_CHARACTERS:
        raise FhirPathSyntaxError(MAX_CHARACTERS + 1, "")
    parser = _Parser(tokenise(text))
    tree = parser.expression(0)
    parser.expect_end()
    return tree


class _Parser:
    """Reads tokens from left to right, operators by how tightly they bind."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def _take(self) -> Token:
        token = self._tokens[self._at]
        if token.kind != END:
            self._at += 1
        return token

    def _fail(self, token: Token) -> FhirPathSyntaxError:
        return FhirPathSyntaxError(token.position, token.text)

    def _is_sign(self, text: str) -> bool:
        token = self._tokens[self._at]
        return token.kind == SIGN and token.text == text

    def _expect(self, text: str) -> None:
        if not self._is_sign(text):
            raise self._fail(self._tokens[self._at])
        self._at += 1

    def expect_end(self) -> None:
        """Nothing may follow the expression."""
        if self._tokens[self._at].kind != END:
            raise self._fail(self._tokens[self._at])

    def expression(self, least: int) -> Node:
        """An expression of operators of this precedence level or tighter."""
        left = self._signed()
        for _ in range(MAX_OPERATORS):
            token = self._tokens[self._at]
            if token.kind not in (NAME, SIGN) or token.delimited:
                return left
            level = _LEVEL_OF.get(token.text, -1)
            if level < least:
                return left
            self._at += 1
            if token.text in ("is", "as"):
                left = TypeTest(token.text, left, self._type_name())
            else:
                left = Binary(token.text, left, self.expression(level + 1))
        raise self._fail(self._tokens[self._at])

    def _type_name(self) -> str:
        name = self._identifier()
        while self._is_sign("."):
            self._take()
            name = f"{name}.{self._identifier()}"
        return name

    def _identifier(self) -> str:
        token = self._take()
        if token.kind != NAME:
            raise self._fail(token)
        if token.text in _RESERVED and not token.delimited:
            raise self._fail(token)
        return token.text

    def _signed(self) -> Node:
        signs: list[str] = []
        while self._is_sign("-") or self._is_sign("+"):
            signs.append(self._take().text)
            if len(signs) > MAX_DEPTH:
                raise self._fail(self._tokens[self._at])
        node = self._postfixed()
        for operator in reversed(signs):
            node = Sign(operator, node)
        return node

    def _postfixed(self) -> Node:
        node = self._term()
        steps = 0
        while self._is_sign(".") or self._is_sign("["):
            steps += 1
            if steps > 4 * MAX_DEPTH:
                raise self._fail(self._tokens[self._at])
            if self._take().text == ".":
                node = self._invocation(node)
            else:
                node = Index(node, self._nested())
                self._expect("]")
        return node

    def _nested(self) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._fail(self._tokens[self._at])
        node = self.expression(0)
        self._depth -= 1
        return node

    def _invocation(self, base: Node | None) -> Node:
        if self._tokens[self._at].kind == SPECIAL:
            return Special(self._take().text)
        position = self._tokens[self._at].position
        name = self._identifier()
        if not self._is_sign("("):
            return Member(base, name)
        self._take()
        arguments: list[Node] = []
        if not self._is_sign(")"):
            arguments.append(self._nested())
            while self._is_sign(","):
                self._take()
                arguments.append(self._nested())
        self._expect(")")
        return Call(base, name, tuple(arguments), position)

    def _term(self) -> Node:
        token = self._tokens[self._at]
        kind, text = token.kind, token.text
        if kind == NAME and text in ("true", "false") and not token.delimited:
            self._at += 1
            return Literal(text == "true")
        if kind in (NAME, SPECIAL):
            return self._invocation(None)
        if kind == NUMBER:
            return self._number()
        if kind == TEMPORAL:
            return Literal(self._temporal())
        if kind == SIGN and text == "(":
            self._at += 1
            node = self._nested()
            self._expect(")")
            return node
        if kind not in (STRING, VARIABLE) and not (kind == SIGN and text == "{"):
            raise self._fail(token)
        self._at += 1
        if kind == SIGN:
            self._expect("}")
            return Literal(None)
        return Literal(text) if kind == STRING else Variable(text)

    def _number(self) -> Node:
        number = self._take().text
        unit = self._tokens[self._at]
        if unit.kind == STRING:
            return QuantityLiteral(Decimal(number), self._take().text)
        if unit.kind == NAME and unit.text in _DURATIONS:
            return QuantityLiteral(Decimal(number), self._take().text)
        if len(number) > 400:
            raise self._fail(unit)
        return Literal(Decimal(number) if "." in number else int(number))

    def _temporal(self) -> Temporal:
        token = self._take()
        kind, text = "date", token.text
        if text.startswith("T"):
            kind, text = "time", text[1:]
        elif "T" in text:
            kind = "dateTime"
        value = parse_temporal(kind, text)
        if value is None:
            raise self._fail(token)
        return value
