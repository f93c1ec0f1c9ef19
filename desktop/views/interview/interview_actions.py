"""The bar at the bottom of an interview: undo, redo, previous, next or complete."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.views.interview.interview_state import ActionState
from desktop.views.theme.icons import Icon
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole


class InterviewActions(ActionBar):
    """Signals: ``undo_requested()``, ``redo_requested()``, ``previous_requested()``,
    ``next_requested()``, ``complete_requested()``, ``discard_requested()``,
    ``no_plan_requested()`` (safety plan only)."""

    undo_requested = Signal()
    redo_requested = Signal()
    previous_requested = Signal()
    next_requested = Signal()
    complete_requested = Signal()
    discard_requested = Signal()
    no_plan_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_plan: bool = False) -> None:
        super().__init__(parent, name="interview-actions")
        self._is_plan = is_plan
        self._is_last = False
        self._shown: ActionState | None = None
        self.undo = Button(self.tr("Undo"), self, name="interview-undo", icon=Icon.UNDO)
        self.redo = Button(self.tr("Redo"), self, name="interview-redo", icon=Icon.REDO)
        self.discard = Button(
            self.tr("Discard this draft"),
            self,
            name="interview-discard",
            icon=Icon.TRASH,
            is_icon_only=True,
        )
        self.no_plan = Button(
            self.tr("No plan today"), self, name="interview-no-plan", icon=Icon.BAN
        )
        self.no_plan.setVisible(is_plan)
        self.previous = Button(self.tr("Previous"), self, name="interview-previous")
        self.next = Button("", self, name="interview-next", role=ButtonRole.PRIMARY)
        self.add_left(self.undo)
        self.add_left(self.redo)
        self.add_left(self.discard)
        self.add_left(self.no_plan)
        self.no_plan.clicked.connect(self._no_plan)
        self.discard.clicked.connect(self._discard)
        self.add_right(self.previous)
        self.add_right(self.next)
        self.undo.clicked.connect(self._undo)
        self.redo.clicked.connect(self._redo)
        self.previous.clicked.connect(self._previous)
        self.next.clicked.connect(self._next)
        self.show_actions(ActionState(False, False, False, False))
        self.set_compact(False)

    def show_actions(self, state: ActionState) -> None:
        """Open and close the buttons; the last question turns Next into Complete."""
        if state == self._shown:
            return
        self._shown = state
        self.undo.set_closed("" if state.can_undo else self.tr("Nothing to undo"))
        self.redo.set_closed("" if state.can_redo else self.tr("Nothing to redo"))
        self.previous.setEnabled(state.has_previous)
        self._is_last = state.is_last
        words = self.tr("Next part") if self._is_plan else self.tr("Next question")
        self.next.setText(self.tr("Complete") if state.is_last else words)

    def set_compact(self, is_compact: bool) -> None:
        """Icons only, no hint."""
        self.undo.set_icon_only(is_compact)
        self.redo.set_icon_only(is_compact)
        self.no_plan.set_icon_only(is_compact)
        self.set_note("" if is_compact else self.tr("Ctrl+Enter: next section"))

    def set_primary(self, is_primary: bool) -> None:
        """Step back while an alert has the screen's one filled button."""
        role = ButtonRole.PRIMARY if is_primary else ButtonRole.PLAIN
        if self.next.role is not role:
            self.next.set_role(role)

    @Slot()
    def focus_next(self) -> None:
        """Where the page has nothing to answer, what leads on has the focus."""
        self.next.setFocus()

    @Slot()
    def _undo(self) -> None:
        self.undo_requested.emit()

    @Slot()
    def _redo(self) -> None:
        self.redo_requested.emit()

    @Slot()
    def _discard(self) -> None:
        self.discard_requested.emit()

    @Slot()
    def _no_plan(self) -> None:
        self.no_plan_requested.emit()

    @Slot()
    def _previous(self) -> None:
        self.previous_requested.emit()

    @Slot()
    def _next(self) -> None:
        if self._is_last:
            self.complete_requested.emit()
        else:
            self.next_requested.emit()
