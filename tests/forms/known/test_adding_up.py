"""The total beside a form: right at every edge, withheld while anything of it is missing."""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from itertools import pairwise

import pytest

from desktop.forms.answers import Coding, NoAnswerReason
from desktop.forms.known.adding_up import TOTAL, edges_of, with_total
from desktop.forms.known.instrument import Scoring
from desktop.forms.questionnaire import LocalText, Questionnaire
from desktop.forms.scoring import Score
from desktop.forms.session import FormSession, ItemKey
from desktop.services.known_totals import bands_of, form_with_total
from tests.forms.known.instrument_forms import Json, form_of, nine, read, total, weighed, yes_no
from tests.forms.known.shipped_registry import known, shipped

GATED = {"enableWhen": [{"question": "gate", "operator": "=", "answerBoolean": True}]}


def session_of(form: Questionnaire) -> FormSession:
    """An empty one."""
    return FormSession(form, now=lambda: datetime(2026, 3, 14, tzinfo=UTC))


def added(form: Json, key: str) -> FormSession:
    """A session of the form with the total of an instrument."""
    return session_of(form_with_total(read(form), known(key)))


def choose(session: FormSession, link_id: str, points: int) -> None:
    """The answer with so many points."""
    item = session.questionnaire.by_link_id[link_id]
    value = next(one.value for one in item.options if one.weight == points)
    session.answer(ItemKey(link_id), value)


def score(session: FormSession) -> Score:
    """The total."""
    return next(one for one in session.scores if one.link_id == TOTAL)


def summed(points: Sequence[int], key: str = "phq-9") -> Score:
    """The total of a form with so many questions, each with these points."""
    span = (1, 2, 3, 4, 5) if key == "hits" else (0, 1, 2, 3, 4) if key in FOURS else (0, 1, 2, 3)
    session = added(form_of(*(weighed(f"q{at}", span) for at in range(len(points)))), key)
    for at, one in enumerate(points):
        choose(session, f"q{at}", one)
    return score(session)


FOURS = ("audit-c", "pcl-5")


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ((0,) * 9, None),
        ((1, *(0,) * 8), "minimal"),
        ((3, 1, *(0,) * 7), "minimal"),
        ((3, 2, *(0,) * 7), "mild"),
        ((3, 3, 3, *(0,) * 6), "mild"),
        ((3, 3, 3, 1, *(0,) * 5), "moderate"),
        ((3, 3, 3, 3, 2, *(0,) * 4), "moderate"),
        ((3,) * 5 + (0,) * 4, "moderately severe"),
        ((3,) * 6 + (1, 0, 0), "moderately severe"),
        ((3,) * 6 + (2, 0, 0), "severe"),
        ((3,) * 9, "severe"),
    ],
)
def test_the_bands_of_the_phq_9_change_at_their_edges(
    points: tuple[int, ...], words: str | None
) -> None:
    found = summed(points)

    assert found.value == sum(points)
    assert (found.band.label.base if found.band else None) == words


@pytest.mark.parametrize(
    ("key", "below", "at"),
    [
        ("gad-7", (3, 3, 3, 0, 0, 0, 0), (3, 3, 3, 1, 0, 0, 0)),
        ("hits", (5, 3, 1, 1), (5, 4, 1, 1)),
        ("pcl-5", (4,) * 7 + (2,) + (0,) * 12, (4,) * 7 + (3,) + (0,) * 12),
    ],
)
def test_a_total_below_its_cut_off_is_told_from_one_that_reaches_it(
    key: str, below: tuple[int, ...], at: tuple[int, ...]
) -> None:
    under, on = summed(below, key), summed(at, key)
    least = known(key).total_cut_offs[0].least

    assert (under.value, on.value) == (least - 1, least)
    assert under.band is not None
    assert under.band.label.in_language("es") == "Por debajo de todo límite"
    assert on.band is not None
    assert on.band.label.base.startswith(f"{least} or more: ")


@pytest.mark.parametrize(
    ("points", "reached"), [((2, 0, 0), False), ((3, 0, 0), True), ((4, 0, 0), True)]
)
def test_borders_that_differ_for_men_and_women_are_both_told(
    points: tuple[int, ...], reached: bool
) -> None:
    band = summed(points, "audit-c").band

    assert band is not None
    for words, men, women in (
        (band.label.base, "Men, 4 or more", "Women, 3 or more"),
        (band.label.in_language("es"), "Hombres, 4 o más", "Mujeres, 3 o más"),
    ):
        assert (men in words, women in words) == (reached, reached)


def test_a_total_is_withheld_while_an_answer_is_missing_or_has_a_reason() -> None:
    session = added(nine(), "phq-9")
    for at in range(1, 9):
        choose(session, f"q{at}", 3)
    missing = score(session)
    session.give_reason(ItemKey("q9"), NoAnswerReason.DECLINED)
    declined = score(session)
    choose(session, "q9", 0)

    assert (missing.value, missing.band, missing.missing) == (None, None, ("q9",))
    assert (declined.value, declined.missing) == (None, ("q9",))
    assert score(session).value == 24


