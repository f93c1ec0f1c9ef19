"""Putting a backup back: where it is, which one, what is lost by it, and that it is done."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.ports import Backup
from desktop.views.backups.backup_words import facts_words, size_words
from desktop.views.entry.choose_backup import ChooseBackup
from desktop.views.entry.entry_form import EntryForm, needed
from desktop.views.entry.entry_states import PageState
from desktop.views.entry.restore_facts import RestoreFacts
from desktop.views.entry.restore_state import RestoreState
from desktop.views.interview.local_time import shown_moment
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.button_flow import ButtonFlow
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.in_view import show_whole
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.wrap_label import WrapLabel


class RestorePage(EntryForm):
    """Signals: ``place_given(Path)`` a folder or a file; ``backup_chosen(Path)``;
    ``restore_requested()``; ``other_requested()``; ``stop_requested()``; ``left()``."""

    place_given = Signal(object)
    backup_chosen = Signal(object)
    restore_requested = Signal()
    other_requested = Signal()
    stop_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            parent, name="restore", title=self.tr("Put a backup back"), can_cancel=True
        )
        self._state = RestoreState("")
        self._build_choice()
        self.facts = RestoreFacts(self)
        self._build_actions()
        for widget in (self.message, self.choice, self.facts, self.busy):
            self.body.addWidget(widget)
        self.body.setSpacing(Space.M)
        self.add_bar(self.bar)
        self.busy.cancel_requested.connect(self.stop_requested)

    def show_state(self, state: RestoreState) -> None:
        """Show where it is; the focus goes on when there is something new."""
        before, self._state = self._state, state
        button = self.look_button if state.is_choosing else self.do_button
        self._close_choice(state.doing if state.is_busy else "")
        self.show_progress(PageState(state.is_busy, state.error), button, state.doing, state.doing)
        if state.note and not state.error:
            self.message.show_message(Tone.ACCENT, state.note)
        self.choice.setVisible(state.is_choosing)
        self.rows.show_rows([self._row(one, state.language) for one in state.found])
        self.found.setVisible(bool(state.found))
        self.found.set_count(len(state.found))
        self._show_facts(state)
        self.look_button.setVisible(state.is_choosing)
        self.do_button.setVisible(state.can_restore)
        self.on_button.setVisible(state.restored is not None)
        self.back_button.setVisible(state.is_choosing)
        self.other_button.setVisible(not state.is_choosing and state.restored is None)
        if not state.is_busy:
            self._move_on(before)

    def focus_first(self) -> None:
        """Where the backups are, else what is new."""
        if self._state.is_choosing:
            self.place.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._safe_button().setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """The window is closed: what is under way ends at its next step, and changed nothing."""
        super().forget()
        if self._is_busy:
            self.stop_requested.emit()

    def _build_choice(self) -> None:
        self.choice = QWidget(self)
        why = WrapLabel(
            self.tr(
                "Choose the folder or drive that the backups went to, or one backup. It is checked"
                " first; nothing changes before you confirm."
            ),
            self.choice,
            is_long=True,
        )
        self.place = LineField(self.choice, name="restore-place")
        self.place_row = FieldRow(self.tr("Folder or file"), self.place, self.choice)
        self.folder_button = Button(
            self.tr("Choose a folder"), self.choice, name="restore-folder", icon=Icon.HARD_DRIVE
        )
        self.file_button = Button(
            self.tr("Choose a file"), self.choice, name="restore-file", icon=Icon.FILE_TEXT
        )
        title = self.tr("Backups found")
        self.found = Panel(title, self.choice, name="restore-found", is_flush=True)
        self.rows = RowList(title, self.found, name="restore-list", opens_on_press=True)
        self.found.body.addWidget(self.rows)
        column = QVBoxLayout(self.choice)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(why)
        column.addWidget(self.place_row)
        column.addWidget(ButtonFlow((self.folder_button, self.file_button), self.choice))
        column.addWidget(self.found)
        self.place.edited.connect(self.place_row.clear_error)
        self.place.returnPressed.connect(self._look)
        self.folder_button.clicked.connect(self._choose_folder)
        self.file_button.clicked.connect(self._choose_file)
        self.rows.opened.connect(self._chosen)

    def _build_actions(self) -> None:
        self.bar = ActionBar(self, name="restore-bar", tells_reasons=False)
        self.back_button = Button(self.tr("Back"), self.bar, name="restore-back")
        self.other_button = Button(self.tr("Choose another"), self.bar, name="restore-other")
        self.look_button = Button(
            self.tr("Look there"), self.bar, name="restore-look", role=ButtonRole.PRIMARY
        )
        self.do_button = Button(
            self.tr("Put this backup in place"),
            self.bar,
            name="restore-do",
            role=ButtonRole.DANGER,
            icon=Icon.HISTORY,
        )
        self.on_button = Button(
            self.tr("Go on"), self.bar, name="restore-on", role=ButtonRole.PRIMARY
        )
        self.way_back = self.back_button
        self.back_button.clicked.connect(self._leave)
        self.on_button.clicked.connect(self._leave)
        self.other_button.clicked.connect(self._other)
        self.look_button.clicked.connect(self._look)
        self.do_button.clicked.connect(self._restore)
        for button in (self.back_button, self.other_button):
            self.bar.add_left(button)
        for button in (self.look_button, self.do_button, self.on_button):
            self.bar.add_right(button)

    def _close_choice(self, doing: str) -> None:
        """No other place while one is looked at; a focus there waits in the line above."""
        buttons = (self.folder_button, self.file_button)
        if doing and any(button.hasFocus() for button in buttons):
            self.place.setFocus(Qt.FocusReason.OtherFocusReason)
        for button in buttons:
            button.set_closed(doing)

    def _show_facts(self, state: RestoreState) -> None:
        if state.restored is not None:
            self.facts.show_restored(state.restored)
        elif state.look is not None:
            self.facts.show_look(state.look, state.language)
        else:
            self.facts.hide()

    def _move_on(self, before: RestoreState) -> None:
        """The focus to what is new: backups that were found, one that was looked at, the end."""
        state = self._state
        if state.error or state.note:
            show_whole(self.area, self.message)
        if state.is_choosing and state.found and list(state.found) != list(before.found):
            self.rows.focus_chosen()
        elif (state.look, state.restored) != (before.look, before.restored):
            self.area.verticalScrollBar().setValue(0)
            self.focus_first()

    def _safe_button(self) -> Button:
        return self.on_button if self._state.restored is not None else self.other_button

    def _row(self, backup: Backup, language: str) -> RowItem:
        facts = backup.facts
        second = facts_words(facts, language) if facts else self.tr("Its numbers are missing")
        if len({one.facts.store_id for one in self._state.found if one.facts}) > 1 and facts:
            second = self.tr("Store {id}. {facts}").format(id=facts.store_id[:8], facts=second)
        return RowItem(
            str(backup.path),
            shown_moment(backup.made_at),
            second,
            State.DONE if facts is not None else State.LOOK_HERE,
            right=size_words(backup.size_bytes),
            has_chevron=True,
            is_large=True,
        )

    def _problems(self) -> tuple[QWidget | None, ...]:
        return (needed(self.place_row, self.place, self.tr("Choose a folder or a file.")),)

    @Slot()
    def _look(self) -> None:
        if self.may_send(self._problems):
            self.place_given.emit(Path(self.place.value()))

    @Slot()
    def _choose_folder(self) -> None:
        self._choose(is_folder=True)

    @Slot()
    def _choose_file(self) -> None:
        self._choose(is_folder=False)

    def _choose(self, *, is_folder: bool) -> None:
        if self._is_busy:
            return
        dialog = ChooseBackup(self, is_folder=is_folder)
        dialog.place_chosen.connect(self._placed)
        dialog.open()

    @Slot(object)
    def _placed(self, place: Path) -> None:
        self.place.set_value(str(place))
        self.place_row.clear_error()
        self._look()

    @Slot(str)
    def _chosen(self, path: str) -> None:
        if not self._is_busy:
            self.backup_chosen.emit(Path(path))

    @Slot()
    def _other(self) -> None:
        (self.stop_requested if self._is_busy else self.other_requested).emit()

    @Slot()
    def _restore(self) -> None:
        if not self._is_busy:
            self.restore_requested.emit()

    @Slot()
    def _leave(self) -> None:
        (self.stop_requested if self._is_busy else self.left).emit()
