"""Small pictures for tests."""

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage


def picture_bytes(side: int = 40, kind: str = "PNG") -> bytes:
    """A picture of one dark green square."""
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(buffer.data().data())
