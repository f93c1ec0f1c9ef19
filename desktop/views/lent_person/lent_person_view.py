"""One person to read, with nothing to change: who, what happened, every answer."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.views.person.desk_frame import DeskFrame
from desktop.views.person.timeline_panel import TimelineLine, TimelinePanel
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.top_bar import TopBar
from desktop.views.widgets.wrap_label import WrapLabel

Pairs = Sequence[tuple[str, str]]
"""A question or a time, and what there is to say."""


class LentPersonView(DeskFrame):
    """Signals: ``back_requested()``; ``audit_requested()``."""

    back_requested = Signal()
    audit_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="lent")
        self._language = language
        self.top = TopBar("", self, name="lent-top", has_back=True)
        self.top.back_requested.connect(self.back_requested)
        words = sentence("audit.question-person", language)
        self.audit_button = Button(words, self.top, name="lent-audit", icon=Icon.HISTORY)
        self.audit_button.clicked.connect(self._audit)
        self.top.add_right(self.audit_button)
        self.set_top(self.top)
        self._panels: list[Panel] = []

    def focus_first(self) -> None:
        """The way back: nothing here is to be changed."""
        self.top.back_button.setFocus()

    def show_title(self, title: str, second: str) -> None:
        """Whose page it is."""
        self.top.set_title(title, second)

    def add_panel(self, title: str, pairs: Pairs, *, is_side: bool = False) -> None:
        """One more panel, below the others."""
        parent = self.body.side_column if is_side else self.body.main_column
        panel = Panel(title, parent, name=f"lent-{len(self._panels)}")
        for label, words in pairs:
            together = QVBoxLayout()
            together.setSpacing(Space.NONE)
            together.addWidget(WrapLabel(label, panel, tone=Tone.MUTED))
            together.addWidget(WrapLabel(words, panel, style=TextStyle.BODY_STRONG))
            panel.body.addLayout(together)
        if not pairs:
            nothing = sentence("lent.nothing", self._language)
            panel.body.addWidget(WrapLabel(nothing, panel, tone=Tone.MUTED))
        self._put(panel, is_side=is_side)

    def add_timeline(self, title: str, lines: Sequence[TimelineLine]) -> None:
        """What happened in a case, by day, as on the person's own page."""
        panel = TimelinePanel(self.body.main_column)
        panel.setObjectName(f"lent-{len(self._panels)}")
        panel.show_lines(title, lines)
        self._put(panel, is_side=False)

    def _put(self, panel: Panel, *, is_side: bool) -> None:
        self._panels.append(panel)
        if is_side:
            self.add_side(panel)
        else:
            self.body.main.addWidget(panel)

    @Slot()
    def _audit(self) -> None:
        self.audit_requested.emit()
