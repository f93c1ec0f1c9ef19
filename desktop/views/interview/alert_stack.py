"""The alert panels over the questions, one for each kind of alert."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.views.interview.alert_panel import AlertPanel
from desktop.views.interview.interview_state import AlertState
from desktop.views.interview.section_page import SectionPage


class AlertStack(QObject):
    """Signals: those of the panels, ``hand_off_recorded(code, entry)``,
    ``no_one_reached(code, entry)``, ``open_requested(code)``, ``unsaved_changed()``."""

    hand_off_recorded = Signal(str, object)
    no_one_reached = Signal(str, object)
    open_requested = Signal(str)
    unsaved_changed = Signal()

    def __init__(self, page: SectionPage, now: Callable[[], datetime]) -> None:
        super().__init__(page)
        self._page = page
        self._now = now
        self._is_stacked = False
        self._panels: dict[str, AlertPanel] = {}

    def show_alerts(self, alerts: tuple[AlertState, ...]) -> None:
        """Show every alert; one that just opened is announced and takes the focus."""
        for code in [code for code in self._panels if code not in {one.code for one in alerts}]:
            gone = self._panels.pop(code)
            self._page.remove_above(gone)
            gone.deleteLater()
        for state in alerts:
            panel = self._panels.get(state.code)
            is_new = panel is None or not panel.state.is_open
            if panel is None:
                panel = self._add(state)
            elif panel.state == state:
                continue
            panel.show_alert(state, is_new=is_new)
        self.unsaved_changed.emit()

    def set_stacked(self, is_stacked: bool) -> None:
        """Put the fields below each other when narrow."""
        self._is_stacked = is_stacked
        for panel in self._panels.values():
            panel.set_stacked(is_stacked)

    @property
    def has_unsaved(self) -> bool:
        """Whether a hand-off is begun and not recorded."""
        return any(one.state.is_open and one.form.is_begun for one in self._panels.values())

    def holds(self, widget: QWidget) -> bool:
        """Whether ``widget`` is inside an alert."""
        return any(panel.isAncestorOf(widget) for panel in self._panels.values())

    def focus_alert(self, code: str) -> None:
        """Put the focus into an alert's hand-off."""
        panel = self._panels.get(code)
        if panel is not None:
            panel.form.focus_first()

    def _add(self, state: AlertState) -> AlertPanel:
        panel = AlertPanel(state, state.contacts, self._now, self._page)
        panel.hand_off_recorded.connect(self.hand_off_recorded)
        panel.no_one_reached.connect(self.no_one_reached)
        panel.open_requested.connect(self.open_requested)
        panel.form.begun.connect(self.unsaved_changed)
        panel.set_stacked(self._is_stacked)
        self._page.add_above(panel)
        panel.show()
        self._panels[state.code] = panel
        return panel
