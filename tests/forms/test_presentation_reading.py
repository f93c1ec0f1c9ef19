"""What an item asks to look like and to compute is read, and nothing is invented."""

from decimal import Decimal

import pytest

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.answers import Coding
from desktop.forms.item_logic import Severity
from desktop.forms.presentation import DisabledDisplay, Fold, Presentation
from tests.forms.form_makers import form, item


def expression(text, language="text/fhirpath"):
    return {"valueExpression": {"language": language, "expression": text}}


def read(*extensions, **fields):
    return form(item("a", "choice", *extensions, **fields)).item("a")


def test_an_item_without_rendering_extensions_has_the_plain_presentation():
    assert read().presentation == Presentation()


def test_controls_direction_columns_fold_step_and_width_are_read():
    shown = read(
        {"url": ext.ITEM_CONTROL, "valueCodeableConcept": {"coding": [{"code": "slider"}]}},
        {"url": ext.ITEM_CONTROL, "valueCodeableConcept": {"coding": [{"code": "prompt"}]}},
        {"url": ext.CHOICE_ORIENTATION, "valueCode": "horizontal"},
        {"url": ext.COLUMN_COUNT, "valuePositiveInt": 3},
        {"url": ext.COLLAPSIBLE, "valueCode": "default-closed"},
        {"url": ext.SLIDER_STEP, "valueInteger": 5},
        {"url": ext.WIDTH, "valueQuantity": {"value": 40, "code": "%"}},
        {"url": ext.DISABLED_DISPLAY, "valueCode": "protected"},
    ).presentation

    assert shown.controls == ("slider", "prompt")
    assert (shown.orientation, shown.column_count, shown.fold) == ("horizontal", 3, Fold.CLOSED)
    assert (shown.slider_step, shown.width) == (Decimal(5), (Decimal(40), "%"))
    assert shown.disabled_display is DisabledDisplay.PROTECTED


@pytest.mark.parametrize("step", [0, -1, True, "2", None])
def test_a_step_that_is_no_positive_number_is_left_out(step):
    assert read({"url": ext.SLIDER_STEP, "valueInteger": step}).presentation.slider_step is None


def test_styled_texts_are_kept_beside_the_plain_words():
    bold = {"extension": [{"url": ext.RENDERING_XHTML, "valueString": "<b>A</b>"}]}
    mark = {"extension": [{"url": ext.RENDERING_MARKDOWN, "valueMarkdown": "*x*"}]}
    found = read(
        text="A", _text=bold, answerOption=[{"valueCoding": {"display": "x", "_display": mark}}]
    )

    assert (found.text.base, found.presentation.text_styling.xhtml) == ("A", "<b>A</b>")
    assert found.options[0].styling.markdown == "*x*"


def test_a_picture_has_its_text_alternative():
    picture = {"contentType": "image/png", "data": "aGk=", "title": "A lake"}
    media = read({"url": ext.ITEM_MEDIA, "valueAttachment": picture}).presentation.media

    assert media is not None
    assert (media.content_type, media.title.base) == ("image/png", "A lake")
    assert "aGk=" not in repr(media)


def test_file_limits_are_read():
    found = form(
        item(
            "a",
            "attachment",
            {"url": ext.MIME_TYPE, "valueCode": "image/*"},
            {"url": ext.MAX_SIZE, "valueDecimal": 5242880},
        )
    ).item("a")

    assert (found.limits.mime_types, found.limits.max_size) == (("image/*",), 5_242_880)


def test_toggles_dynamic_texts_and_limits_are_compiled():
    toggle = {
        "url": ext.OPTIONS_TOGGLE,
        "extension": [
            {"url": "option", "valueCoding": {"code": "x"}},
            {"url": "expression", **expression("1 = 1")},
        ],
    }
    dynamic = {"extension": [{"url": ext.CQF_EXPRESSION, **expression("'Hello'")}]}
    most = {"url": ext.MAX_VALUE, "_valueInteger": dynamic}
    logic = read(toggle, most, _text=dynamic, _required=dynamic).logic

    assert [one.options for one in logic.toggles] == [(Coding("x"),)]
    assert logic.text is not None
    assert logic.required is not None
    assert logic.max_value is not None
    assert len(logic.expressions) == 4


@pytest.mark.parametrize(
    ("url", "condition"),
    [
        (ext.CONSTRAINT, {"valueString": "a = b"}),
        (ext.TARGET_CONSTRAINT, expression("a = b")),
    ],
)
def test_constraints_of_both_kinds_are_read(url, condition):
    rule = {
        "url": url,
        "extension": [
            {"url": "key", "valueId": "same"},
            {"url": "severity", "valueCode": "warning"},
            {"url": "human", "valueString": "Both must agree."},
            {"url": "expression", **condition},
            {"url": "location", "valueString": "item.where(linkId='a')"},
        ],
    }
    (found,) = read(rule).logic.constraints

    assert (found.key, found.severity) == ("same", Severity.WARNING)
    assert (found.human.base, found.location) == ("Both must agree.", ("item.where(linkId='a')",))


def test_a_broken_constraint_is_refused_with_the_item():
    rule = {"url": ext.CONSTRAINT, "extension": [{"url": "expression", "valueString": "a ="}]}

    with pytest.raises(KnownError) as caught:
        read(rule)

    assert caught.value.params["link_id"] == "a"


def test_who_signs_is_read_on_item_and_form():
    signer = {
        "url": ext.SIGNATURE_REQUIRED,
        "valueCodeableConcept": {"coding": [{"code": "1.2.840.10065.1.12.1.1"}]},
    }

    found = form(item("a", "string", signer), extension=[signer])

    assert found.signature == found.item("a").signature
    assert found.item("a").signature is not None


def test_how_a_form_is_to_be_entered_and_used_is_read():
    usage = {"url": ext.USAGE_MODE, "valueCode": "display"}
    entry = {"url": ext.ENTRY_MODE, "valueCode": "sequential"}

    read = form(item("a", "string", usage), extension=[entry])

    assert (read.item("a").presentation.usage, read.entry_mode) == ("display", "sequential")
