"""Which sections the person may be given, and what of them: what staff see stays with staff."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.forms.answers import NoAnswer, NoAnswerReason
from desktop.forms.session import ItemKey
from desktop.views.patient.patient_controller import PatientController
from desktop.views.patient.patient_steps import steps_of
from tests.services.bench import Bench
from tests.views.interview.desk import InterviewDesk, open_desk


def turned(desk: InterviewDesk) -> PatientController:
    """What the shell was asked to show, shown."""
    desk.press("interview-turn")
    side = desk.navigator.turned
    assert side is not None, desk.view.note.accessibleName()
    view = side.build(desk.host)
    layout = desk.host.layout()
    assert layout is not None
    layout.addWidget(view)
    side.begin()
    return side


def questions(desk: InterviewDesk) -> list[str]:
    """The questions that the person would be given now."""
    interview = desk.controller.interview
    assert interview is not None
    return [str(step.question) for step in steps_of(interview) if step.question is not None]


def test_what_staff_fill_in_is_left_to_them(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="how-you-are.body")
    desk.press("interview-gate-private")

    asked = questions(desk)

    assert asked == ["how-you-are.body", "how-you-are.talk", "how-you-are.ending-life"]


def test_what_opens_only_in_private_is_not_given_while_it_is_not(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_desk(qtbot, bench, at="safety-now.safe-here")

    asked = questions(desk)

    assert asked == ["safety-now.safe-here", "safety-now.safe-place"]


def test_a_section_that_waits_for_the_staff_is_not_handed_over(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="how-you-are.body")

    desk.press("interview-turn")

    assert desk.navigator.turned is None
    assert "Ask visitors to step out first" in desk.view.note.text_label.text()


def test_the_place_is_kept_with_the_draft_so_that_staff_go_on_there(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_desk(qtbot, bench, at="what-you-need.housing")
    side = turned(desk)

    assert side.view is not None
    side.view.next_button.click()
    desk.controller.flush()
    desk.until_saved()

    interview = desk.controller.interview
    assert interview is not None
    assert interview.position == ItemKey("what-you-need.food")


def test_a_reason_of_the_person_is_kept_as_any_other(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="what-you-need.housing")
    side = turned(desk)
    assert side.view is not None
    reasons = (
        ("declined", NoAnswerReason.DECLINED),
        ("unable", NoAnswerReason.UNABLE),
        ("not-safe", NoAnswerReason.NOT_SAFE),
        ("later", NoAnswerReason.LATER),
    )

    for name, reason in reasons:
        button = side.view.findChild(QWidget, f"patient-reasons-what-you-need.housing-{name}")
        assert button is not None, name
        button.click()
        desk.until_saved()

        assert desk.answers()["what-you-need.housing"] == NoAnswer(reason)


def test_the_staffs_words_beside_a_question_are_not_shown(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="what-you-need.housing")

    side = turned(desk)

    assert side.view is not None
    assert side.view.page.card is not None
    card = side.view.page.card.state
    assert (card.comments, card.number, card.meter, card.required_words) == ((), "", (), "")


def test_after_glass_over_nothing_of_the_questions_is_left(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="what-you-need.housing")
    side = turned(desk)
    assert side.view is not None

    side.end()

    assert side.view.is_given_back
    assert not side.view.give_back.back_button.isVisible()
