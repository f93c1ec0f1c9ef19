"""A form is recognised by its LOINC codes: its own, that of one group, or those of its items."""

import pytest

from desktop.forms.known.recognising import recognised
from tests.forms.known.instrument_forms import Json, form_of, nine, read, weighed
from tests.forms.known.shipped_registry import shipped


def key_of(form: Json) -> str:
    """What the form was recognised as; "" for nothing."""
    found = recognised(shipped(), read(form))
    return found.key if found else ""


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("44249-1", "phq-9"),
        ("55757-9", "phq-2"),
        ("69737-5", "gad-7"),
        ("93373-9", "c-ssrs"),
        ("72109-2", "audit-c"),
        ("82666-9", "dast-10"),
        ("96777-8", "ahc-hrsn"),
        ("93025-5", "prapare"),
        ("88121-9", "hunger-vital-sign"),
        ("76499-3", "hark"),
    ],
)
def test_the_code_of_the_form_names_the_instrument(code: str, key: str) -> None:
    assert key_of(form_of(weighed("a"), code=code)) == key


def test_the_code_of_a_group_names_it_too() -> None:
    group = {
        "linkId": "g",
        "type": "group",
        "code": [{"system": "http://loinc.org", "code": "44249-1"}],
        "item": [weighed("a")],
    }

    assert key_of(form_of(group)) == "phq-9"


def test_codes_of_items_name_it_where_no_panel_does() -> None:
    assert key_of(form_of(weighed("a", code="95618-5"), weighed("b", code="95617-7"))) == "hits"


def test_items_of_another_instrument_inside_do_not_hide_the_form_itself() -> None:
    assert key_of(form_of(weighed("a", code="95618-5"), code="96777-8")) == "ahc-hrsn"


def test_a_form_of_two_instruments_is_taken_for_neither() -> None:
    first, second = weighed("a", code="44249-1"), weighed("b", code="69737-5")

    assert key_of(form_of(first, second)) == ""


def test_a_code_of_another_system_or_of_nothing_we_know_names_nothing() -> None:
    form = nine(code="1234-5")
    other = nine()
    other["code"][0]["system"] = "https://codes.example"

    assert (key_of(form), key_of(other)) == ("", "")


def test_words_alone_never_name_an_instrument() -> None:
    assert key_of(nine(code="") | {"title": "PHQ-9", "name": "PHQ9"}) == ""
