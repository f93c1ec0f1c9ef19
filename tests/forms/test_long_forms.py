"""What one answer costs does not grow with the form."""

from desktop.forms.session import FormSession
from tests.forms.form_makers import NOON, calculated, choice, code, form, group, item, when
from tests.support.call_count import calls_made


def long_form(sections):
    """Required questions on many pages, a branch and a score on the first."""
    total = " + ".join(
        f"%resource.item.item.where(linkId='{name}').answer.value.where(code='b').count()"
        for name in ("q0.0", "q0.1")
    )
    pages = [
        group(f"s{at}", *(choice(f"q{at}.{n}", "a", "b", required=True) for n in range(10)))
        for at in range(sections)
    ]
    branch = item("why", "string", enableWhen=[when("q0.2", "=", answerString="x")])
    return form(*pages, group("end", branch, item("sum", "integer", calculated(total))))


def test_an_answer_outside_a_score_costs_the_same_in_a_form_of_800_items():
    counts = []
    for sections in (5, 80):
        session = FormSession(long_form(sections), now=lambda: NOON)
        session.answer("q0.5", code("a"))

        counts.append(calls_made(lambda session=session: session.answer("q0.5", code("b"))))

    assert counts[1] == counts[0]


def test_asking_what_is_visible_missing_and_scored_costs_the_same_in_a_form_of_800_items():
    counts = []
    for sections in (5, 80):
        session = FormSession(long_form(sections), now=lambda: NOON)
        ask_everything(session)
        session.answer("q0.5", code("a"))

        counts.append(calls_made(lambda session=session: ask_everything(session)))

    assert counts[1] == counts[0]


def ask_everything(session):
    """What a screen asks after an answer."""
    session.state("q0.5")
    session.keys_in("s0")
    session.wanting("s0")
    return session.scores, session.alerts, session.is_complete, session.has_visible_below("s1")
