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
from desktop.forms.fhirpath.tokens import Kind, Token, tokenise

MAX_CHARACTERS = 20_000
MAX_DEPTH = 60
"""Brackets and signs nested deeper than this are refused (real forms stay below 15)."""

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
_WORDS = frozenset(word for level in _LEVELS for word in level if word.isalpha())
_NAME_WORDS = frozenset({"as", "is", "contains", "in"})
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
    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._next
        if token.kind is not Kind.END:
            self._at += 1
        return token

    def _fail(self, token: Token) -> FhirPathSyntaxError:
        return FhirPathSyntaxError(token.position, token.text)

    def _is_sign(self, text: str) -> bool:
        return self._next.kind is Kind.SIGN and self._next.text == text

    def _expect(self, text: str) -> None:
        if not self._is_sign(text):
            raise self._fail(self._next)
        self._take()

    def expect_end(self) -> None:
        """Nothing may follow the expression."""
        if self._next.kind is not Kind.END:
            raise self._fail(self._next)

    def _operator(self, level: int) -> str | None:
        token = self._next
        is_word = token.kind is Kind.NAME and not token.delimited
        if (is_word or token.kind is Kind.SIGN) and token.text in _LEVELS[level]:
            return token.text
        return None

    def expression(self, level: int) -> Node:
        """An expression of this precedence level or tighter."""
        if level == len(_LEVELS):
            return self._signed()
        left = self.expression(level + 1)
        while (operator := self._operator(level)) is not None:
            self._take()
            if operator in ("is", "as"):
                left = TypeTest(operator, left, self._type_name())
            else:
                left = Binary(operator, left, self.expression(level + 1))
        return left

    def _type_name(self) -> str:
        name = self._identifier()
        while self._is_sign("."):
            self._take()
            name = self._identifier()
        return name

    def _identifier(self) -> str:
        token = self._take()
        if token.kind is not Kind.NAME:
            raise self._fail(token)
        if token.text in _WORDS - _NAME_WORDS and not token.delimited:
            raise self._fail(token)
        return token.text

    def _signed(self) -> Node:
        signs: list[str] = []
        while self._is_sign("-") or self._is_sign("+"):
            signs.append(self._take().text)
            if len(signs) > MAX_DEPTH:
                raise self._fail(self._next)
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
                raise self._fail(self._next)
            if self._take().text == ".":
                node = self._invocation(node)
            else:
                node = Index(node, self._nested())
                self._expect("]")
        return node

    def _nested(self) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._fail(self._next)
        node = self.expression(0)
        self._depth -= 1
        return node

    def _invocation(self, base: Node | None) -> Node:
        if self._next.kind is Kind.SPECIAL:
            return Special(self._take().text)
        position = self._next.position
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
        token = self._next
        match token.kind:
            case Kind.NUMBER:
                return self._number()
            case Kind.STRING:
                return Literal(self._take().text)
            case Kind.TEMPORAL:
                return Literal(self._temporal())
            case Kind.VARIABLE:
                return Variable(self._take().text)
            case Kind.NAME if token.text in ("true", "false") and not token.delimited:
                return Literal(self._take().text == "true")
            case Kind.NAME | Kind.SPECIAL:
                return self._invocation(None)
            case Kind.SIGN if token.text == "(":
                self._take()
                node = self._nested()
                self._expect(")")
                return node
            case Kind.SIGN if token.text == "{":
                self._take()
                self._expect("}")
                return Literal(None)
            case _:
                raise self._fail(token)

    def _number(self) -> Node:
        number = self._take().text
        unit = self._next
        if unit.kind is Kind.STRING:
            return QuantityLiteral(Decimal(number), self._take().text)
        if unit.kind is Kind.NAME and unit.text in _DURATIONS:
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
