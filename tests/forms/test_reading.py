"""Reading a Questionnaire: what is understood, what is refused, and how it is said."""

import hashlib
import json
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.answers import Coding, PartialDate
from desktop.forms.json_input import MAX_BYTES
from desktop.forms.questionnaire import InstrumentRef, ItemType
from desktop.forms.reading import read_questionnaire
from desktop.messages import LANGUAGES, explain
from tests.forms.form_makers import (
    calculated,
    choice,
    coding,
    expression,
    form,
    form_bytes,
    group,
    item,
    spanish,
)


def refusal(data):
    with pytest.raises(KnownError) as caught:
        read_questionnaire(data, "test.json")
    for language in LANGUAGES:
        assert "test.json" in explain(caught.value, language)
    return caught.value


@pytest.mark.parametrize(
    ("data", "message_id"),
    [
        (b"", "form-not-json"),
        (b"{", "form-not-json"),
        (b"\xff\xfe", "form-not-json"),
        (b'{"a": NaN}', "form-not-json"),
        (b'{"a": 1e999999}', "form-not-json"),
        (b'{"a": "\\ud800"}', "form-not-json"),
        (b"[]", "form-not-questionnaire"),
        (b'"text"', "form-not-questionnaire"),
        (b'{"resourceType": "Patient"}', "form-not-questionnaire"),
        (form_bytes(item("a", "string"), item("a", "string")), "form-duplicate-link-id"),
        (form_bytes({"type": "string"}), "form-no-link-id"),
        (form_bytes(item("a", "riddle")), "form-unknown-type"),
        (form_bytes(item("a", "integer", calculated("(1"))), "form-broken-expression"),
        (
            form_bytes(item("a", "integer", expression(ext.CALCULATED, "x", language="text/cql"))),
            "form-cql",
        ),
        (
            form_bytes(item("a", "integer", expression(ext.CALCULATED, "x", language="text/x"))),
            "form-expression-language",
        ),
        (
            form_bytes(item("a", "string"), modifierExtension=[{"url": "u"}]),
            "form-modifier-extension",
        ),
        (
            form_bytes(item("a", "string", enableWhen=[{"question": "b", "operator": "~"}])),
            "form-enable-when-malformed",
        ),
        (
            form_bytes(
                extension=[expression(ext.VARIABLE, "1", "v"), expression(ext.VARIABLE, "2", "v")]
            ),
            "form-duplicate-variable-root",
        ),
        (
            form_bytes(
                item("a", "string", *(expression(ext.VARIABLE, one, "v") for one in ("1", "2")))
            ),
            "form-duplicate-variable",
        ),
        (
            form_bytes(item("a", "string", modifierExtension=[{"url": "u"}])),
            "form-modifier-extension-item",
        ),
        (b'{"resourceType": "Questionnaire", "item": {"a": 1}}', "form-items-malformed"),
    ],
)
def test_what_cannot_be_read_is_refused_with_one_sentence(data, message_id):
    assert refusal(data).message_id == message_id


def test_a_broken_expression_is_named_with_item_and_position():
    error = refusal(form_bytes(item("score", "integer", calculated("1 + (2"))))

    assert error.params["link_id"] == "score"
    assert error.params["position"] == 7


HEAVY = "form-too-heavy"


def nested_items(levels):
    found = item("deepest", "string")
    for level in range(levels):
        found = group(f"g{level}", found)
    return form_bytes(found)


@pytest.mark.parametrize(
    ("data", "message_id"),
    [
        (b" " * 100_000_000, "form-too-large"),
        (b"[" * 1_000_000, "form-too-deep"),
        (b'{"a":' * 200 + b"1" + b"}" * 200, "form-too-deep"),
        (b'"\\"' * 500_000, "form-not-json"),
        (nested_items(70), "form-too-deep"),
        (form_bytes(*(item(f"i{at}", "string") for at in range(10_001))), "form-too-many-items"),
        (form_bytes(*(item(f"i{at}", "string", calculated("1")) for at in range(2_000))), HEAVY),
    ],
)
def test_hostile_input_is_refused_quickly(data, message_id):
    started = time.monotonic()

    error = refusal(data)

    assert error.message_id == message_id
    assert time.monotonic() - started < 5
    assert MAX_BYTES < 100_000_000


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-9, 9), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                (
                    *("item", "linkId", "type", "text", "_text", "extension", "url", "initial"),
                    *("answerOption", "valueCoding", "enableWhen", "question", "operator"),
                    *("answerBoolean", "answerValueSet", "contained", "code", "valueString"),
                )
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=25,
)


@settings(max_examples=300)
@given(JSON)
def test_any_json_is_read_or_refused_but_never_crashes(body):
    raw = body if isinstance(body, dict) else {"item": body}

    said = outcome(json.dumps(raw | {"resourceType": "Questionnaire"}).encode())

    assert said


