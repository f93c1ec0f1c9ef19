"""Noting a name that is alike another's: a hint by alias that stops nothing."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop.records.person import PersonIdentity
from desktop.services.identity import save_identity
from desktop.views.person import linked_tasks
from desktop.views.widgets.message_bar import MessageBar
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person
from tests.views.worklist.crowd import Crowd


def note_name(qtbot: QtBot, bench: Bench, name: str) -> Desk:
    """A known person, and a second case whose name is typed in."""
    crowd = Crowd(bench)
    earlier = crowd.arrives("Maple 12", "ED 7", 305)
    identity = PersonIdentity(earlier.person_id, "Oscar Hernandez Invented", date(2004, 3, 12))
    save_identity(bench.work_as(ROSA), earlier, identity)
    desk = open_person(qtbot, bench, crowd.arrives("Fern 21", "ED 8", 30))
    desk.press("person-identity-show")
    desk.press("person-identity-edit")
    desk.type("identity-name", name)
    desk.type("identity-born", "2004-12-03")
    desk.press("person-do")
    return desk


def test_a_name_alike_is_saved_and_hinted_at_by_alias(qtbot: QtBot, bench: Bench) -> None:
    desk = note_name(qtbot, bench, "Óscar Ernandes")

    bar = desk.find("person-alike", MessageBar)
    assert bar.isVisible()
    assert "Maple 12" in bar.accessibleName()
    assert "Hernandez" not in bar.accessibleName()
    assert desk.navigator.saves
    assert audit_window(desk.view) == []
    desk.press("person-alike-close")
    assert not desk.sees("person-alike")


def test_another_name_gives_no_hint(qtbot: QtBot, bench: Bench) -> None:
    desk = note_name(qtbot, bench, "Eva Placeholder")

    assert not desk.sees("person-alike")
    assert desk.navigator.saves


def test_many_people_are_compared_some_at_a_time(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linked_tasks, "AT_ONCE", 2)
    crowd = Crowd(bench)
    for number in range(5):
        crowd.arrives(f"Elm {number:02d}", "ED 1", 60)

    desk = note_name(qtbot, bench, "Óscar Ernandes")
    qtbot.waitUntil(lambda: desk.sees("person-alike"))

    assert "Maple 12" in desk.find("person-alike", MessageBar).accessibleName()
