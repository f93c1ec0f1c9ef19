"""A holder that may grow around a control of fixed height."""

from PySide6.QtWidgets import QHBoxLayout, QWidget


class GrowingPlace(QWidget):
    """Without it, a row of nothing but fixed heights leaves the edge of its bar in mid-air."""

    def __init__(self, held: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(held)
