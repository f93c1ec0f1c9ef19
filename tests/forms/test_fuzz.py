"""Mutated forms and responses through check and fill: only declared errors, never a hang."""

import json
import time
from random import Random

import pytest

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.checking import FormStatus, check_questionnaire
from desktop.forms.extraction import extracted_bundle
from desktop.forms.filling import fill_report
from desktop.forms.json_input import read_json
from desktop.forms.reading import read_questionnaire
from desktop.forms.session import FormSession
from desktop.forms.template_extraction import ALLOCATE
from desktop.forms.templates import CONTEXT, VALUE
from desktop.messages import explain, sentence
from desktop.resource_files import resources_dir
from tests.forms.form_makers import (
    NOON,
    calculated,
    choice,
    expression,
    form_bytes,
    group,
    item,
    ours,
    spanish,
    when,
)
from tests.forms.mutations import mutated
from tests.forms.terms_makers import bundle, code_system, concept, expanded, listed, value_set
from tests.forms.test_choice_columns import column
from tests.forms.test_template_extraction import asks, said

LONGEST = 5.0
"""Seconds of processor time for one case; none of 120,000 took one."""
BLOCK = 5_000
"""Cases of one long test: a run that is stopped loses no more. 100,000 take 20 to 45 minutes of one
core, as busy as its neighbour is."""
BEGUN = 0.25
"""How many of the forms that are read are also begun anew and extracted from."""
LARGEST = 40_000
"""Bytes of a form of others that is used as a seed; larger ones only make the run slower."""

CONCEPTS = "%questionnaire.contained.concept"
TEMPLATE = {
    "resourceType": "Observation",
    "id": "t",
    "status": "final",
    "_valueString": said(VALUE, "answer.value"),
    "note": [said(CONTEXT, "%resource.repeat(item)") | {"_text": said(VALUE, "linkId")}],
}


def looks_up(label, text):
    parts = [{"url": "label", "valueString": label}, expression("expression", text)]
    return {"url": ext.CONTEXT_EXPRESSION, "extension": parts}


VARIED = (
    group(
        "g",
        item("a", "integer", {"url": ext.MIN_VALUE, "valueInteger": 0}, required=True),
        item("b", "boolean", enableWhen=[when("a", ">", answerInteger=1)]),
        choice("c", "yes:1", "no:0", repeats=True, item=[item("below", "string")]),
        repeats=True,
        _text=spanish("Grupo"),
    ),
    item("q", "quantity", {"url": ext.UNIT_OPTION, "valueCoding": {"code": "kg"}}),
    item("d", "date", expression(ext.INITIAL_EXPRESSION, "today()")),
    item("t", "string", {"url": ext.REGEX, "valueString": "[a-z]+"}, maxLength=9),
    item("v", "choice", answerValueSet="#v"),
    item("w", "open-choice", answerValueSet="#w"),
    item("s", "decimal", calculated("%resource.repeat(item).answer.weight().sum()")),
    item("n", "integer", calculated("%all.count()"), ours("score-band", {"url": "to"})),
    item("e", "string", expression(ext.ENABLE_EXPRESSION, "%resource.item.answer.exists()")),
    choice("k", "x", "y", extensions=(column("code"), column("display & '!'", for_display=True))),
    item(
        "f",
        "string",
        expression(ext.CANDIDATE_EXPRESSION, "%all.answer.value"),
        looks_up("Seen", "%all.answer.value"),
        asks(fullUrl="%Mine"),
        {"url": ALLOCATE, "valueString": "Mine"},
    ),
    group(
        "p",
        item("r", "string", expression(ext.INITIAL_EXPRESSION, "%one.code")),
        extension=[expression(ext.POPULATION_CONTEXT, CONCEPTS, "one")],
        repeats=True,
    ),
)
FIELDS = {
    "extension": [expression(ext.VARIABLE, "%resource.repeat(item)", "all")],
    "contained": [
        value_set("v", {"system": code_system()["url"]}, exclude=(listed("red"),)),
        code_system(concept("red"), concept("blue", concept("sky"))),
        expanded("w", "one", "two"),
        TEMPLATE,
    ],
    "effectivePeriod": {"start": "2020", "end": "2030-05"},
}


