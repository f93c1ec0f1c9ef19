"""One visit: reading, commenting, settling, returning, the correction and the signature."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.forms.session import ItemKey
from desktop.records.kinds import FORM
from desktop.records.visit import ReviewState
from desktop.services.comment_answer import comment_answer
from desktop.services.return_visit import return_visit
from tests.services.bench import MINA, NADIA, ROSA, Bench
from tests.services.filling import HOUSING, SAFE_HERE
from tests.views.review.desk import (
    COMMENT,
    commented,
    corrected,
    open_review,
    submitted,
    with_flag,
)


def test_flags_are_shown_first_and_all_answers_one_press_away(qtbot: QtBot, bench: Bench) -> None:
    with_flag(bench, "Fern 21")
    desk = open_review(qtbot, bench)

    desk.open("Fern 21")
    flagged = desk.shown_keys()
    desk.press("review-filter-all")

    assert flagged == [SAFE_HERE]
    assert len(desk.shown_keys()) > 10
    assert desk.shown_keys().index(SAFE_HERE) < desk.shown_keys().index(HOUSING)


def test_an_answer_stands_with_its_question_and_with_who_was_told(
    qtbot: QtBot, bench: Bench
) -> None:
    with_flag(bench, "Fern 21")
    desk = open_review(qtbot, bench)

    desk.open("Fern 21")

    words = desk.words(desk.card(SAFE_HERE))
    assert "Do you feel safe here, right now?" in words
    assert "Told Dr. P. Example, by phone" in words


def test_a_comment_that_reads_like_the_incident_is_hinted_at_and_kept(
    qtbot: QtBot, bench: Bench
) -> None:
    sent = submitted(bench, "Maple 12")
    desk = open_review(qtbot, bench)
    desk.open("Maple 12")

    desk.press(f"review-{HOUSING}-comment")
    desk.write(f"review-{HOUSING}-new", "He shot me there")
    is_hinted = desk.find(f"review-{HOUSING}-new-hint").isVisible()
    desk.press(f"review-{HOUSING}-add")

    assert is_hinted
    assert [one.text for one in desk.stored(sent).comments] == ["He shot me there"]


def test_a_comment_is_kept_under_its_answer(qtbot: QtBot, bench: Bench) -> None:
    sent = submitted(bench, "Maple 12")
    desk = open_review(qtbot, bench)
    desk.open("Maple 12")

    desk.press(f"review-{HOUSING}-comment")
    desk.write(f"review-{HOUSING}-new", COMMENT)
    desk.press(f"review-{HOUSING}-add")

    (comment,) = desk.stored(sent).comments
    assert (comment.item_key, comment.text) == (HOUSING, COMMENT)
    assert COMMENT in desk.words(desk.card(HOUSING))
    assert desk.navigator.saved_state == "saved"
    assert not desk.sees(f"review-{HOUSING}-new")


def test_an_empty_comment_is_refused_in_words(qtbot: QtBot, bench: Bench) -> None:
    sent = submitted(bench, "Maple 12")
    desk = open_review(qtbot, bench)
    desk.open("Maple 12")

    desk.press(f"review-{HOUSING}-comment")
    desk.press(f"review-{HOUSING}-add")

    assert "comment-empty" in str(desk.navigator.errors[-1])
    assert desk.stored(sent).comments == ()


def test_a_reply_and_settle_by_keyboard(qtbot: QtBot, bench: Bench) -> None:
    sent = submitted(bench, "Maple 12")
    comment = commented(bench, sent, HOUSING)
    desk = open_review(qtbot, bench)
    desk.open("Maple 12")
    thread = f"review-{HOUSING}-{comment.comment_id[:8]}"

    desk.write(f"{thread}-reply", "Never mind.")
    QTest.keyClick(desk.find(f"{thread}-reply"), Qt.Key.Key_Return)
    desk.until_idle()
    replies = [one.text for one in desk.stored(sent).comments]
    QTest.keyClick(desk.find(f"{thread}-settle"), Qt.Key.Key_Space)
    desk.until_idle()

    assert replies == [COMMENT, "Never mind."]
    assert desk.stored(sent).open_comments == ()
    assert "Settled" in desk.words(desk.card(HOUSING))


def test_an_empty_reply_sends_nothing(qtbot: QtBot, bench: Bench) -> None:
    sent = submitted(bench, "Maple 12")
    comment = commented(bench, sent, HOUSING)
    desk = open_review(qtbot, bench)
    desk.open("Maple 12")

    desk.press(f"review-{HOUSING}-{comment.comment_id[:8]}-send")

    assert len(desk.stored(sent).comments) == 1


def test_a_half_written_comment_outlives_another_filter(qtbot: QtBot, bench: Bench) -> None:
    submitted(bench, "Maple 12")
    desk = open_review(qtbot, bench)
    desk.open("Maple 12")
    desk.press(f"review-{HOUSING}-comment")
    desk.write(f"review-{HOUSING}-new", "Half a thou")

    desk.press("review-filter-comments")
    desk.press("review-filter-all")

    field = desk.find(f"review-{HOUSING}-new")
    assert field.property("plainText") == "Half a thou"


def test_a_comment_is_not_saved_until_it_is_added(qtbot: QtBot, bench: Bench) -> None:
    submitted(bench, "Maple 12")
    desk = open_review(qtbot, bench)
    desk.open("Maple 12")
    desk.press(f"review-{HOUSING}-comment")

    desk.write(f"review-{HOUSING}-new", "Which shelter?")
    while_written = desk.navigator.is_unsaved
    desk.press(f"review-{HOUSING}-add")

    assert while_written
    assert not desk.navigator.is_unsaved


def test_a_half_written_reply_outlives_what_happens_to_another_thread(
    qtbot: QtBot, bench: Bench
) -> None:
    sent = submitted(bench, "Maple 12")
    first, second = commented(bench, sent, HOUSING), commented(bench, sent, SAFE_HERE)
    desk = open_review(qtbot, bench)
    desk.open("Maple 12")
    reply = f"review-{HOUSING}-{first.comment_id[:8]}-reply"
    desk.write(reply, "Half a thou")

    desk.press(f"review-{SAFE_HERE}-{second.comment_id[:8]}-settle")

    assert desk.find(reply).property("text") == "Half a thou"


def test_the_focus_stays_with_the_answer_that_is_worked_on(qtbot: QtBot, bench: Bench) -> None:
    submitted(bench, "Maple 12")
    desk = open_review(qtbot, bench)
    desk.open("Maple 12")
    desk.press(f"review-{HOUSING}-comment")
    field = desk.find(f"review-{HOUSING}-new")
    writes_at_once = field.hasFocus()
    QTest.keyClicks(field, COMMENT)
    desk.find(f"review-{HOUSING}-add").setFocus()

    QTest.keyClick(desk.find(f"review-{HOUSING}-add"), Qt.Key.Key_Space)
    desk.until_idle()

    assert writes_at_once
    assert desk.find(f"review-{HOUSING}-comment").hasFocus()


def test_what_was_sent_is_not_written_again(qtbot: QtBot, bench: Bench) -> None:
    sent = submitted(bench, "Maple 12")
    comment = commented(bench, sent, HOUSING)
    desk = open_review(qtbot, bench)
    desk.open("Maple 12")
    thread = f"review-{HOUSING}-{comment.comment_id[:8]}"

    desk.write(f"{thread}-reply", "Never mind.")
    desk.press(f"{thread}-send")

    assert desk.find(f"{thread}-reply").property("text") == ""


def test_nothing_is_returned_without_a_comment(qtbot: QtBot, bench: Bench) -> None:
    submitted(bench, "Maple 12")
    desk = open_review(qtbot, bench)

    desk.open("Maple 12")

    button = desk.find("review-return")
    assert not button.isEnabled()
    assert "Comment on an answer" in button.accessibleDescription()


def test_a_visit_with_a_comment_goes_back_to_its_author(qtbot: QtBot, bench: Bench) -> None:
    sent = submitted(bench, "Maple 12")
    commented(bench, sent, HOUSING)
    desk = open_review(qtbot, bench)
    desk.open("Maple 12")

    desk.press("review-return")

    assert desk.stored(sent).state is ReviewState.RETURNED
    assert desk.navigator.messages[-1].text == "Maple 12 was returned to Rosa Sample."
    assert desk.rows() == []
    assert desk.view.visit.cards == []


def test_open_comments_hold_the_signature_up(qtbot: QtBot, bench: Bench) -> None:
    sent = submitted(bench, "Maple 12")
    commented(bench, sent, HOUSING)
    desk = open_review(qtbot, bench)

    desk.open("Maple 12")

    assert not desk.find("review-sign").isEnabled()
    assert "comment" in desk.find("review-sign").accessibleDescription().lower()


def test_a_corrected_visit_shows_what_changed_since(qtbot: QtBot, bench: Bench) -> None:
    sent = submitted(bench, "Maple 12")
    commented(bench, sent, HOUSING)
    return_visit(bench.work_as(NADIA), sent.ref, sent.visit_id)
    corrected(bench, sent, HOUSING, "yes")
    desk = open_review(qtbot, bench)

    desk.open("Maple 12")

    assert "Changed since you last saw it" in desk.words(desk.card(HOUSING))
    assert "Changed since" not in desk.words(desk.card(SAFE_HERE))


def test_the_author_answers_and_another_manager_reads_it(qtbot: QtBot, bench: Bench) -> None:
    sent = submitted(bench, "Maple 12")
    first = commented(bench, sent, HOUSING)
    comment_answer(
        bench.work_as(ROSA),
        sent.ref,
        sent.visit_id,
        sent.form_id,
        HOUSING,
        "Since May.",
        first.comment_id,
    )
    desk = open_review(qtbot, bench, MINA)

    desk.open("Maple 12")

    words = desk.words(desk.card(HOUSING))
    assert COMMENT in words
    assert "Since May." in words


def test_a_clean_visit_is_signed_and_leaves_the_queue(qtbot: QtBot, bench: Bench) -> None:
    sent = submitted(bench, "Maple 12")
    desk = open_review(qtbot, bench)
    desk.open("Maple 12")

    desk.press("review-sign")

    assert desk.stored(sent).state is ReviewState.SIGNED
    assert len(desk.work.session.sign_offs.of(sent.form_id)) == 1
    assert desk.navigator.messages[-1].text == "Maple 12 is signed. It cannot be changed."
    assert desk.rows() == []


def test_what_somebody_else_did_meanwhile_is_told_and_nothing_is_signed_twice(
    qtbot: QtBot, bench: Bench
) -> None:
    sent = submitted(bench, "Maple 12")
    desk = open_review(qtbot, bench)
    desk.open("Maple 12")
    commented(bench, sent, HOUSING)

    desk.press("review-sign")

    assert "comments-open" in str(desk.navigator.errors[-1])
    assert desk.stored(sent).state is ReviewState.SUBMITTED


def test_each_form_is_named_with_its_versions(qtbot: QtBot, bench: Bench) -> None:
    sent = submitted(bench, "Maple 12")
    desk = open_review(qtbot, bench)

    desk.open("Maple 12")

    form = desk.bench.work_as(ROSA).session.records.load(FORM, sent.form_id)
    assert f"Bedside core, form {form.value.instrument.version}" in desk.words()
    assert "Version 1: " in desk.words()


def test_only_what_needs_a_look_carries_a_mark(qtbot: QtBot, bench: Bench) -> None:
    with_flag(bench, "Maple 12")
    desk = open_review(qtbot, bench)
    desk.open("Maple 12")
    desk.press("review-filter-all")

    marks = {card.line.item_key: card.has_mark for card in desk.view.visit.cards}

    assert marks[ItemKey(SAFE_HERE)]
    assert not marks[ItemKey("safety-now.safe-place")]


def test_without_a_visit_the_bar_says_nothing_of_returning(qtbot: QtBot, bench: Bench) -> None:
    submitted(bench, "Maple 12")

    desk = open_review(qtbot, bench)

    assert not desk.view.actions_bar.note_label.isVisible()
