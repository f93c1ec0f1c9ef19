"""The help page: display, own password and PIN, about, shortcuts, and how things are done."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.views.help.about_panel import AboutPanel
from desktop.views.help.display_panel import DisplayPanel
from desktop.views.help.help_state import HelpState
from desktop.views.help.how_do_i_panel import HowDoIPanel
from desktop.views.help.instruments_panel import InstrumentsPanel
from desktop.views.help.secrets_panel import SecretsPanel
from desktop.views.help.shortcuts_panel import ShortcutsPanel
from desktop.views.shell.regions import mark_region
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.metrics import Layout, layout_for
from desktop.views.theme.tokens import Space, Width
from desktop.views.widgets.top_bar import TopBar


class HelpView(QWidget):
    """Signals: ``display_changed(theme, scale)``; ``language_chosen("en" or "es")``."""

    display_changed = Signal(str, float)
    language_chosen = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.instruments = InstrumentsPanel(language, self)
        self.top = TopBar(self.tr("Help"), self, name="help-top")
        self.display = DisplayPanel(self)
        self.secrets = SecretsPanel(self)
        self.about = AboutPanel(self)
        self.shortcuts = ShortcutsPanel(self)
        self.answers = HowDoIPanel(self)
        self.display.display_changed.connect(self.display_changed)
        self.display.language_chosen.connect(self.language_chosen)
        mark_region(self.display)
        self._lay_out()
        theme_holder().changed.connect(self._fit)

    def show_state(self, state: HelpState) -> None:
        """Show what is in force."""
        self.display.show_state(state)
        self.about.show_version(state.version)

    def focus_first(self) -> None:
        """The first choice of the display."""
        key = self.display.language.chosen_key() or "en"
        self.display.language.button(key).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("page", True)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._columns.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self._columns.setSpacing(Space.L)
        left = (self.display, self.secrets, self.shortcuts)
        right = (self.answers, self.instruments, self.about)
        for panels in (left, right):
            column = QVBoxLayout()
            column.setSpacing(Space.L)
            for panel in panels:
                column.addWidget(panel)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        self.area = QScrollArea(self)
        self.area.setObjectName("help-scroll")
        self.area.setAccessibleName(self.tr("Help"))
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(page)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(self.top)
        around.addWidget(self.area, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column when the window is narrow for its text."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        theme = current_theme()
        window_px = self.width() + theme.metrics.scaled(Width.RAIL)
        is_full = layout_for(window_px, theme.scale) is Layout.FULL
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if is_full else QBoxLayout.Direction.TopToBottom
        )
