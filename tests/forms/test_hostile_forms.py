"""Hostile files: refused within a second with one sentence, whatever direction they grow in."""

import json
import time

import pytest

from desktop.forms import extensions as ext
from desktop.forms.checking import FormStatus, check_questionnaire
from desktop.forms.json_input import MAX_BYTES
from desktop.forms.reading import read_questionnaire
from desktop.forms.session import FormSession
from desktop.messages import sentence
from tests.forms.form_makers import (
    NOON,
    calculated,
    expression,
    form_bytes,
    item,
    ours,
    spanish,
    when,
)
from tests.forms.terms_makers import bundle, expanded, value_set

SECOND = 1.0
FULL = MAX_BYTES - 1_000


def filled(unit, before=b'{"resourceType": "Questionnaire", "item": [', after=b"]}"):
    """As many units as a file may hold."""
    return before + b",".join([unit] * (FULL // (len(unit) + 1))) + after


def numbered(template, count):
    return b",".join((template % at).encode() for at in range(count))


def questionnaire(items):
    return b'{"resourceType": "Questionnaire", "item": [' + items + b"]}"


def many_variables(count, text):
    return [expression(ext.VARIABLE, text, f"v{at}") for at in range(count)]


HEAVY = r"[\\p{L}]{1000}"
"""Needs so much memory that it is refused, which takes its time."""


def pattern_of(text):
    return {"url": ext.REGEX, "valueString": text}


MADE_PATTERNS = (
    "('0123456789'.toChars().select($this & '0') | '0123456789'.toChars())"
    f".select('x'.matches('{HEAVY}' & $this)).allTrue()"
)
LONG_TEXT = "ab" * 10_000


def vectors(count):
    return form_bytes(
        *(item(f"i{at}", "string") for at in range(3_000)),
        extension=[ours("test-vector") for _ in range(count)],
    )


def languages(count):
    def translation(at):
        language = {"url": "lang", "valueCode": f"l{at}"}
        content = {"url": "content", "valueString": "x"}
        return {"url": ext.TRANSLATION, "extension": [language, content]}

    return {"extension": [translation(at) for at in range(count)]}


def deep_codes(levels):
    found = {"code": "deepest"}
    for at in range(levels):
        found = {"code": f"c{at}", "contains": [found]}
    return found


HOSTILE = {
    "100 MB": lambda: b" " * 100_000_000,
    "a million items": lambda: filled(b'{"linkId":"1"}'),
    "items within the size": lambda: questionnaire(
        numbered('{"linkId":"%d","type":"group"}', 70_000)
    ),
    "empty lists": lambda: filled(b"[]"),
    "empty objects": lambda: filled(b"{}"),
    "numbers": lambda: filled(b"1e299"),
    "members": lambda: b'{"resourceType": "Questionnaire",' + numbered('"k%d":1', 500_000) + b"}",
    "deep lists": lambda: b"[" * 1_000_000,
    "deep objects": lambda: b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
    "a huge exponent": lambda: b'{"a": 1e99999999}',
    "a huge number": lambda: b'{"a": ' + b"9" * 1_000_000 + b"}",
    "half pairs": lambda: b'{"a": "' + rb"\ud83d" * (FULL // 6) + b'"}',
    "an expansion of 70,000": lambda: form_bytes(
        item("a", "choice", answerValueSet="#v"),
        contained=[expanded("v", *map(str, range(70_000)))],
    ),
    "options written out": lambda: questionnaire(
        b'{"linkId":"a","type":"choice","answerOption":['
        + numbered('{"valueInteger":%d}', 120_000)
        + b"]}"
    ),
    "conditions": lambda: form_bytes(
        item("a", "string"),
        item("b", "string", enableWhen=[when("a", "=", answerString="x")] * 45_000),
    ),
    "one endless expression": lambda: form_bytes(item("a", "integer", calculated("1+" * 50_000))),
    "a deep expression": lambda: form_bytes(item("a", "integer", calculated("(" * 9_000))),
    "a long sum": lambda: form_bytes(item("a", "integer", calculated("1+" * 9_000 + "1"))),
    "much expression text": lambda: form_bytes(
        item("a", "string"), extension=many_variables(400, "1 = 1 and " * 300 + "true")
    ),
    "many expressions": lambda: form_bytes(
        item("a", "string"), extension=many_variables(6_000, "1")
    ),
    "many regular expressions": lambda: form_bytes(
        *(item(f"i{at}", "string", pattern_of(rf"[\\p{{L}}]{{1000}}{at}")) for at in range(61))
    ),
    "expressions that try many patterns": lambda: form_bytes(
        *(item(f"i{at}", "boolean", calculated(f"'x'.matches('{HEAVY}{at}')")) for at in range(61))
    ),
    "many worked examples": lambda: vectors(201),
    "worked examples of a large form": lambda: vectors(190),
    "many languages": lambda: form_bytes(item("a", "string", _text=languages(200))),
    "many resources": lambda: bundle(*({"resourceType": "Basic"} for _ in range(50_000))),
    "bundles in bundles": lambda: (
        b'{"resourceType":"Bundle","entry":[{"resource":' * 20 + b"{}" + b"}]}" * 20
    ),
    "value sets that multiply": lambda: form_bytes(
        item("a", "choice", answerValueSet="#v"),
        contained=[
            expanded("w", *map(str, range(5_000))),
            value_set("v", *({"valueSet": ["#w"]} for _ in range(5_000))),
        ],
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_within_a_second(kind):
    data = HOSTILE[kind]()
    started = time.process_time()

    report = check_questionnaire(data, "test.json")

    assert time.process_time() - started < SECOND
    assert report.status is FormStatus.REFUSED
    assert len(report.problems) == 1
    said = sentence(report.problems[0].message_id, "en", **report.problems[0].params)
    assert "test.json" in said
    assert len(said) < 400


@pytest.mark.parametrize(
    "contained",
    [
        [value_set("v", {"valueSet": ["#v"]})],
        [value_set("v", {"valueSet": ["#w"]}), value_set("w", {"valueSet": ["#v"]})],
        [value_set("v", exclude=({"valueSet": ["#v"]},))],
        [expanded("v") | {"expansion": {"contains": [deep_codes(40)]}}],
        [value_set(f"v{at or ''}", {"valueSet": [f"#v{at + 1}"]}) for at in range(3_000)],
    ],
    ids=["itself", "each other", "without itself", "deep codes", "a chain"],
)
def test_references_that_never_end_are_followed_to_a_limit(contained):
    started = time.process_time()

    report = check_questionnaire(
        form_bytes(item("a", "choice", answerValueSet="#v"), contained=contained), "x"
    )

    assert time.process_time() - started < SECOND
    assert report.status is not FormStatus.REFUSED


SLOW = (
    [item(f"i{at}", "boolean", calculated(f"'x'.matches('{HEAVY}{at}')")) for at in range(60)],
    [item("i", "boolean", calculated(MADE_PATTERNS))],
    [item(f"i{at}", "string", pattern_of(rf"[\p{{L}}]{{1000}}{at}")) for at in range(60)],
    [item("i", "string", pattern_of("(.*a.{1,300}){1,3}c"), initial=[{"valueString": LONG_TEXT}])],
)


@pytest.mark.parametrize("items", SLOW, ids=["literal", "made", "on items", "long text"])
def test_patterns_within_the_limits_let_the_form_open_in_a_moment(items):
    form = read_questionnaire(form_bytes(*items), "x")
    started = time.process_time()

    session = FormSession(form, now=lambda: NOON)
    session.to_response()

    assert time.process_time() - started < 2 * SECOND


def test_a_circle_of_thousands_is_named_and_not_a_hang():
    ring = [
        item(
            f"i{at}", "boolean", enableWhen=[when(f"i{(at + 1) % 3_000}", "=", answerBoolean=True)]
        )
        for at in range(3_000)
    ]

    problems = check_questionnaire(form_bytes(*ring), "x").problems

    assert [one.code for one in problems] == ["loop"]
    assert "i0" in str(problems[0].params["names"])


def test_a_large_form_with_one_language_half_done_is_listed_to_a_limit():
    questions = [item(f"i{at}", "string") for at in range(3_000)]

    report = check_questionnaire(form_bytes(*questions, _title=spanish("T")), "x")

    assert len(report.problems) == 2_001
    assert json.dumps([dict(one.params) for one in report.problems])
