"""The formula of a form is kept; where it differs from the rule of the instrument that is told."""

import pytest

from desktop.forms.known.counting import fit_of
from desktop.forms.known.own_total import own_total_misfits
from tests.forms.known.instrument_forms import Json, nine, read, total
from tests.forms.known.shipped_registry import known

LESS_ONE = "%resource.item.where(linkId != 'q9').answer.value.ordinal().sum()"


def told(form: Json) -> list[tuple[str, dict[str, str | int]]]:
    """The differences that are told."""
    read_form, instrument = read(form), known("phq-9")
    found = own_total_misfits(read_form, fit_of(read_form, instrument), instrument)
    return [(one.message_id, one.params) for one in found]


def test_a_formula_that_comes_to_the_same_is_not_spoken_of() -> None:
    assert told(nine(total())) == []


def test_a_formula_that_leaves_a_question_out_is_told_with_both_numbers() -> None:
    params: dict[str, str | int] = {"name": "PHQ-9", "found": "24", "wanted": "27"}

    assert told(nine(total(LESS_ONE))) == [("form-known.own-high", params)]


def test_a_formula_that_starts_higher_is_told_at_the_lowest_answers_too() -> None:
    found = told(nine(total("%resource.item.answer.value.ordinal().sum() + 1")))

    assert [one for one, _ in found] == ["form-known.own-low", "form-known.own-high"]


def test_a_form_without_a_formula_has_nothing_to_compare() -> None:
    assert told(nine()) == []


@pytest.mark.parametrize("code", ["44261-6", ""])
def test_of_several_numbers_only_the_one_with_the_code_of_the_total_is_compared(code: str) -> None:
    other = total(LESS_ONE) | {"linkId": "part"}
    own = total()
    own["code"] = [{"system": "http://loinc.org", "code": code}]

    assert told(nine(other, own)) == []
