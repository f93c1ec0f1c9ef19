"""A form says for which ages and when it is offered; what it does not say keeps nobody away."""

import json
from typing import Any

import pytest

from desktop.errors import KnownError
from desktop.forms.form_face import NO_RULE, OfferRule, read_face

OFFER = "https://firstlight.example/fhir/StructureDefinition/offer"


def _rule(**more: Any) -> OfferRule:
    form = {"resourceType": "Questionnaire", "url": "https://forms.example/a", **more}
    return read_face(json.dumps(form).encode(), "a.json").rule


def _ages(low: tuple[int, str] | None, high: tuple[int, str] | None) -> OfferRule:
    ends = {
        name: {"value": end[0], "code": end[1]}
        for name, end in (("low", low), ("high", high))
        if end is not None
    }
    return _rule(useContext=[{"code": {"code": "age"}, "valueRange": ends}])


def _offer(**parts: int) -> OfferRule:
    extension = [
        {"url": name.replace("_", "-"), "valueInteger": days} for name, days in parts.items()
    ]
    return _rule(extension=[{"url": OFFER, "extension": extension}])


def test_a_form_that_says_nothing_has_no_rule() -> None:
    assert _rule() == NO_RULE


@pytest.mark.parametrize(
    ("years", "fits"), [(7, False), (8, True), (17, True), (18, False), (None, True)]
)
def test_both_ends_of_the_ages_are_in_and_an_unknown_age_is_not_kept_away(
    years: int | None, fits: bool
) -> None:
    assert _ages((8, "a"), (17, "a")).fits_age(years) is fits


def test_ages_in_months_are_whole_years() -> None:
    rule = _ages((18, "mo"), (215, "mo"))

    assert (rule.from_age, rule.to_age) == (1, 17)


@pytest.mark.parametrize("code", ["d", "", "years"])
def test_an_age_in_another_unit_keeps_nobody_away(code: str) -> None:
    assert _ages((8, code), None) == NO_RULE


def test_a_form_about_the_past_month_waits_for_a_month() -> None:
    assert _offer(from_days=2, asks_about_days=30).first_day == 30


@pytest.mark.parametrize(("days", "over"), [(13, False), (14, False), (15, True)])
def test_its_last_day_is_still_in_time(days: int, over: bool) -> None:
    assert _offer(until_days=14).is_over(days) is over


@pytest.mark.parametrize("days", [-1, "soon", 1.5, True, None])
def test_a_number_of_days_that_is_none_is_no_rule(days: Any) -> None:
    assert _offer(from_days=days) == NO_RULE


def test_what_is_no_form_has_no_face() -> None:
    with pytest.raises(KnownError, match="form-not-questionnaire"):
        read_face(b'{"resourceType": "Patient"}', "a.json")
