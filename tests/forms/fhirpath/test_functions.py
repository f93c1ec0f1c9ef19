"""Functions beyond the N1 set, arithmetic on dates, own variables, scopes and limits."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.forms.fhirpath.expression import compile_expression, plain_environment
from desktop.forms.fhirpath.syntax import EvaluationError, UndefinedVariableError
from desktop.forms.fhirpath.temporal import Temporal
from desktop.forms.fhirpath.values import WeightedNode

SCORED = {
    "resourceType": "QuestionnaireResponse",
    "item": [
        {
            "linkId": "a",
            "answer": [WeightedNode({"valueCoding": {"code": "x"}}, Decimal("1.5"))],
        },
        {
            "linkId": "b",
            "answer": [
                {
                    "valueCoding": {
                        "code": "y",
                        "extension": [
                            {
                                "url": "http://hl7.org/fhir/StructureDefinition/ordinalValue",
                                "valueDecimal": 2,
                            }
                        ],
                    }
                }
            ],
        },
        {"linkId": "c", "answer": [{"valueString": "no weight"}]},
    ],
}


def value_of(text, focus=SCORED, **variables):
    environment = plain_environment(
        datetime(2026, 3, 14, 12, 30, tzinfo=UTC), {"resource": [SCORED], **variables}
    )
    return compile_expression(text).evaluate([focus], environment)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("item.answer.weight()", [Decimal("1.5"), 2]),
        ("item.answer.weight().sum()", [Decimal("3.5")]),
        ("item.answer.value.ordinal()", [2]),
        ("item.linkId.sort(-$this).first()", ["c"]),
        ("item.sort(-linkId).linkId", ["c", "b", "a"]),
        ("(10 | 9 | 100).sort()", [9, 10, 100]),
        ("coalesce(item.nothing, item.linkId.first())", ["a"]),
        ("defineVariable('n', item.count()).select(%n + 1)", [4]),
        ("item.defineVariable('one').select(%one.linkId).distinct()", ["a", "b", "c"]),
        ("item.select(defineVariable('l', linkId).select(%l & '!'))", ["a!", "b!", "c!"]),
        ("'ab'.lastIndexOf('b')", [1]),
        ("'a.c'.matchesFull('a.c')", [True]),
        ("'abc'.replaceMatches('(b)', '[$1]')", ["a[b]c"]),
        ("'YQ=='.decode('base64')", ["a"]),
        ("'%%'.decode('base64')", []),
        ("'zz'.decode('hex')", []),
        ("'<a>'.escape('html').unescape('html')", ["<a>"]),
        ("item.trace('answers').count()", [3]),
        ("(1 | 2 | 3).aggregate(iif($total.empty(), $this, $total * $this))", [6]),
        ("{}.sum()", [0]),
        ("{}.avg()", []),
        ("{}.max()", []),
        ("item.linkId.max()", ["c"]),
        ("@2024-01-31 + 1 month", [Temporal("date", "2024-02-29")]),
        ("@2024-02-29 - 1 year", [Temporal("date", "2023-02-28")]),
        ("@2024-01 + 40 days", [Temporal("date", "2024-02")]),
        ("@2024-12-31 + 24 hours", [Temporal("date", "2025-01-01")]),
        ("@2024-12-31T23:30 + 90 minutes", [Temporal("dateTime", "2025-01-01T01:00")]),
        ("@2024-12-31T23 + 90 minutes", [Temporal("dateTime", "2025-01-01T00")]),
        ("@T23:30 + 1 hour", [Temporal("time", "00:30")]),
        ("@T10:00:00.5 + 250 milliseconds", [Temporal("time", "10:00:00.7")]),
        ("@2026-03-14T12:00:00Z = @2026-03-14T13:00:00", []),
        ("@2026-03-14T12:00:00Z < @2026-03-16T12:00:00", [True]),
        ("now() > @2026-03-14", []),
        ("timeOfDay()", [Temporal("time", "12:30:00.000")]),
        ("16.log(2)", [Decimal(4)]),
        ("1.00.precision()", [2]),
        (
            "@2014-01-05T10.highBoundary(17)",
            [Temporal("dateTime", "2014-01-05T10:00:59.999-12:00")],
        ),
        ("@2024-02.highBoundary()", [Temporal("date", "2024-02-29")]),
        ("@2024.lowBoundary(8)", [Temporal("date", "2024-01-01")]),
    ],
)
def test_a_function_has_its_value(text, expected):
    assert value_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "'a'.encode('rot13')",
        "'a'.matches('(')",
        "(1 | 'a').sort()",
        "(1 | true).allTrue()",
        "defineVariable('a').defineVariable('a')",
        "item.precision()",
        "'a'.lowBoundary()",
        "item[true]",
        "('aaaaaaaaaa'.replace('', 'bbbbbbbbbb').replace('', 'cccccccccc')"
        ".replace('', 'dddddddddddddddd').replace('', 'eeeeeeeeeeeeeeeeeeeeeee'))",
    ],
)
def test_what_has_no_value_is_an_error(text):
    with pytest.raises(EvaluationError):
        value_of(text)


@pytest.mark.parametrize("text", ["item.select(defineVariable('l')).first() & %l", "1 + %l"])
def test_a_defined_variable_ends_with_the_part_that_defines_it(text):
    with pytest.raises(UndefinedVariableError):
        value_of(text)


def test_a_defined_variable_is_not_one_that_the_form_must_have():
    found = compile_expression("defineVariable('a', 1).select(%a + %b)")

    assert found.variables == {"b"}


def test_tracing_writes_nothing(capfd):
    value_of("item.trace('secret', answer.value).count()")

    assert capfd.readouterr() == ("", "")


@given(st.lists(st.integers(-5, 5) | st.decimals(-5, 5, places=1), max_size=8))
def test_a_sum_is_exact_and_a_sorted_list_is_in_order(numbers):
    total = value_of("%n.sum()", n=list(numbers))
    ordered = value_of("%n.sort()", n=list(numbers))

    assert total == [sum(numbers)]
    assert ordered == sorted(numbers)
    assert value_of("%n.sort(-$this)", n=list(numbers)) == sorted(numbers, reverse=True)
