"""Regular expressions: no pattern takes long, and what cannot be applied is an error."""

import time
from contextlib import suppress

import pytest

from desktop.forms.fhirpath.expression import compile_expression
from desktop.forms.fhirpath.syntax import EvaluationError
from tests.forms.fhirpath.responses import PlainEnvironment

HOSTILE = ["(a+)+$", "(a*)*b", "(a|aa)+c", "((a{1,20}){1,20})+!", "(x+x+)+y", "(.*,)+!"]


def value_of(text, **values):
    environment = PlainEnvironment({}, values={name: [value] for name, value in values.items()})
    return compile_expression(text).evaluate([], environment)


@pytest.mark.parametrize("pattern", HOSTILE)
@pytest.mark.parametrize("text", ["a" * 50_000, "xy" * 20_000, "a,1 " * 10_000])
def test_a_hostile_pattern_is_done_at_once(pattern, text):
    started = time.perf_counter()

    with suppress(EvaluationError):
        value_of("%t.matches(%p) or %t.matchesFull(%p)", t=text, p=pattern)

    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'abc'.matches('^a.c$')", True),
        ("'xabcx'.matches('a.c')", True),
        ("'xabcx'.matchesFull('a.c')", False),
        ("'a\\nc'.matchesFull('a.c')", True),
        ("'(555) 555-0100'.matchesFull('\\\\(?\\\\d{3}\\\\)?[- ]?\\\\d{3}-\\\\d{4}')", True),
        ("'ab12'.replaceMatches('([a-z]+)([0-9]+)', '$2$1')", "12ab"),
        ("'a'.replaceMatches('a', 'C:\\\\\\\\x')", "C:\\\\x"),
        ("'a'.replaceMatches('', 'b')", "a"),
    ],
)
def test_a_pattern_matches_and_replaces(text, expected):
    assert value_of(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "'a'.matches('(')",
        "'a'.matches('(?=a)')",
        "'aa'.matches('(a)\\\\1')",
        "'a'.replaceMatches('a', '$3')",
        "'a'.matches(%long)",
    ],
)
def test_a_pattern_that_cannot_be_applied_is_an_error(text):
    with pytest.raises(EvaluationError):
        value_of(text, long="a" * 5_000)


def test_half_a_surrogate_pair_is_matched_as_any_character():
    assert value_of("%t.matches('^.$')", t="\ud800") == [True]
