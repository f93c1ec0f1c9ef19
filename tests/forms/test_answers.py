"""Answers and their journal rows."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import BugError
from desktop.forms.answer_json import answer_from_json, answer_to_json, same_answer
from desktop.forms.answers import (
    Answered,
    Attachment,
    Coding,
    NoAnswer,
    NoAnswerReason,
    PartialDate,
    PartialDateTime,
    Quantity,
    Reference,
    TimeOfDay,
    Unanswered,
)

TEXT = st.text(max_size=20)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=3)
VALUES = st.one_of(
    st.booleans(),
    st.integers(),
    DECIMALS,
    TEXT,
    st.builds(Coding, TEXT, TEXT, TEXT),
    st.builds(Quantity, DECIMALS, TEXT, TEXT, TEXT),
    st.dates().map(lambda day: PartialDate(day.isoformat())),
    st.sampled_from(["2026", "2026-03", "2026-03-14T10:00:00Z"]).map(PartialDateTime),
    st.times().map(lambda clock: TimeOfDay(clock.isoformat(timespec="seconds"))),
    st.builds(Reference, TEXT, TEXT),
    st.builds(Attachment, TEXT, TEXT, TEXT, TEXT),
)
ANSWERS = st.one_of(
    st.just(Unanswered()),
    st.sampled_from(NoAnswerReason).map(NoAnswer),
    st.lists(VALUES, min_size=1, max_size=3).map(lambda values: Answered(tuple(values))),
)


@given(ANSWERS)
def test_a_journal_row_gives_back_exactly_the_answer_that_went_in(answer):
    row = json.loads(json.dumps(answer_to_json(answer)))

    found = answer_from_json(row)

    assert found == answer
    assert [type(value) for value in getattr(found, "values", ())] == [
        type(value) for value in getattr(answer, "values", ())
    ]


def test_a_decimal_keeps_the_digits_as_typed():
    found = answer_from_json(answer_to_json(Answered((Decimal("1.50"),))))

    assert str(found.values[0]) == "1.50"


@pytest.mark.parametrize(
    "row", [{"x": 1}, {"no": "maybe"}, {"values": []}, {"values": [{"d": "x"}]}, {"values": 3}]
)
def test_a_row_of_an_unknown_shape_is_a_bug(row):
    with pytest.raises(BugError):
        answer_from_json(row)


def test_yes_is_not_the_number_one():
    assert not same_answer(Answered((True,)), Answered((1,)))


@pytest.mark.parametrize(
    ("reason", "satisfies"),
    [
        (NoAnswerReason.DECLINED, True),
        (NoAnswerReason.UNABLE, True),
        (NoAnswerReason.NOT_SAFE, True),
        (NoAnswerReason.NOT_APPLICABLE, True),
        (NoAnswerReason.LATER, False),
    ],
)
def test_every_reason_but_later_satisfies_required(reason, satisfies):
    assert reason.satisfies_required is satisfies


@pytest.mark.parametrize("text", ["26", "2026-13", "2026-00", "2026-3", "2026-03-32", "", "0000"])
def test_a_date_of_another_shape_is_refused(text):
    with pytest.raises(ValueError):
        PartialDate(text)


@pytest.mark.parametrize("text", ["24:00:00", "9:00", "10:60", "noon"])
def test_a_time_of_another_shape_is_refused(text):
    with pytest.raises(ValueError):
        TimeOfDay(text)


@pytest.mark.parametrize("text", ["2026T10:00:00Z", "2026-03-14T", "2026-03-14T10:00+25:00"])
def test_a_date_time_of_another_shape_is_refused(text):
    with pytest.raises(ValueError):
        PartialDateTime(text)


def test_codings_agree_by_code_and_system_not_by_display():
    assert Coding("yes", "s", "Yes").same_concept(Coding("yes", "s", "Sí"))
    assert Coding("yes", "s").same_concept(Coding("yes"))
    assert not Coding("yes", "s").same_concept(Coding("yes", "t"))
