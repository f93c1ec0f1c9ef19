"""Turns a FHIRPath tree into closures: what can be decided once is decided here, not per answer."""

from collections.abc import Callable
from functools import partial

from desktop.forms.fhirpath import operators
from desktop.forms.fhirpath.elements import Items, read_member, wrapped
from desktop.forms.fhirpath.evaluation import Code, Run
from desktop.forms.fhirpath.filters import compile_where
from desktop.forms.fhirpath.functions import (
    TYPE_FUNCTIONS,
    Coded,
    Plain,
    Valued,
    known_functions,
)
from desktop.forms.fhirpath.quantities import QuantityValue
from desktop.forms.fhirpath.sorting import sorted_items
from desktop.forms.fhirpath.syntax import (
    Binary,
    Call,
    EvaluationError,
    FhirPathSyntaxError,
    Index,
    Literal,
    Member,
    Node,
    QuantityLiteral,
    Sign,
    Special,
    TypeTest,
    UndefinedVariableError,
    Variable,
)
from desktop.forms.fhirpath.types import keep_type, type_name_of
from desktop.forms.fhirpath.values import is_number, single

_CONSTANTS = {
    "ucum": "http://unitsofmeasure.org",
    "sct": "http://snomed.info/sct",
    "loinc": "http://loinc.org",
}
_PREFIXES = {
    "vs-": "http://hl7.org/fhir/ValueSet/",
    "ext-": "http://hl7.org/fhir/StructureDefinition/",
}


def compile_tree(tree: Node, defines: bool) -> Code:
    """The closure that evaluates ``tree`` on a focus; ``defines``: it calls defineVariable().

    Raises FhirPathSyntaxError where an argument that must name a type does not.
    """
    return _Compiler(defines).code(tree)


class _Compiler:
    """``defines``: the expression has defineVariable(), whose names end with their argument."""

    def __init__(self, defines: bool) -> None:
        self._defines = defines

    def code(self, node: Node) -> Code:
        match node:
            case Literal(value):
                return _constant([] if value is None else [value])
            case QuantityLiteral(amount, unit):
                return _constant([QuantityValue(amount, unit)])
            case Member(base, name):
                return _member(self._base(base), name)
            case Call():
                return self._call(node)
            case Binary(operator, left, right):
                return operators.compile_binary(operator, self.inner(left), self.inner(right))
            case Variable(name):
                return _variable(name)
            case Index(base, index):
                return partial(_indexed, self.code(base), self.inner(index))
            case Special(name):
                return _SPECIALS[name]
            case Sign(operator, operand):
                return partial(_signed, operator == "-", self.code(operand))
            case TypeTest(operator, operand, type_name):
                return self._type_test(operator, operand, type_name)

    def inner(self, node: Node) -> Code:
        """A part whose own variables are not seen outside it."""
        code = self.code(node)
        return partial(_scoped, code) if self._defines else code

    def _base(self, base: Node | None) -> Code | None:
        return None if base is None else self.code(base)

    def _call(self, node: Call) -> Code:
        base = self._base(node.base)
        if node.name in TYPE_FUNCTIONS and len(node.arguments) == 1:
            type_name = type_name_of(node.arguments[0])
            if type_name is None:
                raise FhirPathSyntaxError(node.position, node.name)
            return self._typed(node.name, base or _this, type_name)
        if node.name == "where" and len(node.arguments) == 1:
            return compile_where(node, self.code, self.inner)
        if node.name == "sort":
            return self._sort(base or _this, node.arguments)
        function = known_functions().get(node.name)
        if function is None or not function.fewest <= len(node.arguments) <= function.most:
            return _unknown
        arguments = tuple(self.inner(argument) for argument in node.arguments)
        match function:
            case Plain(call):
                return partial(_plain_call, call, base or _this)
            case Valued(call):
                return partial(_valued_call, call, base or _this, arguments)
            case Coded(call):
                return partial(_coded_call, call, base or _this, arguments)

    def _type_test(self, operator: str, operand: Node, type_name: str) -> Code:
        return self._typed(operator, self.code(operand), type_name)

    def _typed(self, operator: str, operand: Code, type_name: str) -> Code:
        return partial(keep_type, operator, operand, type_name)

    def _sort(self, base: Code, arguments: tuple[Node, ...]) -> Code:
        keys = [
            (self.inner(one.operand), True)
            if isinstance(one, Sign) and one.operator == "-"
            else (self.inner(one), False)
            for one in arguments
        ]
        return partial(sorted_items, base, keys or [(_this, False)])


