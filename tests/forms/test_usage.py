"""Items for asking and items for showing (core usageMode), while a form is filled and after."""

import pytest

from desktop.forms import extensions as ext
from desktop.forms.answers import Answered
from desktop.forms.instances import ItemKey
from desktop.forms.usage import is_displayed
from desktop.records.ids import RecordId
from desktop.services.packet_sources import plan_lines
from desktop.services.visit_lines import ReviewedForm, lines_of
from tests.forms.form_makers import Json, calculated, group, item, session

HIDDEN: Json = {"url": ext.HIDDEN, "valueBoolean": True}


def usage(code: str) -> Json:
    return {"url": ext.USAGE_MODE, "valueCode": code}


@pytest.mark.parametrize(
    ("code", "asked", "shown_empty", "shown_answered"),
    [
        ("capture-display", True, True, True),
        ("capture", True, False, False),
        ("display", False, True, True),
        ("display-non-empty", False, False, True),
        ("capture-display-non-empty", True, False, True),
        ("something-else", True, True, True),
    ],
)
def test_each_usage_is_asked_and_shown_as_fhir_says(
    code: str, asked: bool, shown_empty: bool, shown_answered: bool
) -> None:
    found = session(item("a", "string", usage(code), required=True))
    instance = found.tree.by_key[ItemKey("a")]

    assert found.state("a").visible is asked
    assert found.missing == (("a",) if asked else ())
    assert is_displayed(instance, lambda key: found.state(key).answer) is shown_empty
    found.answer("a", "word")
    assert is_displayed(instance, lambda key: found.state(key).answer) is shown_answered


def test_what_is_only_shown_is_still_calculated_and_kept() -> None:
    total = item("total", "integer", usage("display"), calculated("2 + 3"), readOnly=True)
    found = session(group("g", item("a", "string"), total))

    assert found.visible_keys("g") == ("g", "a")
    assert found.state("total").answer == Answered((5,))
    [saved] = found.to_response()["item"][0]["item"]
    assert saved["answer"] == [{"valueInteger": 5}]


def test_everything_below_a_group_follows_it() -> None:
    inner = group("inner", item("b", "string"), extension=[usage("display-non-empty")])
    found = session(group("g", item("a", "string"), inner))
    b = found.tree.by_key[ItemKey("b")]

    assert found.visible_keys("g") == ("g", "a")
    assert not is_displayed(b, lambda key: found.state(key).answer)
    found.answer("b", "word")
    assert is_displayed(b, lambda key: found.state(key).answer)


def test_review_shows_what_belongs_to_the_finished_form() -> None:
    found = session(
        group(
            "g",
            item("a", "string"),
            item("notes", "string", usage("capture")),
            item("empty", "string", usage("capture-display-non-empty")),
            item("total", "integer", usage("display"), calculated("2 + 3"), readOnly=True),
        )
    )
    found.answer("notes", "for whoever asks")

    lines = lines_of(ReviewedForm(RecordId("r"), found, None, (), ()))

    assert [(one.item_key, one.number) for one in lines] == [("a", "1.1"), ("total", "1.2")]


def test_paper_shows_what_belongs_to_the_finished_form() -> None:
    found = session(
        group(
            "g",
            item("a", "string"),
            item("notes", "string", usage("capture")),
            item("total", "integer", usage("display"), calculated("2 + 3"), readOnly=True),
            item("hidden", "integer", calculated("2 + 3"), HIDDEN, readOnly=True),
        )
    )
    found.answer("a", "word")
    found.answer("notes", "for whoever asks")

    assert plan_lines(found, "en") == (("Text of a", "word"), ("Text of total", "5"))
