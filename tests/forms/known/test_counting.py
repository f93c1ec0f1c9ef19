"""A form is held against the instrument: how many questions have points, and which range."""

from decimal import Decimal
from pathlib import Path

import pytest

from desktop.forms.known.counting import fit_of
from desktop.forms.reading import read_questionnaire
from tests.forms.known.instrument_forms import Json, form_of, nine, read, total, weighed, yes_no
from tests.forms.known.shipped_registry import known, shipped


def fits(form: Json, key: str) -> tuple[list[str], list[tuple[str, dict[str, str | int]]], bool]:
    """What counts, what does not fit, and whether the app adds up."""
    fit = fit_of(read(form), known(key))
    return (
        [one.link_id for one in fit.counted],
        [(one.message_id, one.params) for one in fit.misfits],
        fit.adds_up,
    )


NINE = [f"q{at}" for at in range(1, 10)]


def test_nine_questions_of_three_points_make_the_total() -> None:
    assert fits(nine(), "phq-9") == (NINE, [], True)


def test_a_tenth_question_behind_them_is_no_part_of_the_total() -> None:
    assert fits(nine(weighed("harder")), "phq-9") == (NINE, [], True)


def test_a_form_with_a_formula_of_its_own_keeps_it() -> None:
    counted, misfits, adds_up = fits(nine(total()), "phq-9")

    assert (counted, misfits, adds_up) == (NINE, [], False)


def test_a_question_too_few_is_said_and_nothing_is_added_up() -> None:
    form = nine()
    form["item"].pop()

    params: dict[str, str | int] = {"name": "PHQ-9", "found": 8, "wanted": 9}
    assert fits(form, "phq-9") == ([], [("form-known.other-count", params)], False)


def test_points_of_another_range_are_said_and_nothing_is_added_up() -> None:
    form = nine()
    form["item"][4] = weighed("q5", (0, 1, 2, 3, 4))

    params: dict[str, str | int] = {
        "name": "PHQ-9",
        "low": "0",
        "high": "28",
        "least": "0",
        "most": "27",
    }
    assert fits(form, "phq-9") == ([], [("form-known.other-range", params)], False)


def test_a_form_without_points_is_said_to_have_none() -> None:
    form = nine()
    for item in form["item"]:
        for option in item["answerOption"]:
            del option["extension"]

    misfit: tuple[str, dict[str, str | int]] = ("form-known.no-points", {"name": "PHQ-9"})
    assert fits(form, "phq-9") == ([], [misfit], False)


def test_yes_and_no_are_counted_where_the_instrument_counts_them() -> None:
    form = form_of(*(yes_no(f"q{at}") for at in range(1, 5)))

    assert fits(form, "asq") == (["q1", "q2", "q3", "q4"], [], True)
    assert fits(form, "hits") == ([], [("form-known.no-points", {"name": "HITS"})], False)


@pytest.mark.parametrize("code", ["yes", "Yes", "Y", "LA33-6", "373066001"])
def test_a_choice_of_yes_or_no_counts_like_one(code: str) -> None:
    def item(link_id: str) -> Json:
        options = [{"valueCoding": {"code": one, "display": one}} for one in (code, "other")]
        return {"linkId": link_id, "type": "choice", "text": "-", "answerOption": options}

    counted, misfits, _ = fits(form_of(*(item(f"q{at}") for at in range(4))), "asq")

    assert (len(counted), misfits) == (4, [])


def test_the_first_question_of_a_gated_count_is_no_part_of_it() -> None:
    form = form_of(yes_no("gate"), *(yes_no(f"q{at}") for at in range(1, 6)))

    assert fits(form, "pc-ptsd-5") == (["q1", "q2", "q3", "q4", "q5"], [], True)


def test_points_that_start_at_one_fit_an_instrument_that_starts_there() -> None:
    form = form_of(*(weighed(f"q{at}", (1, 2, 3, 4, 5)) for at in range(4)))

    assert fits(form, "hits")[1:] == ([], True)


def test_an_instrument_that_is_not_scored_here_counts_nothing_and_misses_nothing() -> None:
    assert fits(nine(), "danger-assessment") == ([], [], False)


def test_every_range_of_the_registry_can_be_made_by_that_many_questions() -> None:
    for one in shipped().instruments:
        if one.total is None or one.items is None:
            continue
        assert one.total[1] >= Decimal(one.items)


@pytest.mark.parametrize(("name", "own"), [("phq9.json", 1), ("argonaut-phq9-ish.json", 0)])
def test_real_forms_of_others_fit(corpus: Path, name: str, own: int) -> None:
    path = corpus / "questionnaires" / "lforms" / name
    fit = fit_of(read_questionnaire(path.read_bytes(), name), known("phq-9"))

    assert len(fit.counted) == 9
    assert (len(fit.own_totals), fit.misfits) == (own, ())
