"""Several texts, numbers, dates or files as answers to one question: add, remove, move."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.forms.answers import Answer, Answered, AnswerValue, Unanswered, answer_values
from desktop.forms.session import ItemKey, ItemState
from desktop.views.editors.count_words import count_words
from desktop.views.editors.editor import Editor
from desktop.views.editors.entry_row import EntryRow
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button
from desktop.views.widgets.tab_order import keep_tab_order
from desktop.views.widgets.undo_notice import UndoNotice
from desktop.views.widgets.wrap_label import WrapLabel

MakeOne = Callable[[ItemState, QWidget], Editor]
"""Makes the editor of a single answer."""


class RepeatingEditor(Editor):
    """One editor per answer with buttons to move and remove it; one at least always stands.

    Alt+Up and Alt+Down move the answer that has the focus. Signals: those of Editor.
    """

    def __init__(self, state: ItemState, make_one: MakeOne, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._make_one = make_one
        self._slots: list[AnswerValue | None] = list(self.values) or [None]
        self._before: Answer = state.answer
        self._made = 0
        self.rows: list[EntryRow] = []
        self._place = QVBoxLayout()
        self._place.setSpacing(Space.S)
        self.column.addLayout(self._place)
        self.add = Button(self.tr("Add one more"), self, name=f"{self.name}-add", icon=Icon.PLUS)
        self.add.clicked.connect(self._add)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.count = WrapLabel("", self, tone=Tone.MUTED)
        self.count.setObjectName(f"{self.name}-count")
        self.count.hide()
        self.column.addWidget(self.count)
        self.notice = UndoNotice(self, name=f"{self.name}-notice")
        self.notice.undo_requested.connect(self._bring_back)
        self.column.addWidget(self.notice)

    def show_state(self, state: ItemState, mode: LanguageMode) -> None:
        """Show each answer in its row; an empty row that was added stays."""
        super().show_state(state, mode)
        if tuple(value for value in self._slots if value is not None) != self.values:
            self._slots = list(self.values) or [None]
        self._match_rows()
        for at, (row, value) in enumerate(zip(self.rows, self._slots, strict=True)):
            answer = Unanswered() if value is None else Answered((value,))
            row.show_entry(
                replace(state, answer=answer, key=row.editor.state.key),
                mode,
                number=at + 1,
                count=len(self.rows),
            )
        most = state.limits.max_occurs
        is_full = most is not None and len(self._slots) >= most
        reason = self.tr("{most} answers are the most.").format(most=most) if is_full else ""
        if self.add.closed_reason != reason:
            self.add.set_closed(reason)
        words = count_words(state, len(self.values)) or reason
        self.count.setText(words)
        self.count.setVisible(bool(words))

    def set_stacked(self, is_stacked: bool) -> None:
        """Put the second language under the first in every row."""
        for row in self.rows:
            row.editor.set_stacked(is_stacked)

    def focus_target(self) -> QWidget | None:
        """The first answer's."""
        return self.rows[0].editor.focus_target() if self.rows else self.add

    @property
    def has_unsaved(self) -> bool:
        """Whether a row holds something that was not told."""
        return any(row.editor.has_unsaved for row in self.rows)

    def flush(self) -> None:
        """Tell what was typed now."""
        for row in tuple(self.rows):
            row.editor.flush()

    def _match_rows(self) -> None:
        while len(self.rows) < len(self._slots):
            self._append_row()
        while len(self.rows) > len(self._slots):
            row = self.rows.pop()
            self._place.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _append_row(self) -> None:
        key = ItemKey(f"{self.state.key}-{self._made}" if self._made else self.state.key)
        self._made += 1
        editor = self._make_one(replace(self.state, key=key, answer=Unanswered()), self)
        row = EntryRow(editor, self, name=f"{editor.name}-entry")
        row.answered.connect(self._entry_answered)
        row.remove_requested.connect(self._remove)
        row.move_requested.connect(self._move)
        editor.problem_found.connect(self.problem_found)
        editor.unsaved_changed.connect(self.unsaved_changed)
        self.rows.append(row)
        self._place.addWidget(row)
        row.show()
        keep_tab_order(self, [*self.rows, self.add])

    @Slot(object)
    def _entry_answered(self, answer: Answer) -> None:
        at = self._index_of(self.sender())
        if at is not None:
            values = answer_values(answer)
            self._slots[at] = values[0] if values else None
            self._tell_all()

    def _tell_all(self) -> None:
        self.notice.show_notice("")
        values = tuple(value for value in self._slots if value is not None)
        self.tell(Answered(values) if values else Unanswered())

    @Slot()
    def _add(self) -> None:
        self._slots.append(None)
        self.show_state(self.state, self.mode)
        self.rows[-1].editor.focus_first()
        words = self.tr("Answer {number} of {count}")
        announce(self, words.format(number=len(self.rows), count=len(self.rows)))

    @Slot()
    def _remove(self) -> None:
        at = self._index_of(self.sender())
        if at is None:
            return
        self.flush()
        self._before = self.state.answer
        had_value = self._slots.pop(at) is not None
        self._slots = self._slots or [None]
        if had_value:
            self._tell_all()
            self.notice.show_notice(self.tr("One answer was removed."))
        else:
            self.show_state(self.state, self.mode)
        self.rows[min(at, len(self.rows) - 1)].editor.focus_first()

    @Slot(int)
    def _move(self, step: int) -> None:
        at = self._index_of(self.sender())
        if at is None or not 0 <= at + step < len(self._slots):
            return
        self.flush()
        slots = self._slots
        slots[at], slots[at + step] = slots[at + step], slots[at]
        self._tell_all()
        self.show_state(self.state, self.mode)
        self.rows[at + step].editor.focus_first()
        words = self.tr("Answer {number} of {count}")
        announce(self, words.format(number=at + step + 1, count=len(self.rows)))

    @Slot()
    def _bring_back(self) -> None:
        self.tell(self._before)

    def _index_of(self, row: object) -> int | None:
        return next((at for at, one in enumerate(self.rows) if one is row), None)
