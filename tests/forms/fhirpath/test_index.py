"""An index changes how long an expression takes, never its value."""

import time
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.forms.fhirpath.evaluation import MAX_STEPS
from desktop.forms.fhirpath.expression import compile_expression
from desktop.forms.fhirpath.syntax import EvaluationError
from tests.forms.fhirpath.responses import (
    LINK_IDS,
    IndexedEnvironment,
    PlainEnvironment,
    a_response,
)

PATHS = [
    "%resource.item.where({c})",
    "%resource.item.item.where({c})",
    "%resource.repeat(item).where({c})",
    "%resource.descendants().where({c})",
    "%rootResource.repeat(item).where({c})",
    "%resource.item.where(linkId = 'g').item.where({c})",
    "%resource.item.where(linkId = 'g').repeat(item).where({c})",
    "%resource.item.where(linkId = 'g').first().descendants().where({c})",
    "%resource.repeat(item | answer.item).where({c})",
    "%context.repeat(item).where({c})",
    "descendants().where({c})",
    "item.where({c})",
    "repeat(item).where({c})",
    "QuestionnaireResponse.item.where({c})",
    "%resource.item.answer.item.where({c})",
    "%resource.repeat(item).where($this.linkId = 'g').item.where({c})",
]
CRITERIA = [
    "linkId = '{x}'",
    "'{x}' = linkId",
    "linkId = '{x}' and answer.exists()",
    "linkId = '{x}' and answer.value.exists() and answer.count() = 1",
    "answer.exists() and linkId = '{x}'",
    "linkId = '{x}' or linkId = '{y}'",
    "linkId in ('{x}' | '{y}')",
    "linkId = '{x}' and $index > 0",
    "linkId != '{x}'",
    "item.exists(linkId = '{x}')",
]
ENDINGS = ["", ".answer.value", ".answer.value.code", ".linkId", ".answer.item.linkId", ".count()"]


@given(st.integers(0, 2**32))
@settings(max_examples=300)
def test_with_an_index_the_value_and_what_is_seen_are_the_same(seed):
    random = Random(seed)
    response = a_response(random)
    criterion = random.choice(CRITERIA).format(x=random.choice(LINK_IDS), y=random.choice(LINK_IDS))
    expression = compile_expression(
        random.choice(PATHS).format(c=criterion) + random.choice(ENDINGS)
    )
    focus = random.choice([response, *response.get("item", [])])
    plain, indexed = PlainEnvironment(response, focus), IndexedEnvironment(response, focus)

    expected = expression.evaluate([focus], plain)

    found = expression.evaluate([focus], indexed)
    assert found == expected
    assert [id(one) for one in found if isinstance(one, dict)] == [
        id(one) for one in expected if isinstance(one, dict)
    ]
    assert set(indexed.seen) == set(plain.seen)


def test_the_types_found_by_the_index_are_those_of_a_walk():
    response = {
        "resourceType": "QuestionnaireResponse",
        "item": [{"linkId": "g", "item": [{"linkId": "a", "answer": [{"valueDate": "2026"}]}]}],
    }
    text = (
        "%resource.descendants().where(linkId='a').select(type().name | answer.value.type().name)"
    )

    found = compile_expression(text).evaluate([], IndexedEnvironment(response))

    assert found == ["QuestionnaireResponse.item", "date"]


def _flat(size):
    items = [{"linkId": f"q{at}", "answer": [{"valueInteger": at % 4}]} for at in range(size)]
    return {"resourceType": "QuestionnaireResponse", "item": items}


@pytest.mark.parametrize("path", ["%resource.item", "%resource.repeat(item)"])
def test_an_indexed_sum_costs_the_same_in_a_form_a_hundred_times_the_size(path):
    terms = " + ".join(f"{path}.where(linkId = 'q{at}').answer.value" for at in range(9))
    expression = compile_expression(terms)

    small, large = (_fastest(expression, IndexedEnvironment(_flat(n))) for n in (30, 3_000))

    assert large < 3 * small


def _fastest(expression, environment):
    times = []
    for _ in range(40):
        started = time.perf_counter()
        assert expression.evaluate([], environment) == [12]
        times.append(time.perf_counter() - started)
    return min(times)


def test_without_an_index_the_budget_still_ends_an_expression():
    nested = "%resource.item.select(%resource.item.select(%resource.item.linkId))"

    with pytest.raises(EvaluationError):
        compile_expression(f"{nested}.count()").evaluate([], PlainEnvironment(_flat(500)))
    assert MAX_STEPS < 500**3
