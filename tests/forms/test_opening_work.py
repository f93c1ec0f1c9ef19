"""Opening a form goes through its items as rarely as can be, counted in calls of functions."""

import pytest

from desktop.forms.live_form import LiveForm
from desktop.forms.questionnaire import Questionnaire
from desktop.forms.session import FormSession
from tests.forms.form_makers import NOON, choice, coding, form, group, item, when
from tests.support.call_count import calls_made

MOST_CALLS = 72
"""Per question; each walk through the tree more costs ten."""


def plain(size: int) -> Questionnaire:
    """Questions of which every second one waits for the one before it."""
    shown = {"enableWhen": [when("q0", "=", answerCoding=coding("a"))]}
    questions = [choice(f"q{at}", "a", "b", **(shown if at % 2 else {})) for at in range(size)]
    return form(group("page", *questions))


def opened(asked: Questionnaire) -> FormSession:
    return FormSession(asked, now=lambda: NOON)


def test_each_question_costs_few_calls_when_a_form_opens() -> None:
    short, long = plain(100), plain(300)
    for one in (short, long):
        opened(one)  # what is kept for the form is made here

    more = calls_made(lambda: opened(long)) - calls_made(lambda: opened(short))

    assert more / 200 <= MOST_CALLS, more / 200


def test_an_item_enters_the_response_once_and_again_when_it_is_settled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = plain(100)
    renewed: list[str] = []
    renew = LiveForm._renew

    def noting(live: LiveForm, instance: object) -> bool:
        renewed.append("one")
        return renew(live, instance)

    monkeypatch.setattr(LiveForm, "_renew", noting)

    opened(asked)

    assert len(renewed) <= 2 * 101


def test_rows_of_written_values_still_stand_when_the_form_opens() -> None:
    listed = item(
        "pets", "string", repeats=True, initial=[{"valueString": "a"}, {"valueString": "b"}]
    )
    below = {**listed, "item": [item("name", "string")]}

    session = opened(form(group("page", below)))

    assert len(session.tree.by_link_id["name"]) == 2
