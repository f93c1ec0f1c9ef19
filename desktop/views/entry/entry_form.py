"""A page before sign-in that is filled in and sent: once at a time, and only when it is whole."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.views.entry.entry_page import EntryPage
from desktop.views.entry.entry_states import PageState
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.busy import Busy
from desktop.views.widgets.button import Button
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.in_view import show_whole
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.message_bar import MessageBar


class EntryForm(EntryPage):
    """Subclasses put ``message`` and ``busy`` where they belong on the page."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str,
        title: str,
        can_cancel: bool = False,
    ) -> None:
        super().__init__(parent, name=name, title=title)
        self._is_busy = False
        self._was_pressed_here = False
        self.message = MessageBar(self, name=f"{name}-message", is_closable=False)
        self.busy = Busy(self, name=f"{name}-busy", can_cancel=can_cancel)

    def show_progress(self, state: PageState, button: Button, reason: str, doing: str) -> None:
        """Close ``button`` with ``reason`` while it is ``doing`` something; say what failed."""
        self._is_busy = state.is_busy
        if state.is_busy:
            self._was_pressed_here = button.hasFocus()
        button.set_closed(reason if state.is_busy else "")
        if state.is_busy:
            self.busy.start(doing)
        else:
            self.busy.stop()
        if state.error:
            self.message.show_message(Tone.DANGER, state.error)
            if self._was_pressed_here:
                # Closing it sent the focus to the next control, out of the page.
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.message.clear()

    def may_send(self, problems: Callable[[], tuple[QWidget | None, ...]]) -> bool:
        """Whether nothing is under way and no field has a problem; else go to the first one."""
        if self._is_busy:
            return False
        first = next((field for field in problems() if field is not None), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            show_whole(self.area, first)
        return first is None


def needed(row: FieldRow, field: LineField, words: str) -> QWidget | None:
    """Show ``words`` below an empty field and give the field; None when it is filled."""
    is_filled = bool(field.value())
    row.set_error("" if is_filled else words)
    return None if is_filled else field
