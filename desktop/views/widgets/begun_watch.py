"""Whether something in a part of a screen was filled in by hand and is not saved yet."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

_IS_HEARD = "begun-watch"


class BegunWatch(QObject):
    """Compares what the fields of ``part`` hold with what they held when it was shown.

    Signals: ``changed(is_begun)`` at each change by hand while it is begun, and when it rests.
    """

    changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._part: QWidget | None = None
        self._kept: list[object] = []
        self._is_begun = False

    @property
    def is_begun(self) -> bool:
        """Whether it holds something that it did not hold at first."""
        return self._is_begun

    def begin(self, part: QWidget) -> None:
        """Watch this part; what it holds now is nothing to keep."""
        self._part = part
        self.rest()

    def end(self) -> None:
        """Watch nothing."""
        self._part = None
        self.rest()

    def rest(self) -> None:
        """What it holds now is saved, or is not wanted."""
        self._kept = self._held()
        self._hear()
        was_begun, self._is_begun = self._is_begun, False
        if was_begun:
            self.changed.emit(False)

    @Slot()
    def _look(self) -> None:
        if self._part is None:
            return
        self._hear()  # a choice may have brought new fields with it
        was_begun, self._is_begun = self._is_begun, self._held() != self._kept
        if self._is_begun or was_begun:
            self.changed.emit(self._is_begun)

    def _fields(self) -> list[QWidget]:
        return [] if self._part is None else self._part.findChildren(QWidget)

    def _held(self) -> list[object]:
        return [value for field in self._fields() if (value := _value(field)) is not None]

    def _hear(self) -> None:
        for field in self._fields():
            if _value(field) is not None and not field.property(_IS_HEARD):
                field.setProperty(_IS_HEARD, True)
                self._connect(field)

    def _connect(self, field: QWidget) -> None:
        match field:
            case QLineEdit() | QPlainTextEdit():
                field.textChanged.connect(self._look)
            case QAbstractButton():
                field.toggled.connect(self._look)
            case QComboBox():
                field.currentIndexChanged.connect(self._look)


def _value(field: QWidget) -> object:
    """What a field holds; None for what takes nothing."""
    match field:
        case QLineEdit():
            return None if field.isReadOnly() else field.text()
        case QPlainTextEdit():
            return None if field.isReadOnly() else field.toPlainText()
        case QAbstractButton():
            return field.isChecked() if field.isCheckable() else None
        case QComboBox():
            return field.currentIndex()
    return None
