"""Nothing blocks but Complete, and Complete says why not and leads there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.records.form_record import FormKind, FormStatus
from desktop.services.comment_answer import comment_answer
from desktop.services.episode_records import form_of
from desktop.services.open_form import open_form
from desktop.services.return_visit import return_visit
from desktop.services.submit_visit import submit_visit
from desktop.views.interview.question_card import QuestionCard
from tests.services.bench import NADIA, ROSA, TOMAS, Bench
from tests.services.filling import completed, fill
from tests.views.interview.desk import open_desk


def test_ctrl_enter_goes_on_with_everything_open(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench)

    qtbot.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )

    assert desk.view.head.title.text() == "Safety now"


def test_complete_lists_what_is_missing_and_goes_to_the_first(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="next-steps.to-add")

    desk.view.action_bar.complete_requested.emit()

    rows = desk.view.score.list.rows()
    assert desk.view.head.title.text() == "Before we talk"
    assert len(rows) > 15
    assert "need an answer or a reason" in desk.navigator.messages[-1].text
    card = desk.find("question-agreement.talk-now")
    assert isinstance(card, QuestionCard)
    assert card.below.texts() == ("This question needs an answer or a reason.",)


def test_the_missing_list_jumps_into_the_question(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="what-you-need.housing")

    qtbot.keyClick(desk.find("interview-missing-what-you-need.money"), Qt.Key.Key_Return)

    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "answer-what-you-need.money-yes"


def test_a_whole_form_completes_and_leads_back_to_the_person(qtbot: QtBot, sealed: Bench) -> None:
    work, ref = sealed.work_as(ROSA), sealed.new_case()
    fill(work, open_form(work, ref, FormKind.ASSESSMENT))
    desk = open_desk(qtbot, sealed, ref=ref, at="next-steps.to-add")
    assert desk.view.action_bar.next.text() == "Complete"

    desk.press("interview-next")
    desk.until(lambda: "person" in desk.navigator.log)

    form = form_of(work, ref, FormKind.ASSESSMENT)
    assert form is not None
    assert form.value.status is FormStatus.COMPLETE


def test_the_score_is_withheld_until_its_last_answer(qtbot: QtBot, bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    fill(work, open_form(work, ref, FormKind.ASSESSMENT))
    desk = open_desk(qtbot, bench, ref=ref, at="what-you-need.food")
    whole = desk.view.score.score_title.text()

    desk.press("reasons-what-you-need.food-unable")

    assert whole.isdigit()
    assert desk.view.score.score_title.text() == "Score withheld"
    assert ": 1 of " in desk.view.score.score_note.text()


def test_a_reviewers_comment_stands_beside_the_question(qtbot: QtBot, bench: Bench) -> None:
    work, reviewer, ref = bench.work_as(ROSA), bench.work_as(NADIA), bench.new_case()
    form = completed(work, ref)
    visit = submit_visit(work, ref)
    key = "what-you-need.rides"
    comment_answer(reviewer, ref, visit.visit_id, form.record_id, key, "From which day on?")
    return_visit(reviewer, ref, visit.visit_id)

    desk = open_desk(qtbot, bench, ref=ref)

    card = desk.find(f"question-{key}")
    assert isinstance(card, QuestionCard)
    assert card.comments.isVisibleTo(desk.view)
    assert card.state.comments[0].text == "From which day on?"
    assert card.state.comments[0].author_name == "Nadia Example, RN"


def test_a_draft_of_somebody_else_leads_back_and_says_why(qtbot: QtBot, bench: Bench) -> None:
    ref = bench.new_case()
    open_form(bench.work_as(TOMAS), ref, FormKind.ASSESSMENT)

    desk = open_desk(qtbot, bench, ref=ref)

    assert desk.navigator.log == ["person"]
    assert [str(error) for error in desk.navigator.errors] == ["draft.someone-elses"]
