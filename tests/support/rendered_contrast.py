"""Contrast by the WCAG 2 formula, of two colours and of what a window really painted."""

from collections import Counter
from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

TEXT_RATIO = 4.5
"""Least contrast of text (WCAG 2.2, 1.4.3)."""


def luminance(color: QColor) -> float:
    """Relative luminance, 0.0 to 1.0 (WCAG 2.2, definition of relative luminance)."""
    return _luminance(color.rgb())


@cache
def _luminance(rgb: int) -> float:

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear((rgb >> shift & 0xFF) / 255) for shift in (16, 8, 0))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(first: QColor, second: QColor) -> float:
    """1.0 (same) to 21.0 (black on white)."""
    return _ratio(luminance(first), luminance(second))


def _ratio(first: float, second: float) -> float:
    light, dark = max(first, second), min(first, second)
    return (light + 0.05) / (dark + 0.05)


def audit_contrast(window: QWidget, widgets: Iterable[QWidget]) -> list[str]:
    """Labels and enabled buttons whose strongest ink is too weak on their commonest ground."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    problems = []
    for widget in widgets:
        if not isinstance(widget, (QLabel, QAbstractButton)) or not widget.isEnabled():
            continue
        if not widget.text().strip() or _is_out_of_sight(widget, window):
            continue
        box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).intersected(window.rect())
        ratio = _best_ratio(picture, box)
        if ratio < TEXT_RATIO:
            problems.append(
                f"{type(widget).__name__} {widget.objectName()} has contrast {ratio:.2f}"
            )
    return problems


def _is_out_of_sight(widget: QWidget, window: QWidget) -> bool:
    shown = widget.visibleRegion().boundingRect()
    return shown.height() < widget.height() or shown.width() < widget.width()


def _best_ratio(picture: QImage, box: QRect) -> float:
    ratio = picture.devicePixelRatio()
    part = picture.copy(
        round(box.left() * ratio),
        round(box.top() * ratio),
        round(box.width() * ratio),
        round(box.height() * ratio),
    )
    pixels = memoryview(part.constBits()).cast("B").cast("I")
    counted = Counter(pixels.tolist())
    ground = counted.most_common(1)[0][0]
    inks = {_luminance(each) for each in counted}
    return max(_ratio(_luminance(ground), ink) for ink in (min(inks), max(inks)))
