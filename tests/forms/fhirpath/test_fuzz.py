"""Whatever the text and whatever the data, only the declared errors come out, and soon."""

import time
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.forms.fhirpath.expression import compile_expression, unknown_functions
from desktop.forms.fhirpath.functions import argument_counts
from desktop.forms.fhirpath.strictness import strict_faults
from desktop.forms.fhirpath.syntax import EvaluationError, FhirPathSyntaxError
from desktop.forms.fhirpath.temporal import Temporal
from tests.forms.fhirpath.responses import LINK_IDS, IndexedEnvironment, a_response

SEEDS = [
    "%resource.repeat(item).where(linkId='a' and answer.exists()).answer.value.first()",
    "iif(%a.exists(), %a, 0) + iif(%b.exists(), %b, 0)",
    "(1 | 2 | 3).aggregate($this + $total, 0)",
    "today().toString().substring(0, 4).toInteger() - 1984",
    "item.where(linkId = 'g').item.select(answer.value.ofType(Quantity).value * 2).sum()",
    "%resource.descendants().where(linkId = 'c').answer.value.code in ('x' | 'y')",
    "(%a / ((%b / 100).power(2))).round(1).toString() & ' kg'",
    "defineVariable('v', item).select(%v.linkId).join(',').split(',').count()",
    "item.sort(-linkId, answer.value).first().children().type().name",
    "@2026-03-14T12:00:00Z + 3 days > now() and @T10:30 < timeOfDay()",
    "4 'g' ~ 4000 'mg' or 5 '[lb_av]' > %a or {} = 1.5.lowBoundary(2)",
    "answer.value is integer implies (answer.value as integer) > -3",
    "'abc'.replaceMatches('(b|c)', '[$1]').encode('base64').decode('base64').matchesFull('.*')",
]
_WORDS = r"""
item answer value linkId code extension Patient Quantity FHIR.string and or xor implies in contains
is as div mod = != ~ !~ < > <= >= + - * / & | . , ( ) [ ] { } $this $index $total %resource %a %b
%context %nobody 0 1 2 3.50 99999999999 true false 'a' '' 'x' '(a+)+$' @2026 @2026-03-14T10 @T10:30
day years 'kg' 'mo' `item` // /* */ @ % ' \\ é
"""
WORDS = [*argument_counts(), *_WORDS.split()]
VALUES = [
    *([], [1], [Decimal("62.5")], ["x"], [True], [3, "x", None, {}]),
    *([Decimal("1E+90")], [10**40], [{"value": 3, "code": "kg"}], [{"resourceType": "Patient"}]),
    *([{"item": [[{}], None, 3]}], [Temporal("date", "2026")], ["a" * 5_000], [{"linkId": 5}]),
]
MOST_SECONDS = 5


def a_text(random: Random) -> str:
    """An expression, most often broken: words in any order, or a good one with words changed."""
    if random.random() < 0.15:
        return _spaced(random, [random.choice(WORDS) for _ in range(random.randint(1, 15))])
    words = _split(random.choice(SEEDS))
    for _ in range(random.randint(0, 3)):
        at = random.randrange(len(words))
        change = random.random()
        if change < 0.5:
            words[at] = random.choice(WORDS)
        elif change < 0.7:
            words.insert(at, random.choice(WORDS))
        elif change < 0.85 and len(words) > 1:
            del words[at]
        else:
            words[at:at] = _split(random.choice(SEEDS))
    return "".join(words)


def _spaced(random: Random, words: list[str]) -> str:
    return "".join(word + random.choice(["", " ", "."]) for word in words)


def _split(text: str) -> list[str]:
    words, word = [], ""
    for character in text:
        if character.isalnum() or character in "_%$":
            word += character
        else:
            words += [word, character] if word else [character]
            word = ""
    return [*words, word] if word else words


def tried(seed: int) -> str:
    """ "refused", "error" or "value"; anything but the declared errors comes out as it is."""
    random = Random(seed)
    try:
        expression = compile_expression(a_text(random))
    except FhirPathSyntaxError:
        return "refused"
    unknown_functions(expression)
    strict_faults(expression.tree, random.choice(["", "Patient", "QuestionnaireResponse"]))
    response = a_response(random, LINK_IDS)
    environment = IndexedEnvironment(
        response, values={"a": random.choice(VALUES), "b": random.choice(VALUES)}
    )
    focus = random.choice([[response], [], *VALUES])
    started = time.perf_counter()
    try:
        found = expression.evaluate(focus, environment)
    except EvaluationError:
        found = None
    assert time.perf_counter() - started < MOST_SECONDS, expression.text
    return "error" if found is None else "value"


@settings(max_examples=1_000)
@given(st.integers(0, 2**40))
def test_only_the_declared_errors_come_out(seed):
    assert tried(seed) in ("refused", "error", "value")


@pytest.mark.long
@pytest.mark.timeout(3_000)
def test_only_the_declared_errors_come_out_of_100_000_expressions():
    outcomes = [tried(seed) for seed in range(100_000)]

    assert min(outcomes.count(one) for one in ("refused", "error", "value")) > 4_000
