"""FHIRPath: a strict parser, exact arithmetic, stated dependencies, a fallback only when needed."""

import subprocess
import sys
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.forms.fhirpath.expression import (
    compile_expression,
    plain_environment,
    unknown_functions,
)
from desktop.forms.fhirpath.parser import parse
from desktop.forms.fhirpath.syntax import (
    EvaluationError,
    FhirPathSyntaxError,
    UndefinedVariableError,
)
from desktop.forms.fhirpath.temporal import Temporal

RESPONSE = {
    "resourceType": "QuestionnaireResponse",
    "item": [
        {"linkId": "a", "answer": [{"valueInteger": 3}]},
        {"linkId": "b", "answer": [{"valueDate": "2000-05"}]},
        {"linkId": "c", "answer": [{"valueCoding": {"code": "x", "display": "X"}}]},
        {"linkId": "g", "item": [{"linkId": "d", "answer": [{"valueDecimal": Decimal("1.10")}]}]},
        {"linkId": "q", "answer": [{"valueQuantity": {"value": 70, "unit": "kg", "code": "kg"}}]},
    ],
}


def value_of(text, **variables):
    environment = plain_environment(
        datetime(2026, 3, 14, 12, tzinfo=UTC), {"resource": [RESPONSE], **variables}
    )
    return compile_expression(text).evaluate([RESPONSE], environment)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("foo bar", 5),
        ("(1", 3),
        ("1)", 2),
        ("a.", 3),
        ("iif(a, b", 9),
        ("a.where(", 9),
        ("", 1),
        ("1 +", 4),
        ("a..b", 3),
        ("'open", 1),
        ("/* open", 1),
        ("a = = b", 5),
        ("%", 1),
        ("a[1", 4),
        ("@2026-02-30", 1),
        ("'\\q'", 2),
        ("a # b", 3),
        ("a.ofType(b | c)", 3),
    ],
)
def test_a_broken_expression_is_an_error_with_its_position(text, position):
    with pytest.raises(FhirPathSyntaxError) as caught:
        compile_expression(text)

    assert caught.value.position == position


@pytest.mark.parametrize("text", ["(" * 500 + "1" + ")" * 500, "-" * 5000 + "1", "a" + ".b" * 5000])
def test_a_monstrous_expression_is_refused_quickly(text):
    with pytest.raises(FhirPathSyntaxError):
        parse(text)


@given(st.text(alphabet="ab.()'%$1+ =<>[]{}|&@T-:/*\\`andorin", max_size=30))
def test_any_text_parses_or_is_a_syntax_error(text):
    position = _position_of_fault(text)

    assert position is None or 1 <= position <= len(text) + 1


