"""Addresses to read further: shown as text to be copied, never opened from here."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.forms.presentation import Link
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button
from desktop.views.widgets.wrap_label import WrapLabel


class LinkLine(QWidget):
    """One address with a button that copies it."""

    def __init__(self, link: Link, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self._url = link.url
        shown = f"{link.label}: {link.url}" if link.label else link.url
        self.words = WrapLabel(shown, self)
        self.words.setObjectName(f"{name}-words")
        self.copy = Button(self.tr("Copy address"), self, name=f"{name}-copy", icon=Icon.COPY)
        self.copy.setAccessibleName(f"{self.copy.text()}: {shown}")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, 0, Space.L, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.words, 1)
        row.addWidget(self.copy)
        self.copy.clicked.connect(self._copy)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._url)
        announce(self.copy, self.tr("Copied"))


class LinkLines(QWidget):
    """The addresses of one question (core extension supportLink)."""

    def __init__(
        self, links: tuple[Link, ...], parent: QWidget | None = None, *, name: str
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for at, link in enumerate(links):
            column.addWidget(LinkLine(link, self, name=f"{name}-{at}"))
