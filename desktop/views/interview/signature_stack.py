"""The signature panels under a page, one for each signature that is wanted there."""

from collections.abc import Collection

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.forms.instances import ItemKey
from desktop.views.interview.signature_panel import SignaturePanel
from desktop.views.interview.signature_states import SignatureState
from desktop.views.theme.tokens import Space


class SignatureStack(QWidget):
    """Signals: ``signed(state, entry)`` and ``unsaved_changed()`` of the panels."""

    signed = Signal(object, object)
    unsaved_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._panels: dict[tuple[ItemKey, str], SignaturePanel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.M)
        self._was_unsaved = False
        self.hide()

    def show_signatures(
        self, states: tuple[SignatureState, ...], elsewhere: Collection[tuple[ItemKey, str]] = ()
    ) -> None:
        """Show these in their order. A panel in which somebody began to sign waits, hidden, while
        its signature is wanted ``elsewhere`` in the form."""
        here = {(one.target, one.role) for one in states}
        for place in [one for one in self._panels if one not in here]:
            away = self._panels[place]
            away.hide()
            if place not in elsewhere or not away.has_unsaved:
                self._panels.pop(place).deleteLater()
        for at, state in enumerate(states):
            panel = self._panels.get((state.target, state.role))
            if panel is None:
                panel = self._panels[state.target, state.role] = self._made(state)
            elif panel.state != state:
                panel.show_state(state)
            self._column.insertWidget(at, panel)
            panel.show()
        self.setVisible(bool(states))
        if self.has_unsaved != self._was_unsaved:
            self._was_unsaved = self.has_unsaved
            self.unsaved_changed.emit()

    def panel(self, target: ItemKey, role: str) -> SignaturePanel | None:
        """The panel of one signature, where it is on the page."""
        return self._panels.get((target, role))

    @property
    def has_unsaved(self) -> bool:
        """Whether somebody began to sign."""
        return any(one.has_unsaved for one in self._panels.values())

    def _made(self, state: SignatureState) -> SignaturePanel:
        panel = SignaturePanel(state, self)
        panel.signed.connect(self.signed)
        panel.unsaved_changed.connect(self._edited)
        return panel

    @Slot()
    def _edited(self) -> None:
        self._was_unsaved = self.has_unsaved
        self.unsaved_changed.emit()