def _constant(items: Items) -> Code:
    def code(_: Run, __: Items) -> Items:
        return items

    return code


def _this(_: Run, this: Items) -> Items:
    return this


def _index_value(run: Run, _: Items) -> Items:
    if run.index is None:
        raise UndefinedVariableError("index")
    return [run.index]


def _total_value(run: Run, _: Items) -> Items:
    if run.total is None:
        raise UndefinedVariableError("total")
    return run.total


_SPECIALS: dict[str, Code] = {"this": _this, "index": _index_value, "total": _total_value}


def _unknown(_: Run, __: Items) -> Items:
    raise EvaluationError("the expression uses a function that is not known")


def _member(base: Code | None, name: str) -> Code:
    def code(run: Run, this: Items) -> Items:
        items = this if base is None else base(run, this)
        run.spend(len(items))
        found: Items = []
        for item in items:
            read_member(item, name, found)
        return found

    def answers(run: Run, this: Items) -> Items:
        items = this if base is None else base(run, this)
        run.saw_answers(items)
        run.spend(len(items))
        found: Items = []
        for item in items:
            read_member(item, name, found)
        return found

    return answers if name == "answer" else code


def _variable(name: str) -> Code:
    known = _CONSTANTS.get(name)
    for prefix, url in _PREFIXES.items():
        if name.startswith(prefix):
            known = url + name.removeprefix(prefix)
    if known is not None:
        return _constant([known])

    def code(run: Run, _: Items) -> Items:
        if name in run.defined:
            return run.defined[name]
        return wrapped(run.environment.variable(name))

    return code


def _scoped(code: Code, run: Run, this: Items) -> Items:
    outside = run.defined
    found = code(run, this)
    run.defined = outside
    return found


def _plain_call(call: Callable[[Run, Items], Items], base: Code, run: Run, this: Items) -> Items:
    items = base(run, this)
    run.spend(len(items) + 1)
    return call(run, items)


def _valued_call(
    call: Callable[[Run, Items, list[Items]], Items],
    base: Code,
    arguments: tuple[Code, ...],
    run: Run,
    this: Items,
) -> Items:
    items = base(run, this)
    run.spend(len(items) + 1)
    return call(run, items, [argument(run, this) for argument in arguments])


def _coded_call(
    call: Callable[[Run, Items, Items, tuple[Code, ...]], Items],
    base: Code,
    arguments: tuple[Code, ...],
    run: Run,
    this: Items,
) -> Items:
    items = base(run, this)
    run.spend(len(items) + 1)
    return call(run, items, this, arguments)


def _indexed(base: Code, index: Code, run: Run, this: Items) -> Items:
    items, position = base(run, this), single(index(run, this))
    if position is None:
        return []
    if not isinstance(position, int) or isinstance(position, bool):
        raise EvaluationError("an index must be a whole number")
    return [items[position]] if 0 <= position < len(items) else []


def _signed(negative: bool, operand: Code, run: Run, this: Items) -> Items:
    value = single(operand(run, this))
    if value is None:
        return []
    if isinstance(value, QuantityValue):
        return [QuantityValue(-value.value, value.unit) if negative else value]
    if not is_number(value):
        raise EvaluationError("a sign needs a number")
    return [-value if negative else value]
