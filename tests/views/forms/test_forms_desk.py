"""The administrator's desk of forms: load with a report, make current, retire; by keyboard."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.services.list_forms import list_forms
from desktop.services.ports import FormStanding
from desktop.views.forms.breakable import BREAK_HERE, LONGEST, breakable
from desktop.views.forms.fact_words import language_names, version_label
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from tests.services.bench import ADMIN, ROSA, Bench
from tests.services.loaded_forms import data_of, offer, sleep_form, with_expression
from tests.services.own_versions import version_of, without_mark
from tests.support.qt_audit import audit_window
from tests.views.forms.desk import give, listed, open_forms, shown, view_of

COPYRIGHT = "Copyright Invented Press & Sons. Free for hospitals that ask."


def test_an_empty_desk_says_what_it_is_for_and_leads_on(qtbot: QtBot, bench: Bench) -> None:
    desk = open_forms(qtbot, bench)

    assert "No forms loaded yet" in shown(desk)
    assert desk.focus() == "forms-load"


def test_a_form_is_loaded_and_made_current_by_keyboard(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    desk = open_forms(qtbot, bench)
    give(desk, tmp_path, sleep=sleep_form())
    assert "It can be loaded." in shown(desk)

    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert listed(desk) == [("Sleep diary", "Not offered")]
    assert desk.focus().startswith("forms-list")
    desk.key(Qt.Key.Key_Return)
    assert "Loaded, not current: it is not offered" in shown(desk)
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert listed(desk) == [("Sleep diary", "Current")]
    assert "1 of 1 current" in shown(desk)
    assert desk.navigator.messages[-1].text.startswith("Sleep diary, version 1.0.0, is current.")


def test_a_form_without_a_version_says_so_in_words(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    desk = open_forms(qtbot, bench)
    give(desk, tmp_path, sleep=sleep_form("", language="en-US"))
    assert "No version. Languages: English. Questions: 2" in shown(desk)

    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert view_of(desk).rows.rows()[0].item.second == "No version. Languages: English"
    assert desk.navigator.messages[-1].text.startswith("Sleep diary, no version, is loaded.")


@pytest.mark.parametrize(
    ("language", "names", "version"),
    [
        ("en", "English, Spanish, Haitian Creole, rumantsch, x-own", "No version"),
        ("es", "inglés, español, criollo haitiano, rumantsch, x-own", "Sin versión"),
    ],
)
def test_languages_have_names_in_the_interface_language(
    language: str, names: str, version: str
) -> None:
    assert language_names(("en-US", "es", "ht", "rm", "x-own"), language) == names
    assert version_label("", language) == version


def test_a_copyright_notice_is_shown_and_waits_for_a_name(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    desk = open_forms(qtbot, bench)
    give(desk, tmp_path, sleep=sleep_form(copyright=COPYRIGHT))
    assert desk.focus() == "form-import-confirmed-by"
    assert COPYRIGHT in shown(desk)

    desk.key(Qt.Key.Key_Return)
    refused = desk.errors()
    qtbot.keyClicks(QApplication.focusWidget(), "Pat Example, library")
    desk.key(Qt.Key.Key_Return)

    assert [words.split(".")[0] for words in refused] == ["This form has a copyright notice"]
    [card] = list_forms(bench.work_as(ADMIN))
    assert card.form.licence is not None
    assert card.form.licence.confirmed_by == "Pat Example, library"


def test_a_refused_form_says_why_and_cannot_be_loaded(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    desk = open_forms(qtbot, bench)
    form = sleep_form()
    form["item"].append(form["item"][0])

    give(desk, tmp_path, twice=form)

    words = shown(desk)
    assert "Refused: 1" in words
    assert 'the linkId "night" is used more than once' in words
    assert desk.words("forms-do") == "Close the report"
    desk.press("forms-do")
    assert listed(desk) == []


def test_a_version_of_our_own_form_says_what_it_takes_the_place_of(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    desk = open_forms(qtbot, bench)
    food = partial(without_mark, link_id="what-you-need.food", mark="step")

    give(desk, tmp_path, ours=version_of("bedside-core", food))
    report = shown(desk)
    qtbot.keyClicks(QApplication.focusWidget(), "Pat Example, library")
    desk.press("forms-do")
    desk.press(f"forms-list-{list_forms(bench.work_as(ADMIN))[0].form.content_hash}")
    desk.press("forms-do")
    desk.press(f"forms-list-{list_forms(bench.work_as(ADMIN))[0].form.content_hash}")

    assert "It is a version of one of our own forms" in report
    assert 'proposes the next step "food-help" any more' in report
    assert "that one is used again" in shown(desk)
    assert audit_window(desk.view) == []


def test_a_version_that_would_lose_an_alert_is_refused_on_the_desk(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    desk = open_forms(qtbot, bench)
    unsafe = partial(without_mark, link_id="safety-now.safe-here", mark="alert")

    give(desk, tmp_path, ours=version_of("bedside-core", unsafe))

    assert 'no longer raise the alert "danger-now" at item "safety-now.safe-here"' in shown(desk)
    assert desk.words("forms-do") == "Close the report"


def test_problems_and_notices_stand_apart_with_their_link_ids(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    desk = open_forms(qtbot, bench)
    form = with_expression("nonsense()")
    form["status"] = "draft"

    give(desk, tmp_path, odd=form)

    words = shown(desk)
    assert 'An expression of "sum" calls "nonsense"' in words
    assert "The form is a draft." in words
    assert "but not made current" in words
    desk.press("forms-do")
    assert listed(desk) == [("Sleep diary", "Not offered")]


def test_several_files_are_read_one_after_another(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    desk = open_forms(qtbot, bench)

    give(desk, tmp_path, a=sleep_form(), b=sleep_form("2.0.0"), c={"resourceType": "Patient"})
    titles = []
    for _ in range(3):
        titles.append(view_of(desk).importing.title_label.text())
        desk.press("forms-do")

    assert titles == [f"Load a form: {number} of 3" for number in (1, 2, 3)]
    assert [standing for _, standing in listed(desk)] == ["Not offered", "Not offered"]


def test_a_folder_brings_a_form_with_its_value_sets(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    desk = open_forms(qtbot, bench)
    form = sleep_form()
    question = form["item"][0]["item"][0]
    del question["answerOption"]
    question["answerValueSet"] = "https://forms.example/answers"
    terms = {
        "resourceType": "ValueSet",
        "url": "https://forms.example/answers",
        "compose": {"include": [{"system": "https://x.example", "concept": [{"code": "yes"}]}]},
    }
    (tmp_path / "form.json").write_bytes(data_of(form))
    (tmp_path / "terms.json").write_bytes(data_of(terms))
    (tmp_path / "notes.txt").write_text("not a form")

    view_of(desk).paths_given.emit((tmp_path,))
    desk.rest()
    desk.press("forms-do")

    [card] = list_forms(bench.work_as(ADMIN))
    loaded = bench.work_as(ADMIN).library.by_ref(card.form.ref)
    assert len(loaded.item("slept").options) == 1


def test_an_empty_folder_is_said(qtbot: QtBot, bench: Bench, tmp_path: Path) -> None:
    desk = open_forms(qtbot, bench)

    view_of(desk).paths_given.emit((tmp_path,))
    desk.rest()

    assert [str(error) for error in desk.navigator.errors] == ["form-import.no-files"]


def test_files_can_be_dropped(qtbot: QtBot, bench: Bench, tmp_path: Path) -> None:
    desk = open_forms(qtbot, bench)
    path = tmp_path / "sleep.json"
    path.write_bytes(data_of(sleep_form()))
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction

    enter = QDragEnterEvent(QPoint(5, 5), copy, files, left, none)
    QApplication.sendEvent(desk.view, enter)
    QApplication.sendEvent(desk.view, QDropEvent(QPointF(5, 5), copy, files, left, none))
    desk.rest()

    assert enter.isAccepted()
    assert "It can be loaded." in shown(desk)


@pytest.mark.parametrize(
    ("button", "mode"),
    [
        ("forms-load", QFileDialog.FileMode.ExistingFiles),
        ("forms-load-folder", QFileDialog.FileMode.Directory),
    ],
)
def test_a_dialog_asks_for_files_or_a_folder(
    qtbot: QtBot, bench: Bench, button: str, mode: QFileDialog.FileMode
) -> None:
    desk = open_forms(qtbot, bench)

    desk.press(button)

    [dialog] = desk.view.findChildren(QFileDialog)
    assert dialog.fileMode() is mode
    dialog.reject()


def test_a_cancelled_reading_shows_no_report(qtbot: QtBot, bench: Bench, tmp_path: Path) -> None:
    desk = open_forms(qtbot, bench)
    path = tmp_path / "sleep.json"
    path.write_bytes(data_of(sleep_form()))
    view = view_of(desk)

    view.paths_given.emit((path,))
    assert view.load_button.closed_reason == "Reading and checking"
    view.reading.cancel_requested.emit()
    desk.rest()

    assert view.task is None
    assert view.load_button.closed_reason == ""
    assert desk.navigator.errors == []


def test_a_retired_form_stays_on_the_list(qtbot: QtBot, bench: Bench) -> None:
    offer(bench)
    desk = open_forms(qtbot, bench)
    desk.key(Qt.Key.Key_Return)

    desk.press("loaded-form-retire")

    assert listed(desk) == [("Sleep diary", "Retired")]
    assert list_forms(bench.work_as(ADMIN))[0].standing is FormStanding.RETIRED


def test_copied_details_name_the_form_and_nobody(qtbot: QtBot, bench: Bench) -> None:
    ref = offer(bench, sleep_form(copyright=COPYRIGHT))
    desk = open_forms(qtbot, bench)
    desk.key(Qt.Key.Key_Return)

    desk.press("loaded-form-copy")

    text = QApplication.clipboard().text()
    assert text == f"Sleep diary\n{ref.url}|{ref.version}\nSHA-256 {ref.content_hash}\nen"
    assert "Ada" not in text
    assert "Pat" not in text


def test_the_copied_report_has_every_finding(qtbot: QtBot, bench: Bench, tmp_path: Path) -> None:
    desk = open_forms(qtbot, bench)
    form = sleep_form()
    form["item"] += [
        {"linkId": f"c{number}", "type": "choice", "text": "?"} for number in range(60)
    ]
    give(desk, tmp_path, many=form)
    assert "20 more are in the copied report." in shown(desk)

    desk.press("form-import-copy")

    lines = QApplication.clipboard().text().splitlines()
    assert lines[:2] == ["many.json", "https://forms.example/sleep|1.0.0"]
    assert sum("is a choice without options" in line for line in lines) == 60


def test_a_long_address_wraps_in_the_panel() -> None:
    address = "https://forms.example/" + "a" * 60

    pieces = breakable(f"At {address}").split(BREAK_HERE)

    assert "".join(pieces) == f"At {address}"
    assert max(len(piece.removeprefix("At ")) for piece in pieces) == LONGEST


def test_whoever_may_not_load_forms_is_told(qtbot: QtBot, bench: Bench) -> None:
    desk = open_forms(qtbot, bench, who=ROSA)

    assert [str(error) for error in desk.navigator.errors] == ["work.not-allowed"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_desk_is_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, qapp: QApplication, bench: Bench, tmp_path: Path, language: str
) -> None:
    offer(bench)
    problems: list[str] = []

    for tokens, scale, size in (
        (LIGHT, 1.0, (1278, 736)),
        # Tall enough that nothing is scrolled away: the audit compares places on the screen.
        (LIGHT, 2.0, (1278, 4000)),
        (DARK, 2.0, (936, 4000)),
    ):
        apply_theme(qapp, Theme(tokens, scale))
        desk = open_forms(qtbot, bench, size=size, language=language)
        problems += [f"{scale} list: {one}" for one in audit_window(desk.view)]
        give(desk, tmp_path, sleep=sleep_form("2.0.0", copyright=COPYRIGHT))
        problems += [f"{scale} report: {one}" for one in audit_window(desk.view)]
        desk.press("forms-cancel")
        view_of(desk).form_opened.emit(view_of(desk).rows.rows()[0].item.key)
        desk.rest()
        problems += [f"{scale} form: {one}" for one in audit_window(desk.view)]

    assert problems == []
