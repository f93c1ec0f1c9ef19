"""Themes apply live: scale, dark, high contrast; sizes grow with the text."""

import pytest
from lucide import lucide_icon
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.theme.apply import apply_theme, high_contrast_theme
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon, svg_of
from desktop.views.theme.metrics import Layout, layout_for
from desktop.views.theme.state_icons import State
from desktop.views.theme.switcher import ThemeMode, ThemeSwitcher
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, TextStyle
from desktop.views.widgets.button import Button
from desktop.views.widgets.landscape import Landscape
from desktop.views.widgets.line_field import LineField


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_every_target_is_at_least_44_px_and_grows_with_the_text(
    qapp: QApplication, qtbot: QtBot, scale: float
) -> None:
    apply_theme(qapp, Theme(LIGHT, scale))
    button = Button("Sign", name="t-sign")
    field = LineField(name="t-line")
    qtbot.addWidget(button)
    qtbot.addWidget(field)

    line = current_theme().line_height(TextStyle.BODY)

    assert current_theme().metrics.target == max(44, line + 24)
    assert button.sizeHint().height() == current_theme().metrics.target
    assert field.sizeHint().height() >= current_theme().metrics.target


def test_a_button_grows_when_the_scale_changes_under_it(qapp: QApplication, qtbot: QtBot) -> None:
    button = Button("Next question", name="t-next")
    qtbot.addWidget(button)
    before = button.sizeHint()

    apply_theme(qapp, Theme(LIGHT, 2.0))

    assert button.sizeHint().width() > 1.6 * before.width()


def test_the_scale_stays_between_one_and_two(qapp: QApplication) -> None:
    assert (Theme(LIGHT, 0.4).scale, Theme(LIGHT, 9.0).scale) == (1.0, 2.0)


def test_a_theme_change_is_told_after_the_palette_follows(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme_holder().changed):
        apply_theme(qapp, Theme(DARK, 1.0))

    assert qapp.palette().window().color() == QColor(DARK.canvas)


def test_a_theme_that_is_on_already_is_not_told_again(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, Theme(DARK, 1.5))

    with qtbot.assertNotEmitted(theme_holder().changed):
        apply_theme(qapp, Theme(DARK, 1.5))


def test_the_look_comes_back_whole_after_high_contrast(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, Theme(DARK, 1.0))
    sheet = qapp.styleSheet()
    apply_theme(qapp, high_contrast_theme(qapp, 1.0))

    apply_theme(qapp, Theme(DARK, 1.0))

    assert qapp.styleSheet() == sheet
    assert qapp.palette().window().color() == QColor(DARK.canvas)


def test_high_contrast_drops_the_sheet_and_hides_the_picture(
    qapp: QApplication, qtbot: QtBot
) -> None:
    picture = Landscape(is_framed=True)
    qtbot.addWidget(picture)

    apply_theme(qapp, high_contrast_theme(qapp, 1.0))

    assert qapp.styleSheet() == ""
    assert picture.isHidden()
    assert current_theme().tokens.danger == current_theme().tokens.text


def test_the_switcher_applies_the_wish_and_the_scale(qapp: QApplication) -> None:
    switcher = ThemeSwitcher(qapp, mode=ThemeMode.LIGHT)

    switcher.set_mode(ThemeMode.DARK)
    switcher.set_scale(1.5)

    assert (current_theme().tokens, current_theme().scale) == (DARK, 1.5)
    switcher.deleteLater()


@pytest.mark.parametrize(
    ("width", "scale", "layout"),
    [
        (1366, 1.0, Layout.FULL),
        (1240, 1.0, Layout.FULL),
        (1239, 1.0, Layout.COMPACT),
        (1366, 1.5, Layout.COMPACT),
        (720, 1.0, Layout.COMPACT),
        (719, 1.0, Layout.STACKED),
        (1366, 2.0, Layout.STACKED),
    ],
)
def test_the_layout_follows_the_effective_width(width: int, scale: float, layout: Layout) -> None:
    assert layout_for(width, scale) is layout


@pytest.mark.parametrize("icon", list(Icon))
def test_every_icon_is_in_the_package_and_takes_the_colour(icon: Icon) -> None:
    svg = svg_of(icon, "#a1161f").decode()

    assert "#a1161f" in svg
    assert "currentColor" not in svg


def test_icons_are_drawn_as_the_package_would_give_them(qapp: QApplication) -> None:
    other = [
        icon
        for icon in Icon
        if drawn(lucide_icon(icon.value).replace("currentColor", "#a1161f").encode())
        != drawn(svg_of(icon, "#a1161f"))
    ]

    assert other == []


def drawn(svg: bytes) -> QImage:
    """The drawing, twice as large as on the screen."""
    picture = QImage(48, 48, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, 48, 48))
    painter.end()
    return picture


def test_the_ten_states_look_different(qapp: QApplication) -> None:
    theme = current_theme()

    pictures = {bytes(_bits(theme.pixmap(state, 24).toImage())) for state in State}

    assert len(pictures) == 10


def _bits(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_ARGB32).constBits())