def test_a_question_that_is_not_asked_is_no_nought() -> None:
    form = nine()
    form["item"][8]["enableWhen"] = [
        {"question": "q1", "operator": "!=", "answerCoding": {"code": "a0"}}
    ]
    session = added(form, "phq-9")
    for at in range(1, 9):
        choose(session, f"q{at}", 0)

    assert score(session).value is None


def test_a_tenth_question_changes_no_total() -> None:
    session = added(nine(weighed("harder")), "phq-9")
    for at in range(1, 10):
        choose(session, f"q{at}", 1)
    choose(session, "harder", 3)

    assert score(session).value == 9


def test_yes_is_counted_whether_it_is_a_boolean_or_a_code() -> None:
    plain = added(form_of(*(yes_no(f"q{at}") for at in range(4))), "asq")
    for at in range(4):
        plain.answer(ItemKey(f"q{at}"), at == 2)
    options = [{"valueCoding": {"code": one, "display": one}} for one in ("YES", "NO")]
    items = [
        {"linkId": f"q{at}", "type": "choice", "text": "-", "answerOption": options}
        for at in range(4)
    ]
    coded = added(form_of(*items), "asq")
    for at in range(4):
        coded.answer(ItemKey(f"q{at}"), Coding("YES" if at else "NO", "", ""))

    assert (score(plain).value, score(coded).value) == (1, 3)
    assert score(plain).band is not None


@pytest.mark.parametrize("has_condition", [True, False])
def test_a_gate_without_an_answer_withholds_and_a_no_there_is_nought(has_condition: bool) -> None:
    below = GATED if has_condition else {}
    session = added(
        form_of(yes_no("gate"), *(yes_no(f"q{at}") | below for at in range(5))), "pc-ptsd-5"
    )
    empty = score(session).value
    session.answer(ItemKey("gate"), True)
    begun = score(session).value
    for at in range(5):
        session.answer(ItemKey(f"q{at}"), at < 4)
    whole = score(session).value
    session.answer(ItemKey("gate"), False)

    assert (empty, begun, whole) == (None, None, 4)
    assert score(session).value == (0 if has_condition else 4)


def test_a_form_with_a_formula_or_of_another_shape_stays_as_it_is() -> None:
    short = nine()
    short["item"].pop()
    rows = form_of({"linkId": "g", "type": "group", "repeats": True, "item": nine()["item"]})

    for form in (nine(total()), short, rows):
        whole = read(form)
        assert form_with_total(whole, known("phq-9")) is whole


def test_the_total_stands_behind_the_last_question_that_counts_and_keeps_the_reference() -> None:
    group = form_of({"linkId": "g", "type": "group", "item": nine(weighed("harder"))["item"]})
    whole = read(group)
    form = form_with_total(whole, known("phq-9"))
    names = [one.link_id for one in form.items[0].children]

    assert names[-2:] == [TOTAL, "harder"]
    assert (form.ref, form.source) == (whole.ref, whole.source)
    assert form.by_link_id[TOTAL].section == "g"


def test_no_response_holds_the_total_and_a_finished_one_shows_it_all_the_same() -> None:
    session = added(nine(), "phq-9")
    for at in range(1, 10):
        choose(session, f"q{at}", 2)
    response = session.to_response("completed")
    finished = FormSession(
        session.questionnaire,
        response,
        now=lambda: datetime(2026, 3, 14, tzinfo=UTC),
        is_finished=True,
    )

    assert TOTAL not in str(response)
    assert score(finished).value == 18
    assert finished.to_response("completed") == response


def test_a_link_id_with_quotes_is_read_as_it_is() -> None:
    form = nine()
    form["item"][0]["linkId"] = "it's \\one"
    session = added(form, "phq-9")
    choose(session, "it's \\one", 3)
    for at in range(2, 10):
        choose(session, f"q{at}", 0)

    assert score(session).value == 3


def test_the_stretches_between_cut_offs_leave_no_gap() -> None:
    for one in shipped().instruments:
        found = edges_of(one)
        if one.scoring is Scoring.NONE:
            assert found == ()
            continue
        assert one.total is not None
        assert (found[0][0], found[-1][1]) == one.total
        for (_, high), (low, _) in pairwise(found):
            assert low == high + 1


def test_every_band_has_its_words_in_both_languages() -> None:
    for one in shipped().instruments:
        for band in bands_of(one):
            assert band.label.base
            assert band.label.has("es")


def test_the_highest_answers_make_the_highest_total_also_without_bands() -> None:
    session = session_of(with_total(read(nine()), known("phq-9"), LocalText("T"), ()))
    for at in range(1, 10):
        choose(session, f"q{at}", 3)

    assert (score(session).value, score(session).band) == (Decimal(27), None)
