"""Runs the official FHIRPath R4 suite; as a command it writes the list of passing tests again.

``FIRSTLIGHT_CORPUS=<folder> python -m tests.forms.fhirpath.official_suite`` prints what fails and
writes passing.txt. A test passes when the result has the stated values, types and order, or, for an
invalid expression, when parser, strict check or evaluator refuse it. A valid one must also pass the
strict check.
"""

import json
import os
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

from desktop.forms.fhirpath.elements import Element, Primitive, unwrapped, wrapped
from desktop.forms.fhirpath.evaluation import Run
from desktop.forms.fhirpath.expression import compile_expression, plain_environment
from desktop.forms.fhirpath.quantities import QuantityValue
from desktop.forms.fhirpath.strictness import strict_faults
from desktop.forms.fhirpath.syntax import EvaluationError, FhirPathSyntaxError
from desktop.forms.fhirpath.temporal import Temporal, parse_temporal
from desktop.forms.fhirpath.types import system_type

PASSING = Path(__file__).with_name("passing.txt")
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


@dataclass(frozen=True)
class SuiteTest:
    """One test of the suite; ``outputs`` are pairs of type (or None) and text."""

    name: str
    input_name: str
    expression: str
    invalid: str
    is_predicate: bool
    is_ordered: bool
    outputs: tuple[tuple[str | None, str], ...]


def read_suite(corpus: Path) -> list[SuiteTest]:
    """Every test of the suite; names that repeat get a number."""
    root = ElementTree.parse(corpus / "fhirpath" / "tests-fhir-r4.xml").getroot()
    found, names = [], Counter()
    for group in root.iter("group"):
        for test in group.iter("test"):
            name = f"{group.get('name')}/{test.get('name')}"
            names[name] += 1
            name = name if names[name] == 1 else f"{name}#{names[name]}"
            expression = test.find("expression")
            assert expression is not None
            found.append(
                SuiteTest(
                    name,
                    test.get("inputfile") or "",
                    expression.text or "",
                    expression.get("invalid") or "",
                    test.get("predicate") == "true",
                    test.get("ordered") != "false",
                    tuple((one.get("type"), one.text or "") for one in test.iter("output")),
                )
            )
    return found


def input_of(test: SuiteTest, corpus: Path) -> list[object] | None:
    """The resource that a test runs on; None where the corpus does not have it."""
    if not test.input_name:
        return []
    path = (corpus / "fhirpath" / test.input_name).with_suffix(".json")
    return [json.loads(path.read_bytes(), parse_float=Decimal)] if path.exists() else None


def outcome(test: SuiteTest, corpus: Path) -> str:
    """ "" for a pass, else what went wrong."""
    resource = input_of(test, corpus)
    assert resource is not None
    try:
        expression = compile_expression(test.expression)
        faults = strict_faults(expression.tree, _type_of(resource))
        environment = plain_environment(NOON, {"resource": resource, "context": resource})
        result = expression.code(Run(environment), wrapped(resource))
    except (FhirPathSyntaxError, EvaluationError) as error:
        return "" if test.invalid else f"refused: {error!r}"
    if test.invalid:
        return "" if faults else f"accepted: {[shown(one) for one in result]}"
    if faults:
        return f"strict check: {faults}"
    return _difference(test, result)


def _type_of(resource: list[object]) -> str:
    return resource[0]["resourceType"] if resource else ""


def _difference(test: SuiteTest, result: list[object]) -> str:
    if test.is_predicate:
        result = [bool(result)] if not all(one is False for one in result) else [False]
    wanted = list(test.outputs)
    left = list(result)
    if len(wanted) != len(left):
        return f"expected {wanted}, got {[shown(one) for one in result]}"
    for type_name, text in wanted:
        pool = left[:1] if test.is_ordered else left
        match = next((one for one in pool if _is(one, type_name, text)), None)
        if match is None:
            return f"expected {wanted}, got {[shown(one) for one in result]}"
        left.remove(match)
    return ""


def shown(item: object) -> str:
    """A result in words, for the report."""
    if isinstance(item, Primitive):
        return f"{item.type_name}:{item.value}"
    return f"{item.type_name}:{item.json}" if isinstance(item, Element) else repr(item)


def _is(item: object, type_name: str | None, text: str) -> bool:
    if type_name is not None and not _has_type(item, type_name):
        return False
    value = unwrapped(item)
    match value:
        case bool():
            return text == str(value).lower()
        case int() | Decimal():
            return _same_number(value, text)
        case str():
            return value == text
        case Temporal(kind, _):
            return value == parse_temporal(kind, text.removeprefix("@").removeprefix("T"))
        case QuantityValue(amount, unit):
            number, _, rest = text.partition(" ")
            return _same_number(amount, number) and rest.strip("'") == unit
        case _:
            return False


def _same_number(value: int | Decimal, text: str) -> bool:
    """Digits count where the text has a point: 1.50000 is not 1.5."""
    if "." in text and isinstance(value, Decimal):
        return Decimal(text) == value and Decimal(text).as_tuple()[2] == value.as_tuple()[2]
    return Decimal(text) == Decimal(value)


def _has_type(item: object, type_name: str) -> bool:
    if isinstance(item, Primitive):
        return item.type_name == type_name
    if isinstance(item, Element):
        return False
    found = system_type(item)
    if type_name == "decimal" and found == "Integer":
        return True
    return found in (type_name, type_name[:1].upper() + type_name[1:])


def listed() -> list[str]:
    """The names in passing.txt."""
    lines = PASSING.read_text("utf-8").splitlines() if PASSING.exists() else []
    return [line for line in lines if line and not line.startswith("#")]


def main(corpus: Path) -> int:
    """Write the list again and say what fails."""
    tests = [test for test in read_suite(corpus) if input_of(test, corpus) is not None]
    outcomes = {test.name: outcome(test, corpus) for test in tests}
    passing = [name for name, problem in outcomes.items() if not problem]
    gone = sorted(set(listed()) - set(passing))
    for test in tests:
        if outcomes[test.name]:
            sys.stdout.write(f"{test.name}: {test.expression}\n    {outcomes[test.name]}\n")
    sys.stdout.write(f"{len(passing)} of {len(tests)} pass\n")
    if gone:
        sys.stdout.write(f"the list may only grow; no longer passing: {gone}\n")
        return 1
    head = "# Tests of the official FHIRPath R4 suite that pass. Made by official_suite.py.\n"
    PASSING.write_text(head + "".join(f"{name}\n" for name in passing), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(os.environ["FIRSTLIGHT_CORPUS"])))
