"""The plan as the person reads it over: its parts, each question with their own words below."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.views.patient.reading import ReadPart
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


class ReadOver(QWidget):
    """Built anew whenever it is shown; nothing can be changed here."""

    def __init__(
        self, parts: tuple[ReadPart, ...], language: str, parent: QWidget, *, can_change: bool
    ) -> None:
        super().__init__(parent)
        self.setObjectName("patient-reading")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        self.title = WrapLabel(
            sentence("patient.reading-title", language), self, style=TextStyle.TITLE
        )
        kept = "patient.reading-words" if can_change else "patient.reading-kept"
        nothing = "patient.reading-empty" if can_change else "patient.reading-closed"
        said = kept if parts else nothing
        self.words = WrapLabel(sentence(said, language), self, style=TextStyle.ROW)
        column.addWidget(self.title)
        column.addWidget(self.words)
        for at, part in enumerate(parts):
            column.addWidget(self._panel(part, at))

    def said(self) -> str:
        """What a screen reader says first."""
        return f"{self.title.text()} {self.words.text()}"

    def _panel(self, part: ReadPart, at: int) -> Panel:
        panel = Panel(part.title, self, name=f"patient-reading-{at}")
        for line in part.lines:
            panel.body.addWidget(WrapLabel(line.question, panel, tone=Tone.MUTED))
            panel.body.addWidget(WrapLabel(line.answer, panel, style=TextStyle.ROW))
        return panel
