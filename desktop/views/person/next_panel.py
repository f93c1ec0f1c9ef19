"""The Next panel: where to go on, said once and large."""

from PySide6.QtWidgets import QWidget

from desktop.views.person.next_act import NextAct
from desktop.views.theme.tokens import TextStyle, Tone
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


class NextPanel(Panel):
    """Heading, title and one line; the button is the action bar's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="person-next")
        self.heading = WrapLabel(self.tr("Next"), self, tone=Tone.MUTED)
        self.title = WrapLabel("", self, style=TextStyle.TITLE)
        self.title.setObjectName("person-next-title")
        self.words = WrapLabel("", self, tone=Tone.MUTED)
        self.words.setObjectName("person-next-words")
        for label in (self.heading, self.title, self.words):
            self.body.addWidget(label)

    def show_act(self, act: NextAct) -> None:
        """Show where to go on."""
        self.title.setText(act.title)
        self.words.setText(act.words)
        self.words.setVisible(bool(act.words))
