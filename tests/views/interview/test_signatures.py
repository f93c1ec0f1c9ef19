"""A form that wants signatures: taken under the page, void after a change, wanted to complete."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.records.consent import ConsentMode
from desktop.records.form_record import FormKind, FormStatus
from desktop.services.episode_records import form_of
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from tests.services.bench import Bench
from tests.support.qt_audit import audit_window, settle
from tests.support.signed_forms import (
    CONSENTS,
    WITNESSES,
    in_spanish_too,
    rides_form,
    signature_required,
)
from tests.views.interview.signing_desk import open_signing


def test_the_panel_stands_under_the_page_of_what_is_signed(qtbot: QtBot, sealed: Bench) -> None:
    desk = open_signing(qtbot, sealed, at="share")

    assert desk.sees("signature-terms")
    assert desk.panel("signature-terms").title.text() == "Signature: How rides work"
    assert desk.panel("signature-terms").role.text() == "Signs as: consent"
    assert desk.panel("signature-form").title.text() == "Signature: Rides to appointments"
    assert not desk.panel("signature-terms").problem_icon.isVisibleTo(desk.view)


def test_an_empty_signature_and_one_without_a_name_are_refused_in_words(
    qtbot: QtBot, sealed: Bench
) -> None:
    desk = open_signing(qtbot, sealed, at="share")
    panel = desk.panel("signature-terms")

    desk.press("signature-terms-keep")
    empty = panel.problem.text()
    desk.draw("signature-terms")
    desk.press("signature-terms-keep")

    assert "There is no signature yet" in empty
    assert "printed name" in panel.problem.text()
    assert panel.pad.canvas.accessibleDescription() == panel.problem.text()
    assert desk.kept() == ()


def test_a_signature_is_kept_and_shown_read_only_with_name_and_time(
    qtbot: QtBot, sealed: Bench
) -> None:
    desk = open_signing(qtbot, sealed, at="share")

    desk.sign("signature-terms", "Sam Sample")

    panel = desk.panel("signature-terms")
    moment = sealed.clock.now().astimezone()
    assert panel.kept_words.text() == f"Signed by Sam Sample, {moment:%Y-%m-%d %H:%M}"
    assert not desk.sees("signature-terms-keep")
    assert not desk.sees("signature-terms-name")
    (kept,) = desk.kept()
    assert (kept.target, kept.mode, kept.printed_name) == (
        "terms",
        ConsentMode.SIGNED,
        "Sam Sample",
    )
    assert kept.signature is not None
    assert panel.pad.strokes() == kept.signature.strokes
    before = panel.pad.strokes()
    desk.draw("signature-terms")
    assert panel.pad.strokes() == before


def test_undo_takes_the_last_stroke_and_clear_all_of_them(qtbot: QtBot, sealed: Bench) -> None:
    desk = open_signing(qtbot, sealed, at="share")
    pad = desk.panel("signature-terms").pad
    desk.draw("signature-terms")
    desk.draw("signature-terms")

    desk.press("signature-terms-pad-undo")
    after_undo = len(pad.strokes())
    desk.press("signature-terms-pad-clear")

    assert after_undo == 1
    assert pad.strokes() == ()


def test_what_was_begun_waits_while_another_page_is_open(qtbot: QtBot, sealed: Bench) -> None:
    desk = open_signing(qtbot, sealed, at="share")
    desk.draw("signature-terms")
    strokes = desk.panel("signature-terms").pad.strokes()

    desk.view.section_requested.emit("ask")
    is_seen_there = desk.sees("signature-terms")
    is_unsaved_there = desk.view.has_unsaved
    desk.view.section_requested.emit("terms")

    assert not is_seen_there
    assert is_unsaved_there
    assert desk.panel("signature-terms").pad.strokes() == strokes


def test_a_kept_signature_leaves_nothing_unsaved(qtbot: QtBot, sealed: Bench) -> None:
    desk = open_signing(qtbot, sealed, at="share")
    desk.draw("signature-terms")
    is_unsaved = desk.view.has_unsaved

    desk.sign("signature-terms", "Sam Sample")

    assert is_unsaved
    assert not desk.view.has_unsaved


def test_a_changed_answer_voids_the_signature_and_says_so(qtbot: QtBot, sealed: Bench) -> None:
    desk = open_signing(qtbot, sealed, at="share")
    desk.sign("signature-terms", "Sam Sample")

    desk.press("answer-share-true")
    desk.until_saved()

    words = desk.navigator.messages[-1].text
    assert "Sam Sample" in words
    assert "no longer counts: How rides work" in words
    assert desk.sees("signature-terms-keep")
    assert desk.panel("signature-terms").pad.strokes() == ()
    assert desk.kept() == ()


def test_undo_does_not_bring_a_void_signature_back(qtbot: QtBot, sealed: Bench) -> None:
    desk = open_signing(qtbot, sealed, at="share")
    desk.sign("signature-terms", "Sam Sample")
    desk.press("answer-share-true")

    desk.press("interview-undo")
    desk.until_saved()

    assert desk.sees("signature-terms-keep")
    assert desk.kept() == ()


def test_complete_says_what_is_unsigned_and_goes_to_its_pad(qtbot: QtBot, sealed: Bench) -> None:
    desk = open_signing(qtbot, sealed, at="wanted")

    desk.view.action_bar.complete_requested.emit()
    settle(desk.view)

    words = desk.navigator.messages[-1].text
    assert "Still to be signed: How rides work; Rides to appointments." in words
    assert QApplication.focusWidget() is desk.panel("signature-terms").pad.canvas


def test_a_signed_form_completes_with_its_signatures(qtbot: QtBot, sealed: Bench) -> None:
    desk = open_signing(qtbot, sealed, at="share")
    desk.sign("signature-terms", "Sam Sample")
    desk.sign("signature-form", "Sam Sample")

    desk.view.action_bar.complete_requested.emit()
    desk.until(lambda: "person" in desk.navigator.log)

    form = form_of(desk.work, desk.ref, FormKind.LOADED, desk.record_id)
    assert form is not None
    assert form.value.status is FormStatus.COMPLETE
    assert [one.target for one in form.value.signatures] == ["", "terms"]


def test_whoever_cannot_sign_says_yes_with_a_witness_by_keyboard_alone(
    qtbot: QtBot, sealed: Bench
) -> None:
    desk = open_signing(qtbot, sealed, at="share")
    panel = desk.panel("signature-terms")
    panel.focus_first()

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert panel.cannot.isChecked()
    QTest.keyClick(panel.ways.rows()[0], Qt.Key.Key_Space)
    assert not panel.pad.isVisibleTo(panel)
    desk.type("signature-terms-name", "Sam Sample")
    QTest.keyClick(desk.find("signature-terms-name"), Qt.Key.Key_Return)
    desk.press("signature-terms-keep")
    assert "witness" in panel.problem.text()
    desk.type("signature-terms-witness", "Mina Placeholder, RN")
    QTest.keyClick(panel.keep, Qt.Key.Key_Space)
    desk.until_saved()

    (kept,) = desk.kept()
    assert (kept.mode, kept.witness, kept.signature) == (
        ConsentMode.VERBAL,
        "Mina Placeholder, RN",
        None,
    )
    assert "Witness: Mina Placeholder, RN" in panel.kept_words.text()


def test_a_kept_signature_may_be_taken_again(qtbot: QtBot, sealed: Bench) -> None:
    desk = open_signing(qtbot, sealed, at="share")
    desk.sign("signature-terms", "Sam Sample")

    desk.press("signature-terms-again")
    desk.sign("signature-terms", "Ana Sample")

    assert [one.printed_name for one in desk.kept()] == ["Ana Sample"]


def test_a_signature_is_shown_when_the_form_opens_again(qtbot: QtBot, sealed: Bench) -> None:
    first = open_signing(qtbot, sealed, at="share")
    first.sign("signature-terms", "Sam Sample")

    desk = open_signing(qtbot, sealed, at="share", ref=first.ref, record_id=first.record_id)

    assert "Signed by Sam Sample" in desk.panel("signature-terms").kept_words.text()
    assert desk.sees("signature-terms-again")


def test_in_both_languages_the_panel_names_what_is_signed_in_both(
    qtbot: QtBot, sealed: Bench
) -> None:
    form = in_spanish_too(rides_form())
    ref = sealed.new_case(language="es")
    desk = open_signing(qtbot, sealed, at="share", form=form, ref=ref)
    panel, whole = desk.panel("signature-terms"), desk.panel("signature-form")
    assert desk.controller.interview is not None
    assert desk.controller.interview.mode is LanguageMode.BOTH
    assert panel.title.text() == "Signature: How rides work"
    assert panel.second_title.isVisibleTo(desk.view)
    assert panel.second_title.text() == "Cómo son los viajes"
    assert whole.second_title.text() == "Viajes a las citas"
    desk.press("signature-terms-keep")
    assert audit_window(desk.view) == []

    desk.view.language_chosen.emit("es")
    settle(desk.view)

    assert panel.title.text() == "Signature: Cómo son los viajes"
    assert not panel.second_title.isVisibleTo(desk.view)
    desk.sign("signature-terms", "Sam Sample")
    assert [one.target for one in desk.kept()] == ["terms"]


def test_two_roles_sign_on_pads_of_their_own(qtbot: QtBot, sealed: Bench) -> None:
    form = rides_form(extension=[signature_required(CONSENTS, WITNESSES)])

    desk = open_signing(qtbot, sealed, at="share", form=form)

    assert desk.panel("signature-form").role.text() == "Signs as: consent"
    assert desk.panel("signature-form-2").role.text() == "Signs as: witness of the signature"


def test_tab_goes_from_the_answers_through_the_pad_to_the_buttons(
    qtbot: QtBot, sealed: Bench
) -> None:
    desk = open_signing(qtbot, sealed, at="share")
    panel = desk.panel("signature-terms")
    panel.pad.canvas.setFocus()
    desk.draw("signature-terms")

    seen = []
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus.objectName().removeprefix("signature-terms-"))

    assert seen == ["pad-undo", "pad-clear", "name", "keep", "cannot"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_panels_pass_the_audit_open_with_every_way_and_signed(
    qtbot: QtBot, sealed: Bench, tokens: Tokens, scale: float
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, Theme(tokens, scale))
    desk = open_signing(qtbot, sealed, at="share", size=(1278, 4_000))
    problems = audit_window(desk.view)
    panel = desk.panel("signature-terms")
    panel.cannot.click()
    for row in panel.ways.rows():
        row.click()
        settle(desk.view)
        problems += audit_window(desk.view)
    desk.press("signature-form-keep")
    problems += audit_window(desk.view)
    desk.sign("signature-form", "Sam Sample")

    assert problems + audit_window(desk.view) == []
