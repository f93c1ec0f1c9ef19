"""The page that puts a backup back, in every state that it has."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.ports import (
    Backup,
    BackupFacts,
    CarriedOver,
    Restored,
    RestoreLook,
    StoreHere,
    StoreProblem,
    StoreReport,
)
from desktop.views.entry.entry_pages import EntryPages
from desktop.views.entry.restore_page import RestorePage
from desktop.views.entry.restore_state import RestoreState
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import LIGHT
from tests.support.qt_audit import audit_everywhere, settle
from tests.views.entry.entry_desk import EntryDesk

WHOLE = StoreReport(1204, ())
BROKEN = StoreReport(0, (StoreProblem("certificates/2", "verify.certificate"),))


def backup(day: int, store_id: str = "3fa9c2d1") -> Backup:
    """One of that day."""
    at = datetime(2026, 3, day, 18, tzinfo=UTC)
    facts = BackupFacts(
        store_id=store_id.ljust(32, "0"),
        made_at=at,
        records=1204,
        size_bytes=14_200_000,
        sha256="a" * 64,
        opened=0,
        copy_s=2.0,
        verify_s=9.0,
        restore_s=11.5,
    )
    path = Path(f"/usb/firstlight-{store_id}-202603{day}T180000Z.backup")
    return Backup(path, at, facts.size_bytes, facts)


def look(here: StoreHere, report: StoreReport = WHOLE) -> RestoreLook:
    """That backup, looked at."""
    carried = CarriedOver(ended=1, erased=2) if here is StoreHere.LATER else None
    return RestoreLook(backup(14), report, "Invented General Hospital", "Bedside", here, carried)


DOING = "Bringing the backup back"
DONE = Restored(backup(14), WHOLE, Path("/data/before-restore-20260314T101500Z-1"))
STATES = {
    "choosing": RestoreState("en"),
    "found": RestoreState("en", found=(backup(14), backup(13))),
    "refused": RestoreState("en", error="There are no backups here."),
    "called off": RestoreState("en", note="It was called off."),
    "looking": RestoreState("en", is_busy=True, doing=DOING),
    **{here.value: RestoreState("en", look=look(here)) for here in StoreHere},
    "does not hold": RestoreState("en", look=look(StoreHere.NONE, BROKEN)),
    "restored": RestoreState("en", look=look(StoreHere.UNKNOWN), restored=DONE),
}


@pytest.mark.parametrize("name", STATES)
def test_every_state_passes_the_audit(qapp: QApplication, name: str) -> None:
    def make() -> QWidget:
        pages = EntryPages()
        pages.show_restore(STATES[name])
        return pages

    assert audit_everywhere(qapp, make, height=1400) == []


def shown(bot: QtBot, state: RestoreState) -> tuple[EntryDesk, RestorePage]:
    """The page in that state."""
    desk = EntryDesk(bot)
    desk.pages.show_restore(state)
    page = desk.pages.page
    assert isinstance(page, RestorePage)
    return desk, page


def test_backups_of_several_stores_are_told_apart(qtbot: QtBot) -> None:
    one_store = shown(qtbot, RestoreState("en", found=(backup(14), backup(13))))[1]
    two_stores = shown(qtbot, RestoreState("en", found=(backup(14), backup(13, "77aa00bb"))))[1]

    assert [row.item.second.startswith("Store") for row in one_store.rows.rows()] == [False, False]
    assert [row.item.second[:15] for row in two_stores.rows.rows()] == [
        "Store 3fa9c2d1.",
        "Store 77aa00bb.",
    ]


def test_putting_it_in_place_is_never_where_the_keyboard_starts(qtbot: QtBot) -> None:
    desk, page = shown(qtbot, RestoreState("en"))

    desk.pages.show_restore(STATES["later"])

    assert desk.pages.window().focusWidget() is page.other_button


@pytest.mark.parametrize("here", StoreHere)
def test_what_is_lost_is_in_sight_at_200_percent_before_anything_is_pressed(
    qtbot: QtBot, qapp: QApplication, here: StoreHere
) -> None:
    apply_theme(qapp, Theme(LIGHT, 2.0))
    desk, page = shown(qtbot, STATES[here.value])
    desk.pages.window().resize(1366, 768)
    settle(desk.pages.window())

    loss = page.facts.loss
    top = loss.mapTo(page.area.viewport(), QPoint(0, 0)).y()
    assert loss.isVisible()
    assert top >= 0
    assert top + loss.height() <= page.area.viewport().height()


def test_nothing_is_looked_for_before_a_place_is_named(qtbot: QtBot) -> None:
    desk, page = shown(qtbot, RestoreState("en"))
    asked: list[Path] = []
    page.place_given.connect(asked.append)

    desk.button("restore-look").click()

    assert asked == []
    assert page.place_row.error == "Choose a folder or a file."


def test_what_is_under_way_is_told_once(qtbot: QtBot) -> None:
    desk, page = shown(qtbot, STATES["looking"])

    qtbot.waitUntil(page.busy.isVisible)

    labels = [one for one in desk.pages.findChildren(QLabel) if one.isVisible()]
    assert [one.text() for one in labels].count(DOING) == 1


def test_no_other_place_can_be_chosen_while_one_is_looked_at(qtbot: QtBot) -> None:
    desk, page = shown(qtbot, STATES["choosing"])
    desk.button("restore-folder").setFocus()

    desk.pages.show_restore(STATES["looking"])
    closed = [desk.button(name).isEnabled() for name in ("restore-folder", "restore-file")]
    focus = desk.focus
    desk.pages.show_restore(STATES["refused"])

    assert (closed, focus) == ([False, False], "restore-place")
    assert page.folder_button.isEnabled()
