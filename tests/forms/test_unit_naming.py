"""Units beside those that a form lists: from UCUM, or from a code system that is here."""

import pytest

from desktop.forms import extensions as ext
from desktop.forms.answers import Coding
from desktop.forms.unit_naming import UCUM, lacks_units, named_unit
from tests.forms.form_makers import form, item
from tests.forms.terms_makers import code_system, concept

OPEN = {"url": ext.UNIT_OPEN, "valueCode": "optionsOrType"}
PIECES = {"code": "{piece}", "system": UCUM, "display": "pieces"}


def asked(system, *options, **fields):
    supplement = {"url": ext.UNIT_SUPPLEMENTS[0], "valueCanonical": system}
    listed = [{"url": ext.UNIT_OPTION, "valueCoding": one} for one in options]
    return form(item("q", "quantity", OPEN, supplement, *listed), **fields).item("q")


@pytest.mark.parametrize("code", ["mg", "mm[Hg]", "10*9/L", "%", "{pills}"])
def test_what_ucum_reads_is_kept_as_its_code(code):
    assert named_unit(asked(UCUM), f" {code} ") == Coding(code, UCUM, code)


@pytest.mark.parametrize("words", ["spoonfuls", "half a glass", "12", "mgg]"])
def test_other_words_stay_words(words):
    assert named_unit(asked(UCUM), words) == Coding("", "", words)


def test_without_ucum_a_unit_that_it_knows_is_words_too():
    plain = form(item("q", "quantity", OPEN)).item("q")

    assert named_unit(plain, "mg") == Coding("", "", "mg")


def test_a_unit_of_the_form_is_found_by_its_words_and_its_code():
    read = asked(UCUM, PIECES)

    expected = Coding("{piece}", UCUM, "pieces")
    assert (named_unit(read, "pieces"), named_unit(read, "{piece}")) == (expected, expected)


def test_the_units_of_a_code_system_that_is_here_are_listed_once():
    system = code_system(concept("drop"), concept("puff"))
    read = asked(
        system["url"],
        {"code": "drop", "system": system["url"], "display": "DROP"},
        contained=[system],
    )

    assert [one.code for one in read.unit_options] == ["drop", "puff"]
    assert not lacks_units(read)


def test_a_code_system_that_is_elsewhere_is_lacking():
    assert lacks_units(asked("https://elsewhere.example/units"))
    assert not lacks_units(asked(UCUM))