def outcome(data):
    try:
        read_questionnaire(data, "x")
    except KnownError as error:
        return explain(error)
    return "read"


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_but_never_crash(data):
    with pytest.raises(KnownError):
        read_questionnaire(data, "x")


def test_the_hash_is_that_of_the_exact_bytes():
    data = form_bytes(item("a", "string"))

    found = read_questionnaire(data, "x").ref

    assert found == InstrumentRef(
        "https://firstlight.example/fhir/Questionnaire/test",
        "1.0.0",
        hashlib.sha256(data).hexdigest(),
    )


def test_a_missing_status_and_a_byte_order_mark_are_tolerated():
    raw = json.loads(form_bytes(item("a", "string")))
    del raw["status"]

    found = read_questionnaire(b"\xef\xbb\xbf" + json.dumps(raw).encode(), "x")

    assert found.status == ""


def test_texts_come_in_the_language_asked_for_or_in_the_base():
    found = form(
        item("a", "string", text="Name", _text=spanish("Nombre")),
        title="Form",
        _title=spanish("Formulario"),
    )

    text = found.item("a").text
    assert (text.in_language("es"), text.in_language("es-MX"), text.in_language("pl")) == (
        "Nombre",
        "Nombre",
        "Name",
    )
    assert found.languages == ("en", "es")


def test_a_language_with_a_missing_text_is_not_offered():
    option = coding("yes") | {"_display": spanish("Sí")}
    found = form(
        item("a", "choice", _text=spanish("A"), answerOption=[{"valueCoding": option}]),
        item("b", "string"),
        _title=spanish("T"),
    )

    assert found.languages == ("en",)
    assert found.partial_languages == ("es",)
    assert found.item("a").options[0].label.in_language("es") == "Sí"


def test_short_texts_controls_and_flags_are_read():
    short = {"url": ext.SHORT_TEXT, "valueString": "First night", "_valueString": spanish("Noche")}
    control = {
        "url": ext.ITEM_CONTROL,
        "valueCodeableConcept": {"coding": [{"code": "drop-down"}]},
    }
    found = form(group("s", item("a", "text", short, control, required=True, readOnly=True)))

    read = found.item("a")
    assert read.label.in_language("es") == "Noche"
    assert (read.presentation.control, read.required, read.read_only) == ("drop-down", True, True)
    assert (read.section, read.parent) == ("s", "s")
    assert found.sections[0].link_id == "s"


@pytest.mark.parametrize("kind", [kind.value for kind in ItemType])
def test_every_item_type_is_read(kind):
    assert form(item("a", kind)).item("a").type == kind


def test_an_r5_coding_question_is_a_choice():
    found = form(item("a", "coding"), item("b", "coding", answerConstraint="optionsOrString"))

    assert [one.type for one in found.items] == [ItemType.CHOICE, ItemType.OPEN_CHOICE]


def test_options_come_from_expansions_compositions_and_code_systems():
    contained = [
        {
            "resourceType": "ValueSet",
            "id": "e",
            "expansion": {"contains": [{"system": "s", "code": "a", "contains": [{"code": "b"}]}]},
        },
        {"resourceType": "ValueSet", "id": "c", "compose": {"include": [{"system": "cs"}]}},
        {
            "resourceType": "CodeSystem",
            "url": "cs",
            "concept": [
                {"code": "w", "extension": [{"url": ext.WEIGHTS[1], "valueDecimal": Decimal(2)}]}
            ],
        },
    ]
    contained[2]["concept"][0]["extension"][0]["valueDecimal"] = 2
    found = form(
        item("e", "choice", answerValueSet="#e"),
        item("c", "choice", answerValueSet="#c"),
        item("r", "choice", answerValueSet="http://remote.example/vs"),
        contained=contained,
    )

    assert [one.value for one in found.item("e").options] == [Coding("a", "s"), Coding("b")]
    assert [(one.value, one.weight) for one in found.item("c").options] == [
        (Coding("w", "cs"), Decimal(2))
    ]
    assert found.item("r").remote_options == "http://remote.example/vs"


def test_options_may_be_texts_numbers_and_dates():
    options = [{"valueString": "x"}, {"valueInteger": 3}, {"valueDate": "2026"}]

    found = form(item("a", "choice", answerOption=options)).item("a")

    assert [one.value for one in found.options] == ["x", 3, PartialDate("2026")]
    assert found.options[2].label.base == "2026"


def test_a_decimal_of_the_file_is_exact():
    options = choice("c", "a")
    options["answerOption"][0]["extension"] = [{"url": ext.WEIGHTS[0], "valueDecimal": 0.1}]

    assert form(options).item("c").options[0].weight == Decimal("0.1")
