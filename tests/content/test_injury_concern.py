"""The concern about more harm is a judgement with reasons: no number, nothing for the patient."""

from datetime import UTC, datetime

import pytest

from desktop.forms.answers import Coding
from desktop.forms.instances import ItemKey
from desktop.forms.reading import read_questionnaire
from desktop.forms.session import FormSession
from desktop.resource_files import resources_dir
from tests.content import shipped

WHY = ItemKey("judgement.why-differs")


def _form() -> shipped.Json:
    return shipped.instrument("injury-concern")


def _rated(conflict: str | None, again: str | None, overall: str | None) -> FormSession:
    data = (resources_dir() / "instruments" / "injury-concern.json").read_bytes()
    form = read_questionnaire(data, "injury-concern.json")
    session = FormSession(form, now=lambda: datetime(2026, 3, 14, tzinfo=UTC))
    rated = {"conflict.rating": conflict, "again.rating": again, "judgement.overall": overall}
    for link_id, code in rated.items():
        if code is not None:
            option = session.state(ItemKey(link_id)).item.options[0].value
            assert isinstance(option, Coding)
            session.answer(ItemKey(link_id), Coding(code, option.system))
    return session


def test_there_is_no_number_and_no_free_text_in_it() -> None:
    kinds = {one["type"] for one in shipped.questions(_form()["item"])}

    assert kinds == {"choice", "date"}
    assert not any(one.get("readOnly") for one in shipped.walk(_form()["item"]))


def test_all_of_it_opens_only_in_private() -> None:
    for section in _form()["item"]:
        assert [one["valueCode"] for one in shipped.extensions(section, "sensitive")] == ["lock"]


def test_each_rating_is_none_some_high_or_unknown() -> None:
    ratings = [
        [option["valueCoding"]["code"] for option in one["answerOption"]]
        for one in shipped.questions(_form()["item"])
        if one["linkId"].endswith(("rating", "overall"))
    ]

    assert ratings == [["none", "some", "high", "unknown"]] * 3


def test_a_date_to_look_again_has_its_role() -> None:
    roles = {
        found["valueCode"]: item["linkId"]
        for item in shipped.walk(_form()["item"])
        for found in shipped.extensions(item, "role")
    }

    assert roles == {"review-date": "judgement.again-on"}


@pytest.mark.parametrize(
    ("conflict", "again", "overall"),
    [
        ("none", "none", "none"),
        ("some", "none", "some"),
        ("none", "high", "high"),
        ("high", "some", "high"),
        ("unknown", "none", "unknown"),
        ("some", "unknown", "some"),
    ],
)
def test_the_higher_of_the_two_ratings_needs_no_reason(
    conflict: str, again: str, overall: str
) -> None:
    assert not _rated(conflict, again, overall).state(WHY).enabled


@pytest.mark.parametrize(
    ("conflict", "again", "overall"),
    [
        ("none", "none", "some"),
        ("some", "none", "none"),
        ("high", "none", "some"),
        ("unknown", "none", "none"),
        ("some", "some", "high"),
        ("some", "unknown", "unknown"),
    ],
)
def test_an_override_wants_its_reason(conflict: str, again: str, overall: str) -> None:
    session = _rated(conflict, again, overall)

    assert session.state(WHY).enabled
    assert WHY in session.missing


@pytest.mark.parametrize(
    ("conflict", "again", "overall"),
    [(None, "high", "some"), ("high", None, "some"), ("high", "high", None)],
)
def test_before_all_three_are_rated_no_reason_is_asked(
    conflict: str | None, again: str | None, overall: str | None
) -> None:
    assert not _rated(conflict, again, overall).state(WHY).enabled
