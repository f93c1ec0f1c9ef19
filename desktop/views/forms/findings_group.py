"""One group of findings of an import: a heading with their number, and the sentences."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.forms.breakable import breakable
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.wrap_label import WrapLabel

MOST_LINES = 40
"""Findings shown of one group; the copied report has them all."""


class FindingsGroup(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None, *, name: str, tone: Tone) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.heading = WrapLabel("", self, style=TextStyle.ROW_STRONG, tone=tone)
        self.lines = WrapLabel("", self)
        self.rest = WrapLabel("", self, tone=Tone.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for label in (self.heading, self.lines, self.rest):
            column.addWidget(label)
        self.hide()

    def show_lines(self, heading: str, lines: Sequence[str]) -> None:
        """``heading`` with the number of ``lines`` below it."""
        self.setVisible(bool(lines))
        self.heading.setText(f"{heading}: {len(lines)}")
        self.lines.setText(breakable("\n".join(lines[:MOST_LINES])))
        more = len(lines) - MOST_LINES
        words = self.tr("{count} more are in the copied report.").format(count=more)
        self.rest.setText(words if more > 0 else "")
        self.rest.setVisible(more > 0)
