"""Which instrument for whom, on the page of help."""

from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.views.forms.known_guide import KnownGuide
from desktop.views.widgets.panel import Panel


class InstrumentsPanel(Panel):
    """What is suggested by age, and the facts of one instrument."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="help-instruments")
        self.set_title(sentence("known-guide.title", language))
        self.guide = KnownGuide(language, self)
        self.body.addWidget(self.guide)