def _position_of_fault(text):
    try:
        parse(text)
    except FhirPathSyntaxError as error:
        return error.position
    return None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3", [7]),
        ("(1 + 2) * 3", [9]),
        ("0.1 + 0.2 = 0.3", [True]),
        ("7 div 2", [3]),
        ("7 mod 2", [1]),
        ("7 / 2", [Decimal("3.5")]),
        ("1 / 0", []),
        ("item.where(linkId='a').answer.value", [3]),
        ("item.where(linkId='a').answer.valueInteger", [3]),
        ("item.where(linkId='z').answer.value + 1", []),
        ("repeat(item).where(linkId='d').answer.value", [Decimal("1.10")]),
        ("descendants().where(linkId='c').answer.value.code", ["x"]),
        ("item.where(linkId='c').answer.value.ofType(Coding).display", ["X"]),
        ("item.where(linkId='a').answer.value is Integer", [True]),
        ("item.where(linkId='b').answer.value < today()", [True]),
        ("@2026-03 = @2026-03-14", []),
        ("@2026-03-14 > @2026-03-13", [True]),
        ("@2026-03-14T10:00:00Z = @2026-03-14T11:00:00+01:00", [True]),
        ("today() - 18 years", [Temporal("date", "2008-03-14")]),
        ("@2024-02-29 + 1 year", [Temporal("date", "2025-02-28")]),
        ("today().toString().substring(0, 4).toInteger()", [2026]),
        ("{} and false", [False]),
        ("{} or true", [True]),
        ("{} and true", []),
        ("false implies {}", [True]),
        ("true xor false", [True]),
        ("(1 | 2 | 2).count()", [2]),
        ("(1 | 2).sum()", [3]),
        ("(1 | 5 | 2).max()", [5]),
        ("(4 | 5).avg()", [Decimal("4.5")]),
        ("2 in (1 | 2)", [True]),
        ("(1 | 2) contains 3", [False]),
        ("iif(1 = 1, 'yes', 1 / 'x')", ["yes"]),
        ("'abc'.upper() & 'd'", ["ABCd"]),
        ("'a,b'.split(',').join('-')", ["a-b"]),
        ("'abc'.matches('^a')", [True]),
        ("(10.0 / 3).round(2)", [Decimal("3.33")]),
        ("2.power(10)", [1024]),
        ("item.all(linkId.exists())", [True]),
        ("item.exists(linkId = 'zz')", [False]),
        ("item[0].linkId", ["a"]),
        ("item.linkId.first() | item.linkId.last()", ["a", "q"]),
        ("item.select(linkId).skip(1).take(2)", ["b", "c"]),
        ("(1 | 2 | 3).aggregate($this + $total, 0)", [6]),
        ("(1 | 2 | 3).intersect(2 | 3 | 4)", [2, 3]),
        ("item.where(linkId='q').answer.value > 60 'kg'", [True]),
        ("'12'.toInteger() + '1.5'.toDecimal()", [Decimal("13.5")]),
        ("'yes'.toBoolean().not()", [False]),
        ("item.where($index = 1).linkId", ["b"]),
    ],
)
def test_an_expression_has_its_value(text, expected):
    assert value_of(text) == expected


@pytest.mark.parametrize("text", ["1 > 'a'", "(1 | 2) + 1", "'a' - 1", "$index", "10.power(5000)"])
def test_what_has_no_value_never_becomes_an_empty_collection_by_accident(text):
    try:
        found = value_of(text)
    except EvaluationError:
        return

    assert text == "10.power(5000)"
    assert found == []


def test_an_undefined_variable_is_an_error():
    with pytest.raises(UndefinedVariableError):
        value_of("%nobody")


def test_the_clock_is_the_environments():
    assert value_of("today().toString().encode('hex')") == [b"2026-03-14".hex()]


def test_an_unknown_function_or_a_wrong_number_of_arguments_is_named():
    assert unknown_functions(compile_expression("a.frobnicate() + b.where()")) == (
        "frobnicate",
        "where",
    )


def test_the_reference_library_is_not_loaded_by_the_app():
    script = (
        "import sys, desktop.forms.session, desktop.forms.checking\n"
        "from desktop.forms.fhirpath.expression import compile_expression\n"
        "compile_expression('a.where(b = 1)')\n"
        "sys.exit('fhirpathpy' in sys.modules or 'antlr4' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("%resource.item.where(linkId='a').answer.value", {"a"}),
        ("%resource.repeat(item).where(linkId='a' and answer.exists()).answer.value", {"a"}),
        ("item.where(linkId='g').item.where(linkId='d').answer", {"d"}),
        ("item.where(linkId='a' or linkId='b').answer", {"a", "b"}),
        ("%resource.item.item.where(linkId='a').answer.value", {"a"}),
        ("%resource.item.item.answer", None),
        ("%resource.item.item", None),
        ("item.where(linkId in ('a' | 'b')).answer", {"a", "b"}),
        ("%questionnaire.item.where(type='choice').code", set()),
        ("1 + 1", set()),
        ("%resource.item.where(linkId != 'a').answer", None),
        ("%resource.repeat(item).answer.weight().sum()", None),
        ("%resource.item.where(linkId='g').item.answer", {"g"}),
        ("%resource.descendants()", None),
    ],
)
def test_an_expression_states_the_link_ids_that_it_reads(text, expected):
    found = compile_expression(text).link_ids

    assert found == (None if expected is None else frozenset(expected))


def test_an_endless_expression_is_given_up():
    few = nested = "(1 | 2 | 3)"
    for _level in range(20):
        nested = f"{few}.select({nested})"

    with pytest.raises(EvaluationError, match="too long"):
        value_of(f"{nested}.count()")
