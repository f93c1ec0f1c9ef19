"""A rail with many desks in a low window: icons alone, each whole, no higher than the window."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.theme.apply import apply_theme
from desktop.views.theme.icons import Icon
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import LIGHT
from desktop.views.widgets.rail import Rail, RailItem
from tests.support.qt_audit import settle

SCREEN_PX = 700
"""What a screen of 768 leaves after the title and the status bar."""


def rail_of(bot: QtBot, count: int, height: int) -> Rail:
    """A shown rail."""
    rail = Rail(name="rail")
    bot.addWidget(rail)
    rail.show_desks([RailItem(f"desk-{at}", f"Desk {at}", Icon.PHONE) for at in range(count)])
    rail.resize(rail.sizeHint().width(), height)
    rail.show()
    settle(rail)
    return rail


def is_whole(rail: Rail) -> bool:
    """Whether every place is inside and over no other."""
    shown = [rail.button(f"desk-{at}") for at in range(len(rail._buttons))]
    boxes = [one.geometry() for one in (*shown, rail.cover, rail.lock, rail.help)]
    apart = all(not a.intersects(b) for at, a in enumerate(boxes) for b in boxes[:at])
    return apart and all(rail.rect().contains(box) for box in boxes)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_ten_places_fit_on_a_small_screen(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    apply_theme(qapp, Theme(LIGHT, scale))

    rail = rail_of(qtbot, 7, SCREEN_PX)

    assert rail.minimumSizeHint().height() <= SCREEN_PX
    assert is_whole(rail)
    assert rail.button("desk-0").toolTip() == ("Desk 0" if scale > 1 else "")
    assert rail.button("desk-0").accessibleName() == "Desk 0"


def test_the_words_come_back_with_the_height(qtbot: QtBot) -> None:
    rail = rail_of(qtbot, 7, SCREEN_PX - 100)
    assert rail.button("desk-0").toolTip()
    assert is_whole(rail)

    rail.resize(rail.width(), 2 * SCREEN_PX)
    settle(rail)

    assert rail.button("desk-0").toolTip() == ""
    assert is_whole(rail)


def test_few_desks_keep_their_words(qtbot: QtBot) -> None:
    rail = rail_of(qtbot, 3, SCREEN_PX)

    assert rail.button("desk-0").toolTip() == ""
    assert is_whole(rail)
