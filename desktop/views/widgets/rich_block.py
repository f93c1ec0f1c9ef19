"""Lays out and draws text with a few marks (bold, lists, tables); the contract of TextBlock."""

from math import ceil

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPalette,
    QTextDocument,
    QTextOption,
)


class SilentDocument(QTextDocument):
    """A document that loads nothing, whatever its text names."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002 - Qt's signature
        """Never anything."""
        return None


class RichBlock:
    """``html``, already sanitised, in ``font`` wrapped to ``width`` pixels."""

    def __init__(self, html: str, font: QFont, width: float) -> None:
        self._document = SilentDocument()
        self._document.setDefaultFont(font)
        self._document.setDocumentMargin(0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._document.setDefaultTextOption(option)
        self._document.setHtml(html)
        self._document.setTextWidth(max(width, 1.0))
        self.width = self._document.idealWidth()
        self.height = ceil(self._document.size().height())

    def draw(self, painter: QPainter, left: float, top: float, color: QColor) -> None:
        """Paint with the top left corner at ``left``, ``top``."""
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, color)
        context.palette = palette
        painter.save()
        painter.translate(left, top)
        self._document.documentLayout().draw(painter, context)
        painter.restore()
