"""Linking two cases of one person from the hint, going from one to the other, undoing it."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.records.person import PersonIdentity
from desktop.services.identity import save_identity
from desktop.services.link_people import link_people
from desktop.services.linked_people import linked_people
from desktop.services.ports import EpisodeRef
from desktop.views.widgets.row_list import RowList
from tests.services.bench import ROSA, TOMAS, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person
from tests.views.worklist.crowd import Crowd

BORN = date(2004, 3, 12)


def hinted(qtbot: QtBot, bench: Bench) -> tuple[Desk, EpisodeRef, EpisodeRef]:
    """A second case of somebody, with the hint that follows from the name."""
    crowd = Crowd(bench)
    earlier, ref = crowd.arrives("Maple 12", "ED 7", 305), crowd.arrives("Fern 21", "ED 8", 30)
    identity = PersonIdentity(earlier.person_id, "Oscar Invented", BORN)
    save_identity(bench.work_as(ROSA), earlier, identity)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-identity-show")
    desk.press("person-identity-edit")
    desk.type("identity-name", "Oscar Invented")
    desk.type("identity-born", BORN.isoformat())
    desk.press("person-do")
    return desk, earlier, ref


def test_a_link_is_made_from_the_hint_and_undone_on_the_page(qtbot: QtBot, bench: Bench) -> None:
    desk, earlier, ref = hinted(qtbot, bench)
    work, name = bench.work_as(ROSA), f"person-alike-link-{earlier.person_id}"
    assert desk.words(name) == "Link with Maple 12"

    desk.press(name)

    assert linked_people(work, ref.person_id) == (earlier.person_id,)
    assert not desk.sees("person-alike")
    assert "keeps its own history and consents" in desk.navigator.messages[-1].text
    row = desk.find("person-linked", RowList).row(earlier.episode_id)
    assert row.item.title == "Maple 12"
    assert audit_window(desk.view) == []

    desk.press(f"person-linked-undo-{earlier.person_id}")
    assert linked_people(work, ref.person_id) == ()
    assert not desk.sees("person-linked")


def test_the_other_case_opens_by_keyboard(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    one, other = crowd.arrives("Maple 12", "ED 7", 305), crowd.arrives("Fern 21", "ED 8", 30)
    link_people(bench.work_as(ROSA), one, other)
    desk = open_person(qtbot, bench, one)

    desk.find("person-linked", RowList).row(other.episode_id).setFocus()
    desk.key(Qt.Key.Key_Return)

    assert desk.navigator.opened == [("person", other)]


def test_a_case_of_somebody_else_is_not_linked_without_a_reason(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    ref = crowd.arrives("Fern 21", "ED 8", 30)
    others = bench.new_case(TOMAS)
    bench.reach(others, TOMAS)
    identity = PersonIdentity(others.person_id, "Oscar Invented", BORN)
    save_identity(bench.work_as(TOMAS), others, identity)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-identity-show")
    desk.press("person-identity-edit")
    desk.type("identity-name", "Oscar Invented")
    desk.type("identity-born", BORN.isoformat())
    desk.press("person-do")

    desk.press(f"person-alike-link-{others.person_id}")

    assert [error.message_id for error in desk.navigator.errors] == ["caseload.outside"]
    assert linked_people(bench.work_as(ROSA), ref.person_id) == ()


def test_a_case_is_linked_by_alias_and_by_keyboard(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    ref, other = crowd.arrives("Fern 21", "ED 8", 30), crowd.arrives("Maple 12", "ED 7", 305)
    desk = open_person(qtbot, bench, ref)
    assert not desk.sees("person-identity-link")
    desk.press("person-identity-show")
    desk.press("person-identity-link")
    assert desk.focus() == "link-case-alias"

    desk.type("link-case-alias", "Oak 99")
    desk.key(Qt.Key.Key_Return)
    assert "No other case has this alias" in desk.errors()[0]
    assert audit_window(desk.view) == []
    desk.type("link-case-alias", "maple 12")
    desk.key(Qt.Key.Key_Return)

    assert linked_people(bench.work_as(ROSA), ref.person_id) == (other.person_id,)
    assert not desk.sees("link-case")
    assert desk.sees("person-linked")
