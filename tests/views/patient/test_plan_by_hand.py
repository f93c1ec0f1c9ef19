"""A safety plan in the person's hands: all of its parts, written there, and read over there."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.forms.answers import Answered, PartialDate
from desktop.forms.session import ItemKey
from desktop.records.form_record import FormKind
from desktop.views.interview.interview import Interview
from desktop.views.patient.patient_steps import steps_of
from desktop.views.patient.patient_view import PatientView
from tests.services.bench import ROSA, Bench
from tests.views.interview.desk import InterviewDesk, open_desk
from tests.views.patient.test_handing_over import turned
from tests.views.safety_plan.test_plan_preview import HARD, OUT, WHO, opened

PLAN = FormKind.SAFETY_PLAN


def view_of(desk: InterviewDesk) -> PatientView:
    """What the person sees."""
    assert desk.navigator.turned is not None
    view = desk.navigator.turned.view
    assert view is not None
    return view


def interview_of(desk: InterviewDesk) -> Interview:
    """What is being filled in."""
    interview = desk.controller.interview
    assert interview is not None
    return interview


def shown(view: PatientView) -> str:
    """Every word on the person's page."""
    labels = view.page.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisibleTo(view))


def test_the_plan_goes_on_from_part_to_part(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, kind=PLAN, at="leaving.may-know")
    turned(desk)
    view = view_of(desk)
    before = (view.page.part.text(), view.page.place.text())

    view.next_button.click()

    assert before == ("Leaving the hospital", "Question 3 of 3")
    assert (view.page.part.text(), view.page.place.text()) == (
        "Places and times to skip",
        "Question 1 of 3",
    )


def test_staff_go_on_in_the_part_where_the_person_was(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, kind=PLAN, at="leaving.may-know")
    side = turned(desk)
    view_of(desk).next_button.click()

    side.turned_back.emit()
    desk.until_saved()

    interview = desk.controller.interview
    assert interview is not None
    assert (interview.section.name, interview.position) == ("skip", ItemKey("skip.places"))
    assert desk.view.head.title.text() == "Places and times to skip"


def test_what_the_person_writes_is_in_the_same_plan(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, kind=PLAN, at="leaving.way")
    turned(desk)
    card = view_of(desk).page.card
    assert card is not None

    card.answered.emit(card.state.key, Answered(("My aunt drives me",)))
    desk.until_saved()

    assert desk.answers(PLAN)["leaving.way"] == Answered(("My aunt drives me",))


def test_the_plan_is_read_over_in_the_persons_words_and_language(
    qtbot: QtBot, bench: Bench
) -> None:
    ref = bench.new_case(ROSA, language="es")
    desk = open_desk(qtbot, bench, ref=ref, kind=PLAN, at="leaving.way")
    interview = desk.controller.interview
    assert interview is not None
    interview.session.answer(ItemKey("leaving.way"), "Me lleva mi tía")
    interview.session.answer(ItemKey("check-in.review-date"), PartialDate("2026-03-21"))
    turned(desk)
    view = view_of(desk)

    view.read_button.click()
    read = shown(view)
    is_there = view.read_button.isVisibleTo(view)
    view.back_button.click()

    assert "Al salir del hospital" in read
    assert "Me lleva mi tía" in read
    assert "21 de marzo de 2026" in read
    assert "Lugares y horas" not in read
    assert not is_there
    assert view.page.card is not None
    assert view.page.card.state.key == "leaving.way"


def test_the_last_page_of_the_plan_is_the_plan(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, kind=PLAN, at="check-in.how")
    turned(desk)
    view = view_of(desk)

    for _step in range(9):
        if view.page.reading is None:
            view.next_button.click()

    assert view.page.reading is not None
    assert "Nothing is in it yet." in shown(view)
    assert view.next_button.text() == "I am done"
    view.next_button.click()
    assert view.is_given_back
    assert not view.read_button.isVisibleTo(view)


def test_a_part_of_the_assessment_has_nothing_to_read_over(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="what-you-need.housing")

    turned(desk)

    view = view_of(desk)
    assert not view.read_button.isVisibleTo(view)
    assert view.page.part.text() == ""


def test_a_plan_that_opens_only_in_private_is_not_given_while_it_is_not(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = opened(qtbot, bench, OUT)
    desk.press("room-private-no")

    desk.press("interview-turn")

    assert desk.navigator.turned is None
    assert "opens when the room is private" in desk.view.note.text_label.text()


def test_a_further_plan_is_given_whole_in_private(qtbot: QtBot, bench: Bench) -> None:
    desk = opened(qtbot, bench, OUT)

    side = turned(desk)
    view = view_of(desk)
    view.read_button.click()

    assert side is desk.navigator.turned
    assert WHO in shown(view)


def test_of_a_plan_only_the_open_parts_are_given(qtbot: QtBot, bench: Bench) -> None:
    desk = opened(qtbot, bench, HARD)
    desk.press("room-private-no")
    desk.view.section_requested.emit("people")
    desk.follow()

    turned(desk)
    asked = [str(step.question) for step in steps_of(interview_of(desk), is_plan=True)]

    assert "person-1.who" in asked
    assert not [key for key in asked if key.startswith(("signs.", "through.", "nights."))]
