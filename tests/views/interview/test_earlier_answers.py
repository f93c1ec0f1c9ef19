"""An earlier answer stands below its question with its day and form, and waits to be pressed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from desktop.forms.answers import Answered, Coding, NoAnswer, NoAnswerReason
from desktop.forms.extensions import OBSERVATION_LINK, OURS
from desktop.forms.observations import EXTRACT
from desktop.records.form_record import FormKind
from desktop.services.complete_form import complete_form
from desktop.services.ports import EpisodeRef
from desktop.services.start_loaded_form import start_loaded_form
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.interview.question_card import QuestionCard
from desktop.views.patient.patient_card import PatientCard
from tests.services.bench import ROSA, Bench
from tests.services.filling import say
from tests.services.loaded_forms import Json, offer, sleep_form
from tests.support.qt_audit import audit_window
from tests.views.editors.bench import NOON
from tests.views.interview.desk import InterviewDesk, open_desk

DAY = 24 * 3600
CODES = {"slept": [{"code": "slept"}], "hours": [{"code": "hours"}]}
GIVES = {"url": EXTRACT, "valueBoolean": True}
LOOKS = {
    "url": OBSERVATION_LINK,
    "valueDuration": {"value": 1, "system": "http://unitsofmeasure.org", "code": "a"},
}
LOCK = {"url": OURS + "sensitive", "valueCode": "lock"}
TITLE = {
    "extension": [
        {
            "url": "http://hl7.org/fhir/StructureDefinition/translation",
            "extension": [
                {"url": "lang", "valueCode": "es"},
                {"url": "content", "valueString": "Diario del sueño"},
            ],
        }
    ]
}


def coded(url: str, extension: Json, *on_group: Json, **fields: object) -> Json:
    """The sleep form with codes; both of its questions give or look."""
    form = sleep_form(url=f"https://forms.example/{url}", **fields)
    group = form["item"][0]
    group.setdefault("extension", list(on_group))
    for asked in group["item"]:
        asked["extension"] = [extension]
        asked.setdefault("code", CODES.get(asked["linkId"]))
        asked["type"] = asked["type"].replace("integer", "string")
    return form


def before(bench: Bench, ref: EpisodeRef, *on_group: Json, hours: str = "about seven") -> None:
    """A form that was completed yesterday."""
    work = bench.work_as(ROSA)
    form = coded("before", GIVES, *on_group, title="Sleep diary", _title=TITLE)
    begun = start_loaded_form(work, ref, offer(bench, form).content_hash)
    say(work, begun, "slept", "no")
    say(work, begun, "hours", hours)
    complete_form(work, begun.draft)
    bench.clock.advance(DAY)


Opens = Callable[..., InterviewDesk]


@pytest.fixture
def opens(qtbot: QtBot, bench: Bench) -> Opens:
    """Opens the form that looks back; what came before is made first."""

    def opened(
        *had: Json, is_before: bool = True, hours: str = "about seven", **fields: object
    ) -> InterviewDesk:
        ref = bench.new_case()
        if is_before:
            before(bench, ref, *had, hours=hours)
        form = coded("now", LOOKS, title="Morning talk", **fields)
        begun = start_loaded_form(bench.work_as(ROSA), ref, offer(bench, form).content_hash)
        return open_desk(
            qtbot,
            bench,
            ref=ref,
            kind=FormKind.LOADED,
            size=(1366, 736),
            record_id=begun.draft.record_id,
        )

    return opened


def offered(desk: InterviewDesk) -> list[str]:
    """What stands below the questions, in the order of the page."""
    found = desk.view.findChildren(QLabel)
    return [one.text() for one in found if "earlier-" in one.objectName() and one.isVisible()]


def test_an_earlier_answer_stands_below_its_question_and_answers_nothing(opens: Opens) -> None:
    desk = opens()

    assert offered(desk) == [
        "Earlier answer, 2026-03-14, Sleep diary: No",
        "Earlier answer, 2026-03-14, Sleep diary: about seven",
    ]
    desk.until_saved()
    assert desk.answers(FormKind.LOADED) == {}
    assert not desk.is_checked("answer-slept-no")
    assert audit_window(desk.view) == []


def test_it_becomes_today_s_answer_when_it_is_pressed_and_can_be_taken_back(opens: Opens) -> None:
    desk = opens()

    desk.press("earlier-slept-0")
    desk.until_saved()

    assert desk.answers(FormKind.LOADED)["slept"] == Answered((Coding("no", "", "No"),))
    assert desk.is_checked("answer-slept-no")
    assert offered(desk) == ["Earlier answer, 2026-03-14, Sleep diary: about seven"]
    card = desk.find("question-slept", QuestionCard)
    focus = desk.view.window().focusWidget()
    assert focus is not None
    assert card.isAncestorOf(focus)

    desk.view.action_bar.undo_requested.emit()
    desk.follow()

    assert len(offered(desk)) == 2
    assert not desk.is_checked("answer-slept-no")


def test_another_answer_or_a_reason_of_today_ends_the_offer(opens: Opens) -> None:
    desk = opens()

    desk.press("answer-slept-yes")
    desk.press("reasons-hours-declined")
    desk.until_saved()

    assert offered(desk) == []
    assert desk.answers(FormKind.LOADED)["hours"] == NoAnswer(NoAnswerReason.DECLINED)


def test_it_is_reached_by_tab_after_the_answer_and_by_a_screen_reader(
    opens: Opens, qtbot: QtBot
) -> None:
    desk = opens()
    editor = desk.find("question-hours", QuestionCard).editor
    assert editor is not None
    target = editor.focus_target()
    assert target is not None
    target.setFocus()

    qtbot.keyClick(target, Qt.Key.Key_Tab)
    button = desk.find("earlier-hours-0")

    assert desk.view.window().focusWidget() is button
    said = "Use it: earlier answer to How many hours?, 2026-03-14, Sleep diary: about seven"
    assert button.accessibleName() == said
    QAccessible.queryAccessibleInterface(button).actionInterface().doAction("Press")
    desk.until(lambda: "hours" in desk.answers(FormKind.LOADED))
    assert desk.answers(FormKind.LOADED)["hours"] == Answered(("about seven",))


def test_without_anything_earlier_no_place_is_kept(opens: Opens) -> None:
    desk = opens(is_before=False)

    assert offered(desk) == []
    assert not desk.has("earlier-slept")


def test_what_was_said_in_private_is_offered_in_private_only(opens: Opens) -> None:
    desk = opens(LOCK)
    assert offered(desk) == []
    assert "about seven" not in "".join(one.text() for one in desk.view.findChildren(QLabel))

    room = desk.view.room_changed
    room.emit(frozenset(), True)
    desk.follow()
    assert len(offered(desk)) == 2

    room.emit(frozenset(), False)
    desk.follow()
    assert offered(desk) == []


def test_form_and_answer_follow_the_language(opens: Opens) -> None:
    desk = opens()

    desk.view.language_chosen.emit(LanguageMode.SPANISH.value)
    desk.follow()

    assert "Earlier answer, 2026-03-14, Diario del sueño: about seven" in offered(desk)


def test_it_is_not_for_the_turned_screen(opens: Opens, qtbot: QtBot) -> None:
    desk = opens()
    state = desk.find("question-hours", QuestionCard).state
    assert state.earlier

    card = PatientCard(state, lambda: NOON)
    qtbot.addWidget(card)
    card.show()

    buttons = [one.text() for one in card.findChildren(QAbstractButton) if one.isVisible()]
    said = [one.text() for one in card.findChildren(QLabel) if one.isVisible()]
    assert not any("seven" in words or "Use it" in words for words in (*said, *buttons))


def test_a_line_of_a_table_has_its_offer_too(opens: Opens) -> None:
    control = {
        "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
        "valueCodeableConcept": {"coding": [{"code": "table"}]},
    }
    form = coded("now", LOOKS)
    group = form["item"][0]
    group["extension"] = [control]
    group["item"] = [group["item"][0], {**group["item"][0], "linkId": "again", "text": "Again?"}]
    desk = opens(item=form["item"])

    assert len(offered(desk)) == 2
    desk.press("earlier-again-0")
    desk.until_saved()

    assert set(desk.answers(FormKind.LOADED)) == {"again"}
    assert audit_window(desk.view) == []


def test_long_words_of_an_earlier_answer_are_shown_whole(opens: Opens) -> None:
    long = "I slept a little at first & then again. " * 8
    desk = opens(hours=long)

    assert any(long.strip() in words for words in offered(desk))
    assert audit_window(desk.view) == []
