"""Answers that the form suggests for a question, each a button; none is answered by itself."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.button_flow import ButtonFlow
from desktop.views.widgets.tab_order import keep_tab_order
from desktop.views.widgets.wrap_label import WrapLabel

_MOST_WORDS = 32
"""Signs of a suggestion on its button; pointing and a screen reader tell the whole of it."""


class SuggestionBar(QWidget):
    """Hidden while nothing is suggested.

    Signals: ``picked(int)`` the place of the suggestion that was pressed.
    """

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self._name = name
        self.setObjectName(name)
        self.words = WrapLabel(self.tr("Suggested by the form"), self, tone=Tone.MUTED)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._column.addWidget(self.words)
        self._texts: tuple[str, ...] = ()
        self._flow: ButtonFlow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def buttons(self) -> list[Button]:
        """The suggestions now shown."""
        return self._flow.findChildren(Button) if self._flow is not None else []

    def show_texts(self, texts: Sequence[str], question: str) -> None:
        """Suggest these, in this order."""
        shown = tuple(texts)
        if shown != self._texts:
            self._texts = shown
            self._drop()
            if shown:
                self._make(question)
        self.setVisible(bool(shown))

    def _make(self, question: str) -> None:
        buttons = []
        for at, text in enumerate(self._texts):
            short = text if len(text) <= _MOST_WORDS else f"{text[: _MOST_WORDS - 1]}…"
            button = Button(
                short.replace("&", "&&"), self, name=f"{self._name}-{at}", icon=Icon.PLUS
            )
            button.setToolTip(text)
            spoken = self.tr("Suggested answer to {question}: {answer}")
            button.setAccessibleName(spoken.format(question=question, answer=text))
            button.clicked.connect(self._pressed)
            buttons.append(button)
        self._flow = ButtonFlow(buttons, self)
        self._column.addWidget(self._flow)
        self._flow.show()
        keep_tab_order(self, buttons)

    def _drop(self) -> None:
        if self._flow is not None:
            self._column.removeWidget(self._flow)
            self._flow.hide()
            self._flow.deleteLater()
            self._flow = None

    def _pressed(self) -> None:
        at = next((at for at, one in enumerate(self.buttons()) if one is self.sender()), None)
        if at is not None:
            self.picked.emit(at)
