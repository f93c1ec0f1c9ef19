"""Pages as the worker made them, turned into Qt's pictures."""

from collections.abc import Sequence

from PySide6.QtGui import QImage

from desktop.services.ports import PageImage

LETTER_WIDTH_IN = 8.5
LETTER_HEIGHT_IN = 11.0
LEAST_DPI = 36
MOST_DPI = 200


def pictures(images: Sequence[PageImage]) -> list[QImage]:
    """Qt's pictures, with pixels of their own."""
    return [_picture(image) for image in images]


def fitting_dpi(width_px: float, height_px: float | None = None) -> int:
    """Dots per inch at which Letter paper fills the room; without ``height_px`` its width."""
    wanted = width_px / LETTER_WIDTH_IN
    if height_px is not None:
        wanted = min(wanted, height_px / LETTER_HEIGHT_IN)
    return int(min(max(wanted, LEAST_DPI), MOST_DPI))


def _picture(image: PageImage) -> QImage:
    row_bytes = image.width_px * 4
    made = QImage(
        image.pixels, image.width_px, image.height_px, row_bytes, QImage.Format.Format_RGB32
    )
    return made.copy()
