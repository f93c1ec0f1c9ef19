"""The desk's actions: Refresh, Cannot print or Handed over, Save as file, and Print."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.views.packet_desk.desk_states import DeskState
from desktop.views.theme.icons import Icon
from desktop.views.theme.metrics import Layout
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole


class DeskActions(ActionBar):
    """A packet that was printed can be handed over in place of being sent back.

    Signals: ``refresh_requested()``, ``refuse_requested()``, ``hand_over_requested()``,
    ``file_requested()``, ``print_requested()``.
    """

    refresh_requested = Signal()
    refuse_requested = Signal()
    hand_over_requested = Signal()
    file_requested = Signal()
    print_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, name="desk-actions")
        self._selected = ""
        self._is_wide = False
        self.refresh = Button(self.tr("Refresh"), self, name="desk-refresh", icon=Icon.REFRESH)
        self.refuse = Button(self.tr("Cannot print"), self, name="desk-refuse", icon=Icon.FILE_X)
        self.hand_over = Button(self.tr("Handed over"), self, name="desk-hand-over", icon=Icon.HAND)
        self.save = Button(self.tr("Save as file"), self, name="desk-save", icon=Icon.DOWNLOAD)
        self.print = Button("", self, name="desk-print", role=ButtonRole.PRIMARY, icon=Icon.PRINTER)
        self._lefts_shown = (self.refresh, self.refuse, self.hand_over, self.save)
        for button in self._lefts_shown:
            self.add_left(button)
        self.add_right(self.print)
        self.refresh.clicked.connect(self._refresh)
        self.refuse.clicked.connect(self._refuse)
        self.hand_over.clicked.connect(self._hand_over)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        # The narrowest first: what has not been shown yet must not widen the window.
        self.set_layout(Layout.STACKED)

    def show_state(self, state: DeskState) -> None:
        """Open and close the actions, and say why."""
        pages = state.row.pages if state.row else 0
        self.print.setText(self._print_words(pages, is_again=not state.is_ready))
        reason = self._why_not(state)
        no_queue = self.tr("No printer is ready. Save as file, or ask IT")
        self.print.set_closed(reason or ("" if state.queue else no_queue))
        self.save.set_closed(reason)
        self.refuse.set_closed(reason)
        self.hand_over.set_closed(self.tr("One moment") if state.is_busy else "")
        is_printed = state.row is not None and not state.is_ready
        self.refuse.setVisible(not is_printed)
        self.hand_over.setVisible(is_printed)
        row = state.row if not self.print.closed_reason else None
        self._selected = self.tr("{alias} is selected").format(alias=row.alias) if row else ""
        self._show_selected()

    def set_layout(self, layout: Layout) -> None:
        """The selection is said in wide windows; in narrow ones only Print has words."""
        self._is_wide = layout is Layout.FULL
        for button in self._lefts_shown:
            button.set_icon_only(layout is Layout.STACKED)
        self._show_selected()

    def _show_selected(self) -> None:
        self.set_note(self._selected if self._is_wide else "")

    def _print_words(self, pages: int, *, is_again: bool) -> str:
        if not pages:
            return self.tr("Print")
        if is_again:
            return self.tr("Print again")
        return self.tr("Print 1 page") if pages == 1 else self.tr("Print %n pages", "", pages)

    def _why_not(self, state: DeskState) -> str:
        if state.row is None:
            return self.tr("Choose a packet") if state.desk.ready else self.tr("Nothing to print")
        if state.is_busy:
            return self.tr("One moment")
        if state.problem:
            return self.tr("The pages cannot be shown")
        return "" if state.can_act else self.tr("Making the pages")

    @Slot()
    def _refresh(self) -> None:
        self.refresh_requested.emit()

    @Slot()
    def _refuse(self) -> None:
        self.refuse_requested.emit()

    @Slot()
    def _hand_over(self) -> None:
        self.hand_over_requested.emit()

    @Slot()
    def _save(self) -> None:
        self.file_requested.emit()

    @Slot()
    def _print(self) -> None:
        self.print_requested.emit()
