"""Private questions open only in private; the hard section warns and goes on with a reason."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.forms.answers import NoAnswer, NoAnswerReason
from desktop.records.room import Presence
from desktop.services.episode_records import room_of
from desktop.services.ports import JournalKind
from desktop.services.room_now import PRIVATE_MINUTES
from desktop.views.interview.question_card import QuestionCard
from tests.services.bench import Bench
from tests.views.interview.desk import InterviewDesk, open_desk, start_desk

HARM = "safety-now.more-harm"


def words_on(desk: InterviewDesk) -> str:
    """Every label that can be seen."""
    labels = desk.view.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(desk.view))


def test_a_private_question_says_nothing_until_it_is_private(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="safety-now.safe-here")

    seen = words_on(desk)

    assert "This question opens when the room is private." in seen
    assert "hurt you or your family" not in seen
    assert not desk.has(f"answer-{HARM}-yes")


def test_private_yes_opens_it_and_is_kept_with_case_and_answers(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="safety-now.safe-here")

    desk.press("room-private-yes")
    desk.until_saved()

    room = room_of(desk.work, desk.ref)
    assert desk.has(f"answer-{HARM}-yes")
    assert room is not None
    assert room.value.private_now is True
    assert any(row.kind is JournalKind.ROOM for row in desk.rows())


def test_private_no_takes_an_answer_from_view_and_keeps_it_aside(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_desk(qtbot, bench, at="safety-now.safe-here")
    desk.press("room-private-yes")
    desk.press(f"answer-{HARM}-yes")

    desk.press("room-private-no")

    card = desk.find(f"question-{HARM}")
    assert isinstance(card, QuestionCard)
    assert card.below.texts() == ("An answer is kept aside until the room is private.",)
    assert not desk.has(f"answer-{HARM}-yes")
    assert not desk.has(f"reasons-{HARM}")


def test_the_kept_answer_comes_back_with_privacy(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="safety-now.safe-here")
    desk.press("room-private-yes")
    desk.press(f"answer-{HARM}-yes")
    desk.press("room-private-no")

    desk.press("room-private-yes")

    assert desk.is_checked(f"answer-{HARM}-yes")


def test_a_closed_question_can_be_given_the_reason_not_safe(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="safety-now.safe-here")

    desk.press(f"reasons-{HARM}-not-safe")
    desk.until_saved()

    assert desk.answers()[HARM] == NoAnswer(NoAnswerReason.NOT_SAFE)
    assert not desk.has(f"answer-{HARM}-yes")


def test_somebody_coming_in_ends_privacy_until_it_is_said_again(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="safety-now.safe-here")
    desk.press("room-private-yes")

    desk.press("room-partner")
    desk.until_saved()

    room = room_of(desk.work, desk.ref)
    assert room is not None
    assert room.value.present == frozenset({Presence.PARTNER})
    assert room.value.private_now is None
    assert not desk.has(f"answer-{HARM}-yes")


def test_the_hard_section_warns_and_goes_on_with_a_recorded_reason(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_desk(qtbot, bench)
    desk.press("interview-sections-how-you-are")
    was_shown = desk.has("question-how-you-are.ending-life")

    desk.press("interview-gate-reason-cannot-wait")
    desk.until_saved()

    room = room_of(desk.work, desk.ref)
    assert not was_shown
    assert desk.has("question-how-you-are.ending-life")
    assert room is not None
    assert room.value.not_private_reason == "It cannot wait"


def test_the_hard_section_opens_without_a_word_when_it_is_private(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_desk(qtbot, bench)
    desk.press("room-private-yes")

    desk.press("interview-sections-how-you-are")

    assert desk.has("question-how-you-are.ending-life")
    assert not desk.has("interview-gate")


def test_nothing_can_be_pressed_before_the_form_is_there_to_keep_it(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = start_desk(qtbot, bench)
    could_be_pressed = desk.find("room-private-yes").isEnabled()

    desk.until(lambda: desk.controller.interview is not None)

    assert not could_be_pressed
    assert desk.find("room-private-yes").isEnabled()


def test_a_roommate_has_a_chip_of_their_own_and_ends_privacy_like_anybody(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_desk(qtbot, bench, at="safety-now.safe-here")
    desk.press("room-private-yes")

    desk.press("room-roommate")
    desk.until_saved()

    room = room_of(desk.work, desk.ref)
    assert room is not None
    assert room.value.present == frozenset({Presence.ROOMMATE})
    assert room.value.private_now is None


def test_a_roommate_behind_a_curtain_does_not_stand_against_a_yes_to_privacy(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_desk(qtbot, bench, at="safety-now.safe-here")
    desk.press("room-roommate")

    desk.press("room-private-yes")
    desk.until_saved()

    room = room_of(desk.work, desk.ref)
    assert room is not None
    assert (room.value.present, room.value.private_now) == (frozenset({Presence.ROOMMATE}), True)


def test_resumed_after_the_time_of_the_site_private_is_asked_for_anew_at_the_same_place(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_desk(qtbot, bench, at="safety-now.safe-here")
    desk.press("room-private-yes")
    desk.press(f"answer-{HARM}-yes")
    desk.until_saved()
    desk.close()
    bench.clock.advance(PRIVATE_MINUTES * 60)

    again = open_desk(qtbot, bench, ref=desk.ref)
    closed = words_on(again)
    is_open = again.has(f"answer-{HARM}-yes")
    again.press("room-private-yes")

    assert "An answer is kept aside until the room is private." in closed
    assert "hurt you or your family" not in closed
    assert not is_open
    assert again.is_checked(f"answer-{HARM}-yes")