def own_seeds(heavy=False):
    """The form with everything most often; heavy ones play their worked examples each time."""
    varied = json.loads(form_bytes(*VARIED, **FIELDS))
    part = {"url": ext.SUB_QUESTIONNAIRE, "valueCanonical": "https://forms.example/part"}
    whole = json.loads(form_bytes(item("p", "display", part)))
    modular = json.loads(bundle(whole, varied | {"url": part["valueCanonical"]}))
    names = ("safety-plan", "consent-contact", *(("bedside-core",) if heavy else ()))
    shipped = [resources_dir() / "instruments" / f"{name}.json" for name in names]
    return [json.loads(path.read_bytes()) for path in shipped] + [modular] * 5 + [varied] * 40


def response_of(seed):
    """A response with some answers, as the form itself writes it."""
    session = FormSession(read_questionnaire(json.dumps(seed).encode(), "seed"), now=lambda: NOON)
    for key in list(session.tree.by_key)[:40]:
        # An answer can take away rows, and the keys below them.
        instance = session.tree.by_key.get(key)
        if instance is not None and instance.item.options:
            session.answer(key, instance.item.options[0].value)
    return json.loads(json.dumps(session.to_response(), default=float))


def play(seed, response, random):
    """One case: a mutated form checked, and where it is read, filled with a mutated response."""
    body = mutated(seed, random) if random.random() < 0.8 else seed
    data = json.dumps(body).encode()
    report = check_questionnaire(data, "fuzz.json")
    for finding in (*report.problems, *report.notices):
        assert sentence(finding.message_id, "es", **finding.params)
    if report.status is FormStatus.REFUSED:
        return
    answers = mutated(response, random) if random.random() < 0.9 else response
    try:
        read = read_json(json.dumps(answers).encode(), "answers")
        form = read_questionnaire(data, "fuzz.json")
        filled = fill_report(form, read, now=lambda: NOON)
        if random.random() < BEGUN:
            FormSession(form, now=lambda: NOON)
            extracted_bundle(form, filled.to_json()["response"], lambda: "id", NOON)
    except KnownError as error:
        explain(error, "es")
        return
    assert filled.to_json()["response"]["resourceType"] == "QuestionnaireResponse"


def run(seeds, first, cases):
    responses = {id(seed): response_of(seed) for seed in seeds}
    for case in range(first, first + cases):
        random = Random(case)
        seed = random.choice(seeds)
        started = time.process_time()
        try:
            play(seed, responses[id(seed)], random)
        except BaseException as error:
            error.add_note(f"case {case}")
            raise
        assert time.process_time() - started < LONGEST, f"case {case}"


@pytest.mark.parametrize("first", range(0, 1_000, 250))
def test_a_thousand_mutated_forms_and_responses_meet_only_declared_errors(first):
    run(own_seeds(), first, 250)


@pytest.mark.long
@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("first", range(1_000, 101_000, BLOCK))
def test_a_hundred_thousand_mutated_forms_and_responses_meet_only_declared_errors(first):
    run(own_seeds(heavy=True), first, BLOCK)


def test_mutated_forms_of_others_meet_only_declared_errors(corpus):
    run(corpus_seeds(corpus), 500_000, 300)


@pytest.mark.long
@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("first", range(600_000, 620_000, BLOCK))
def test_many_mutated_forms_of_others_meet_only_declared_errors(corpus, first):
    run(corpus_seeds(corpus), first, BLOCK)


def corpus_seeds(corpus):
    seeds = []
    for path in sorted((corpus / "questionnaires").rglob("*.json")):
        data = path.read_bytes()
        if len(data) < LARGEST and check_questionnaire(data, "x").status is not FormStatus.REFUSED:
            seeds.append(json.loads(data))
    return seeds
