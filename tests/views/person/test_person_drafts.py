"""One's own draft on the person page: named, resumed, looked at, discarded with a reason."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.forms.instances import ItemKey
from desktop.records.attempt import AttemptOutcome
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind
from desktop.services.append_to_draft import append_position
from desktop.services.note_room import note_room
from desktop.services.open_form import open_form
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tone
from tests.services.bench import ROSA, TOMAS, Bench
from tests.services.filling import say
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person
from tests.views.worklist.crowd import Crowd

CARD = "person-draft-assessment"


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """Somebody reached, with an unfinished assessment of two answers."""
    crowd = Crowd(bench)
    crowd.arrives("Maple 12", "ED 7", 305)
    crowd.tried("Maple 12", AttemptOutcome.ENGAGED, 30)
    crowd.begins_assessment("Maple 12")
    return crowd.refs["Maple 12"]


def shown(desk: Desk) -> str:
    """Everything that is shown."""
    return "\n".join(each.text() for each in desk.view.findChildren(QLabel) if each.isVisible())


def test_the_card_names_form_time_and_last_question(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref)

    assert desk.words(f"{CARD}-form") == "Your draft: Bedside core"
    assert desk.words(f"{CARD}-saved").endswith(", 2 of 23 answered")
    assert desk.words(f"{CARD}-place") == "Last question: Safe here"
    assert not desk.sees("person-draft-safety-plan")


def test_a_last_question_that_is_private_is_not_named(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    work = bench.work_as(ROSA)
    form = open_form(work, ref, FormKind.ASSESSMENT)
    private = next(key for key, one in form.session.tree.by_key.items() if one.is_private)
    append_position(work, form.draft, private)

    desk = open_person(qtbot, bench, ref)

    assert desk.words(f"{CARD}-place") == "Last question: in a part that opens in private"


def test_resume_goes_to_the_question(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = open_person(qtbot, bench, ref)

    desk.press(f"{CARD}-resume")

    at = ItemKey("safety-now.safe-here")
    assert desk.navigator.opened == [("form", ref, FormKind.ASSESSMENT, at)]


def test_view_shows_the_answers_and_changes_nothing(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref)
    before = list(bench.work_as(ROSA).session.journal.drafts())

    desk.press(f"{CARD}-look")

    form = open_form(bench.work_as(ROSA), ref, FormKind.ASSESSMENT)
    assert "Bedside core, not finished" in shown(desk)
    assert form.questionnaire.item("safety-now.safe-here").text.in_language("en") in shown(desk)
    assert list(bench.work_as(ROSA).session.journal.drafts()) == before
    assert not desk.navigator.opened


def test_view_keeps_private_answers_aside_until_the_room_is_private(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    work = bench.work_as(ROSA)
    form = open_form(work, ref, FormKind.ASSESSMENT)
    private = [key for key, one in form.session.tree.by_key.items() if one.is_private]
    question = next(key for key in private if form.session.tree.by_key[key].is_question)
    say(work, form, question, "yes")
    desk = open_person(qtbot, bench, ref)

    desk.press(f"{CARD}-look")

    text = form.session.tree.by_key[question].item.text.in_language("en")
    assert "Answers shown only while the room is private: 1" in shown(desk)
    assert text not in shown(desk)


def test_nothing_is_discarded_without_a_reason(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = open_person(qtbot, bench, ref)

    desk.press(f"{CARD}-discard")
    desk.press("person-do")

    assert desk.errors() == ["Choose a reason."]
    assert "2 answers are thrown away" in shown(desk)
    assert read_person(bench.work_as(ROSA), ref).draft is not None


def test_a_reason_discards_the_draft_and_the_page_says_so(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref)

    desk.press(f"{CARD}-discard")
    desk.press("person-draft-discard-reason-person-asked")
    desk.press("person-do")
    desk.rest()

    assert read_person(bench.work_as(ROSA), ref).draft is None
    assert AuditAction.DRAFT_DISCARDED in bench.actions()
    assert desk.navigator.messages[-1].tone is Tone.SUCCESS
    assert not desk.sees(CARD)
    assert desk.words("person-go") == "Start the bedside core"


def test_an_open_alert_holds_the_discard_up(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    note_room(work, ref, frozenset(), private_now=True)
    say(work, open_form(work, ref, FormKind.ASSESSMENT), "how-you-are.ending-life", "yes")
    desk = open_person(qtbot, bench, ref)

    desk.press(f"{CARD}-discard")
    desk.press("person-draft-discard-reason-start-again")
    desk.press("person-do")
    desk.rest()

    assert read_person(work, ref).draft is not None
    assert [str(error) for error in desk.navigator.errors] == ["draft.alert-open"]


def test_another_persons_draft_has_no_card(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = open_person(qtbot, bench, ref, who=TOMAS)

    assert not desk.sees(CARD)


@pytest.mark.parametrize("part", ["", "look", "discard"])
def test_card_and_panels_are_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, qapp: QApplication, part: str
) -> None:
    problems: list[str] = []
    desks: list[Desk] = []

    for tokens, scale in ((LIGHT, 1.0), (DARK, 2.0)):
        apply_theme(qapp, Theme(tokens, scale))
        desk = open_person(qtbot, bench, ref, size=(1366, 4000))
        if part:
            desk.press(f"{CARD}-{part}")
        problems += [f"{scale}: {one}" for one in audit_window(desk.view)]
        desk.view.hide()
        desks.append(desk)

    assert problems == []
