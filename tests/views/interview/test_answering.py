"""Answering by pointer, keyboard and screen reader; what is typed; undo; languages."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.forms.answers import Answered, Coding, NoAnswer, NoAnswerReason, Unanswered
from desktop.records.form_record import FormKind
from desktop.services.ports import JournalKind
from desktop.views.interview.question_card import QuestionCard
from desktop.views.interview.two_column_text import TwoColumnText
from tests.services.bench import Bench
from tests.views.interview.desk import InterviewDesk, open_desk

SAFE_HERE = "safety-now.safe-here"


def code_of(desk: InterviewDesk, key: str) -> str:
    """The code of the durable answer."""
    answer = desk.answers()[key]
    assert isinstance(answer, Answered)
    value = answer.values[0]
    assert isinstance(value, Coding)
    return value.code


def test_page_one_comes_first_and_nothing_is_chosen(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench)

    buttons = desk.view.page.findChildren(QAbstractButton)

    assert desk.view.head.title.text() == "Before we talk"
    assert not any(button.isChecked() for button in buttons)


def test_a_press_on_a_row_is_durable_in_the_real_store(qtbot: QtBot, sealed: Bench) -> None:
    desk = open_desk(qtbot, sealed)

    qtbot.mouseClick(desk.find("answer-agreement.talk-now-yes"), Qt.MouseButton.LeftButton)
    desk.until_saved()

    assert code_of(desk, "agreement.talk-now") == "yes"
    assert desk.navigator.saved_state == "saved"


def test_a_digit_answers_and_enter_goes_to_the_next_question(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at=SAFE_HERE)
    first = QApplication.focusWidget()
    assert first is not None

    qtbot.keyClick(first, Qt.Key.Key_1)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    desk.until_saved()

    assert code_of(desk, SAFE_HERE) == "yes"
    assert desk.controller.interview is not None
    assert desk.controller.interview.position == "safety-now.more-harm"


def test_arrows_choose_within_the_question(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="what-you-need.housing")

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    desk.until_saved()

    assert code_of(desk, "what-you-need.housing") == "no"


def test_a_screen_readers_toggle_answers(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench)
    row = desk.find("answer-agreement.talk-now-later")
    interface = QAccessible.queryAccessibleInterface(row)

    interface.actionInterface().doAction("Toggle")
    desk.until_saved()

    assert code_of(desk, "agreement.talk-now") == "later"


def test_a_second_press_takes_the_answer_back(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench)
    row = desk.find("answer-agreement.talk-now-yes")

    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    desk.until_saved()

    assert desk.answers()["agreement.talk-now"] == Unanswered()


def test_a_reason_takes_the_place_of_the_answer_and_says_its_effect(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_desk(qtbot, bench, at="what-you-need.housing")

    desk.press("answer-what-you-need.housing-yes")
    desk.press("reasons-what-you-need.housing-declined")
    desk.until_saved()

    card = desk.find("question-what-you-need.housing")
    assert isinstance(card, QuestionCard)
    assert desk.answers()["what-you-need.housing"] == NoAnswer(NoAnswerReason.DECLINED)
    assert not desk.is_checked("answer-what-you-need.housing-yes")
    assert card.below.texts()[0].startswith("Declined: kept as the answer")
    assert desk.view.score.score_title.text() == "Score withheld"


def test_typed_text_is_durable_after_a_second_of_quiet(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="next-steps.to-add")
    field = QApplication.focusWidget()

    qtbot.keyClicks(field, "A ride home")
    desk.until(lambda: "next-steps.to-add" in desk.answers())

    assert desk.answers()["next-steps.to-add"] == Answered(("A ride home",))


def test_covering_the_screen_keeps_what_is_being_typed(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="next-steps.to-add")
    qtbot.keyClicks(QApplication.focusWidget(), "Half a word")

    desk.controller.flush()
    desk.until_saved()

    assert desk.answers()["next-steps.to-add"] == Answered(("Half a word",))


def test_undo_and_redo_are_new_rows_and_lead_to_the_question(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench)
    desk.press("answer-agreement.talk-now-yes")
    desk.press("interview-next")

    desk.press("interview-undo")
    desk.press("interview-redo")
    desk.until_saved()

    rows = [row for row in desk.rows() if row.kind is JournalKind.ANSWER]
    assert [row.key for row in rows] == ["agreement.talk-now"] * 3
    assert code_of(desk, "agreement.talk-now") == "yes"
    assert desk.view.head.title.text() == "Before we talk"


def test_the_language_switch_keeps_place_focus_and_answer(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="what-you-need.food")
    desk.press("answer-what-you-need.food-yes")
    focus = QApplication.focusWidget()

    desk.press("interview-language-es")
    desk.until_saved()

    head = desk.find("head-what-you-need.food")
    assert isinstance(head, TwoColumnText)
    assert head.text().startswith("¿")
    assert QApplication.focusWidget() is focus
    assert desk.is_checked("answer-what-you-need.food-yes")
    assert [row.key for row in desk.rows() if row.kind is JournalKind.LANGUAGE] == ["es"]


def test_branches_appear_without_moving_the_focus(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="people.first-night")
    row = desk.find("answer-people.first-night-no")
    row.setFocus()

    qtbot.keyClick(row, Qt.Key.Key_Space)

    desk.until(lambda: desk.has("question-people.who-to-call"))
    assert QApplication.focusWidget() is row


def test_a_draft_resumes_at_the_exact_question(qtbot: QtBot, sealed: Bench) -> None:
    first = open_desk(qtbot, sealed, at="what-you-need.rides")
    first.press("answer-what-you-need.rides-yes")
    first.press("interview-next")
    first.controller.flush()
    first.until_saved()

    second = open_desk(qtbot, sealed, ref=first.ref)

    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "answer-what-you-need.money-yes"
    assert second.navigator.messages[0].text.endswith("resumed at question 4.")
    assert second.is_checked("answer-what-you-need.rides-yes")


def test_text_that_reads_like_the_incident_gets_a_hint_and_is_kept(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_desk(qtbot, bench, kind=FormKind.SAFETY_PLAN, at="leaving.way")
    qtbot.keyClicks(QApplication.focusWidget(), "I know who did it")

    desk.controller.flush()
    desk.until_saved()

    card = desk.find("question-leaving.way")
    assert isinstance(card, QuestionCard)
    assert "You may not need to write this here." in card.below.texts()[-1]
    assert "leaving.way" in desk.answers(FormKind.SAFETY_PLAN)


def test_a_withheld_score_says_which_one_and_how_much_is_missing(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_desk(qtbot, bench)

    desk.press("interview-sections-what-you-need")

    assert desk.view.score.score_title.text() == "Score withheld"
    assert desk.view.score.score_note.text() == "Needs: 10 of 10 missing"


def test_with_both_languages_ones_own_interface_language_comes_first(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_desk(qtbot, bench, ref=bench.new_case(language="es"), language="es")

    desk.press("interview-language-both")
    desk.until_saved()

    titles = [row.item.title for row in desk.view.sections.list.rows()]
    missing = [row.item.title for row in desk.view.score.list.rows()]
    question = desk.find("head-agreement.talk-now")
    assert isinstance(question, TwoColumnText)
    assert desk.view.head.title.text() == "Antes de hablar"
    assert titles[0] == "Antes de hablar"
    assert any("Su seguridad ahora" in title for title in missing)
    assert question.text() == "¿Está bien si hablamos ahora?"
    assert question.accessibleDescription() == "Is it okay to talk now?"
    assert [row.key for row in desk.rows() if row.kind is JournalKind.LANGUAGE] == ["both"]
