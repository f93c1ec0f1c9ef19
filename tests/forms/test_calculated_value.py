"""The older cqf-calculatedValue computes an element as cqf-expression does."""

from desktop.forms import extensions as ext
from tests.forms.form_makers import expression, item, session

A = "%resource.item.where(linkId='a').answer.value"


def older(text):
    return {"extension": [expression(ext.CQF_CALCULATED, text)]}


def test_the_older_calculated_value_computes_words_flags_and_limits():
    most = {"url": ext.MAX_VALUE, "_valueInteger": older(f"{A} + 1")}
    found = session(
        item("a", "integer"),
        item("b", "integer", most, _text=older("'Now'")),
        item("c", "string", _required=older(f"{A} > 1")),
    )

    found.answer("a", 2)
    found.answer("b", 4)

    assert found.state("b").text.base == "Now"
    assert [one.code for one in found.problems] == ["above-maximum"]
    assert found.missing == ("c",)
