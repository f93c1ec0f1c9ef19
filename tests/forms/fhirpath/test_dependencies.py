"""What an expression states that it reads: as little as can be said, and never too little."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.forms.fhirpath.expression import compile_expression
from desktop.forms.fhirpath.syntax import EvaluationError
from tests.forms.fhirpath.responses import (
    LINK_IDS,
    PlainEnvironment,
    a_response,
    a_value,
    corpus_expressions,
)

MOST_OPEN = 8
"""Expressions of the corpus that still read everything: they do, or count by position."""


@pytest.mark.parametrize(
    ("text", "link_ids", "own"),
    [
        ("answer.value", set(), True),
        ("%context.answer.value = 3", set(), True),
        ("$this.answer.value", set(), True),
        ("item.where(linkId='a').answer.value", {"a"}, False),
        ("item.answer.value", set(), True),
        ("%resource.item.where(linkId='g').item.answer.value", {"g"}, False),
        ("%resource.item.where(linkId='g').item.where(linkId='d').answer", {"d"}, False),
        ("%resource.item.item.where(linkId='d').answer.value", {"d"}, False),
        ("%resource.item.where(linkId='g' and item.where(linkId='e').exists())", {"g", "e"}, 0),
        ("%resource.item.where(linkId='g').where(item.exists(linkId='e'))", {"g", "e"}, False),
        ("%resource.item.where(linkId='a').answer.where(value.code='x').exists()", {"a"}, False),
        ("%resource.item.where(linkId='a').answer.item.where(linkId='b')", {"b"}, False),
        ("%resource.item.where(linkId='a').answer.children().code", {"a"}, False),
        (
            "iif(%resource.item.where(linkId='a').exists(), 1, item.exists(linkId='b'))",
            {"a", "b"},
            0,
        ),
        ("%x.item.where(linkId='q').answer.value", set(), False),
        ("%questionnaire.repeat(item).where(linkId='q').text", set(), False),
        ("%resource.status", set(), False),
        ("%resource.exists()", None, False),
        ("%resource.item[0].item.where(linkId='a')", None, False),
        ("%resource.item.where(linkId='g').first().item.where(linkId='d')", {"g"}, False),
        ("%resource.item.where(linkId='a' and $index = 0)", None, False),
        ("%resource.item.where(answer.exists() and linkId='a')", None, False),
        ("%resource.item.where(linkId = %x)", None, False),
        ("%resource.item.all(linkId='a')", None, False),
        ("%resource.select(item.where(linkId='a'))", {"a"}, False),
        ("%resource.repeat(item | answer.item).where(linkId='a')", {"a"}, False),
        ("exists()", set(), True),
        ("today() > @2020", set(), False),
        ("1.iif(true, answer)", set(), False),
        ("%resource.item.where(linkId='a').answer.value.ofType(Quantity).value", {"a"}, False),
        ("item.where(linkId='a').defineVariable('v').select(%v.answer)", {"a"}, False),
    ],
)
def test_an_expression_states_what_it_reads(text, link_ids, own):
    found = compile_expression(text)

    assert found.link_ids == link_ids
    assert found.reads_own == bool(own)


def test_every_literal_link_id_is_named_also_where_less_is_read():
    found = compile_expression("%resource.item.where(linkId='g').item.where(linkId='d').answer")

    assert found.link_ids == {"d"}
    assert found.link_ids_named == {"g", "d"}


def test_few_expressions_of_the_corpus_read_everything(corpus):
    still_open = [
        text for text, _ in corpus_expressions(corpus) if compile_expression(text).link_ids is None
    ]

    assert len(still_open) <= MOST_OPEN, still_open


EXPRESSIONS = [
    "%resource.item.where(linkId='{x}').answer.value",
    "%resource.repeat(item).where(linkId='{x}').answer.value",
    "%resource.descendants().where(linkId='{x}').answer.value.exists()",
    "%resource.item.where(linkId='{y}').item.where(linkId='{x}').answer.value",
    "%resource.item.where(linkId='{y}').item.answer.value",
    "%resource.item.item.where(linkId='{x}').linkId",
    "%resource.item.where(linkId='{x}' and answer.value.exists()).item.where(linkId='{y}')",
    "%resource.item.where(linkId='{x}' or linkId='{y}').answer.count()",
    "%resource.item.where(linkId in ('{x}' | '{y}')).answer.value.first()",
    "%resource.item.where(linkId='{y}').first().item.where(linkId='{x}').answer.value",
    "%resource.item.where(linkId='{y}').answer.item.where(linkId='{x}').answer.value",
    "%resource.item.where(linkId='{y}').answer.where(value = 3).item.where(linkId='{x}')",
    "%resource.item.exists(linkId='{x}') and %resource.item.where(linkId='{y}').empty()",
    "iif(item.where(linkId='{x}').exists(), 'yes', 'no')",
    "item.where(linkId='{x}').answer.value = item.where(linkId='{y}').answer.value",
    "answer.value",
    "item.answer.value",
    "%context.repeat(item).where(linkId='{x}').answer.value",
    "%resource.select(item.where(linkId='{x}')).answer.value",
    "%resource.repeat(item | answer.item).where(linkId='{x}').answer.value",
    "%resource.item.where(linkId='{y}').repeat(item).where(linkId='{x}').select(answer.value)",
    "%resource.item.where(item.where(linkId='{x}').exists()).linkId",
    "%resource.item.where(linkId='{y}').where(item.where(linkId='{x}').exists()).count()",
    "%resource.item.where(linkId='{x}').descendants().count()",
    "%resource.item.where(linkId='{x}').aggregate($total + 1, 0)",
    "(%resource.item | item).where(linkId='{x}').answer.value",
    "%resource.item.combine(item).where(linkId='{x}').answer.value",
    "%resource.item.where(linkId='{x}').defineVariable('v').select(%v.item.linkId)",
]


@given(st.integers(0, 2**32))
@settings(max_examples=300)
def test_what_an_expression_does_not_state_cannot_change_its_value(seed):
    random = Random(seed)
    response = a_response(random)
    items = response.get("item", [])
    text = random.choice(EXPRESSIONS).format(x=random.choice(LINK_IDS), y=random.choice(LINK_IDS))
    expression = compile_expression(text)
    focus = random.choice([None, *items])
    if expression.link_ids is None or (focus is None and expression.reads_own):
        return
    changed = _Changer(expression.link_ids, focus, expression.reads_own, random)

    different = response | {"item": changed.items(items)}

    assert _outcome(expression, response, focus) == _outcome(expression, different, changed.focus)


def _outcome(expression, response, focus):
    place = focus if focus is not None else response
    try:
        return expression.evaluate([place], PlainEnvironment(response, place))
    except EvaluationError:
        return "error"


class _Changer:
    """Changes everything in a response but the items of some linkIds and, if read, the focus."""

    def __init__(self, kept, focus, keeps_focus, random):
        self.kept = kept
        self.keeps_focus = keeps_focus
        self.random = random
        self.old_focus = focus
        self.focus = focus

    def items(self, items):
        found = []
        for item in items:
            if self.random.random() < 0.2:
                found.append({"linkId": "other", "answer": [a_value(self.random)]})
            found += self.changed(item)
        return found

    def changed(self, item):
        if item["linkId"] in self.kept or (self.keeps_focus and item is self.old_focus):
            return [item]
        if item is not self.old_focus and not self.holds(item) and self.random.random() < 0.3:
            return []
        new = dict(item)
        if "item" in item:
            new["item"] = self.items(item["item"])
        if "answer" in item:
            new["answer"] = [self.answer(answer) for answer in item["answer"]]
        if item is self.old_focus:
            self.focus = new
        return [new]

    def answer(self, answer):
        new = a_value(self.random)
        return new | ({"item": self.items(answer["item"])} if "item" in answer else {})

    def holds(self, item):
        below = [*item.get("item", [])]
        for answer in item.get("answer", []):
            below += answer.get("item", [])
        return any(
            one["linkId"] in self.kept or one is self.old_focus or self.holds(one) for one in below
        )
