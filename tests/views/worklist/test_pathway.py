"""Adding somebody whom another program takes: the panel says where, and enrols nobody."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.records.episode import CaseSource, CloseReason
from desktop.records.pathway import Pathway
from desktop.services.ports import Setting
from desktop.services.read_worklist import read_worklist
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.picker import Picker
from tests.services.bench import ADMIN, ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_worklist

CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = "Call the advocate of the invented hospital, 555-0123."


def start(qtbot: QtBot, bench: Bench) -> Desk:
    """The panel with everything but the pathway."""
    desk = open_worklist(qtbot, bench)
    desk.key(Qt.Key.Key_N, CTRL)
    desk.type("new-person-place", "ED 7")
    desk.find("new-person-source", Picker).show_picked(CaseSource.TRAUMA_PAGE.value)
    desk.press("new-person-language-en")
    return desk


def pick(desk: Desk, pathway: Pathway) -> None:
    """Pick by keyboard, as a person does."""
    picker = desk.find("new-person-pathway", Picker)
    picker.setFocus()
    for _step in range(len(Pathway)):
        if picker.picked_key() == pathway:
            break
        QTest.keyClick(picker, Qt.Key.Key_Down)
    assert picker.picked_key() == pathway


def test_no_pathway_is_picked_by_itself(qtbot: QtBot, bench: Bench) -> None:
    desk = start(qtbot, bench)

    desk.press("worklist-do")

    assert desk.errors() == ["Choose one."]
    assert desk.focus() == "new-person-pathway"
    assert not read_worklist(bench.work_as(ROSA)).eligible


def test_another_program_is_named_at_once_and_nobody_is_enrolled(
    qtbot: QtBot, bench: Bench
) -> None:
    setting = Setting("pathway-partner-violence", TEXT)
    bench.work_as(ADMIN).session.site.change_setting(setting)
    desk = start(qtbot, bench)
    pick(desk, Pathway.PARTNER)

    bar = desk.find("new-person-pathway-route", MessageBar)
    assert bar.isVisible()
    assert TEXT in bar.accessibleName()
    assert desk.words("worklist-do") == "Note, and hand over"
    assert audit_window(desk.view) == []
    desk.press("worklist-do")

    assert desk.navigator.opened == []
    assert "not enrolled here" in desk.navigator.messages[-1].text
    assert not desk.sees("new-person")
    (card,) = read_worklist(bench.work_as(ROSA)).closed
    assert card.close_reason is CloseReason.OTHER_PATHWAY


def test_community_violence_takes_the_words_away_again(qtbot: QtBot, bench: Bench) -> None:
    desk = start(qtbot, bench)
    pick(desk, Pathway.POLICE)
    assert desk.sees("new-person-pathway-route")

    picker = desk.find("new-person-pathway", Picker)
    QTest.keyClick(picker, Qt.Key.Key_Home)
    assert picker.picked_key() == Pathway.COMMUNITY

    assert not desk.sees("new-person-pathway-route")
    assert desk.words("worklist-do") == "Add person"
    desk.press("worklist-do")
    assert desk.navigator.opened[0][0] == "person"
