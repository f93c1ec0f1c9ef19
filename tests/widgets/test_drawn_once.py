"""What is measured or drawn once looks as if it were made anew, and is forgotten with its words."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.views.theme.icons import Icon, draw_lucide
from desktop.views.theme.state_icons import State, draw_state
from desktop.views.theme.theme import Theme
from desktop.views.widgets.text_block import MEASURES_KEPT, KeptBlocks
from desktop.views.widgets.ticks import Tick, draw_tick

INK = QColor("#0b5c8a")


def picture(draw, offset: float) -> QImage:
    """A small picture with an icon at ``offset``."""
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw(painter, QRectF(offset, offset, 24, 24))
    painter.end()
    return image


def apart(one: QImage, other: QImage) -> int:
    """The greatest difference of any colour of any pixel, 0 to 255."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs)


@pytest.mark.parametrize("offset", [4.0, 4.5])
@pytest.mark.parametrize("icon", [Icon.LOCK, Icon.EAR_OFF, State.DONE, State.DANGER])
def test_an_icon_drawn_once_looks_as_drawn_anew(
    qapp: QApplication, icon: Icon | State, offset: float
) -> None:
    theme = Theme()

    def anew(painter: QPainter, box: QRectF) -> None:
        if isinstance(icon, State):
            draw_state(painter, box, icon, theme.tokens)
        else:
            draw_lucide(painter, box, icon, INK.name())

    def kept(painter: QPainter, box: QRectF) -> None:
        theme.draw_icon(painter, box, icon, INK)

    picture(kept, offset)
    # A picture laid over a ground rounds each colour once more.
    assert apart(picture(kept, offset), picture(anew, offset)) <= 1


@pytest.mark.parametrize("offset", [4.0, 4.5])
@pytest.mark.parametrize("tick", Tick)
def test_a_tick_drawn_once_looks_as_drawn_anew(
    qapp: QApplication, tick: Tick, offset: float
) -> None:
    theme = Theme()

    def anew(painter: QPainter, box: QRectF) -> None:
        draw_tick(painter, box, tick)

    def kept(painter: QPainter, box: QRectF) -> None:
        theme.draw_once(painter, box, (tick,), anew)

    picture(kept, offset)
    assert apart(picture(kept, offset), picture(anew, offset)) <= 1


def test_a_small_picture_is_drawn_once_for_each_size(qapp: QApplication) -> None:
    theme = Theme()
    drawn: list[tuple[float, float]] = []

    def draw(_painter: QPainter, box: QRectF) -> None:
        drawn.append((box.width(), box.height()))

    def wide_and_narrow(painter: QPainter, box: QRectF) -> None:
        theme.draw_once(painter, box, ("it",), draw)
        theme.draw_once(painter, box.adjusted(0, 0, -8, 0), ("it",), draw)

    for _ in range(3):
        picture(wide_and_narrow, 4)

    assert drawn == [(24, 24), (16, 24)]


def test_the_same_words_are_laid_out_once_for_each_width() -> None:
    kept: KeptBlocks[str] = KeptBlocks()
    made: list[int] = []

    def make(width: int) -> str:
        made.append(width)
        return f"{width} wide"

    for width in (100, 120, 100, 120):
        assert kept.of(("words",), width, lambda width=width: make(width)) == f"{width} wide"

    assert made == [100, 120]


def test_other_words_take_the_place_of_the_old_ones() -> None:
    kept: KeptBlocks[str] = KeptBlocks()
    kept.of(("what was said",), 100, lambda: "old")

    assert kept.of(("other words",), 100, lambda: "new") == "new"
    assert kept.of(("what was said",), 100, lambda: "anew") == "anew"


def test_a_page_that_is_dragged_wider_keeps_few_widths() -> None:
    kept: KeptBlocks[int] = KeptBlocks()
    made: list[int] = []

    for width in (*range(100, 100 + 3 * MEASURES_KEPT), 100):
        kept.of(("words",), width, lambda width=width: made.append(width) or width)

    assert made.count(100) == 2
