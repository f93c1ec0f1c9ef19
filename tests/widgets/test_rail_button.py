"""A place on the rail: in a narrow window its count stands beside the icon, never over it."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.theme.apply import apply_theme
from desktop.views.theme.holder import current_theme
from desktop.views.theme.icons import Icon
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import LIGHT, Space, TextStyle
from desktop.views.widgets.rail_button import RailButton


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("count", [1, 24])
def test_the_count_leaves_the_icon_whole(
    qtbot: QtBot, qapp: QApplication, scale: float, count: int
) -> None:
    apply_theme(qapp, Theme(LIGHT, scale))
    button = RailButton("Review", Icon.LIST_CHECKS, name="rail-review")
    qtbot.addWidget(button)
    button.set_compact(True)
    button.set_count(count)
    button.resize(button.sizeHint())

    icon, badge = button.icon_box(), button.count_box()

    assert badge is not None
    assert not icon.intersects(badge)
    whole = QRect(button.rect())
    assert whole.contains(icon.toRect())
    assert whole.contains(badge.toRect())


def test_a_word_of_the_rail_keeps_clear_of_its_edges(qtbot: QtBot) -> None:
    button = RailButton("Supervisión", Icon.SHIELD_CHECK, name="rail-oversight")
    qtbot.addWidget(button)

    words = QFontMetrics(current_theme().font(TextStyle.BODY_STRONG))

    free = button.full_hint().width() - words.horizontalAdvance(button.text())
    assert free >= 2 * Space.S
