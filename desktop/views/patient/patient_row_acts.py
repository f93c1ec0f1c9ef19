"""Rows of repeating groups, added and taken out by the person; the last one can be brought back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from desktop.forms.session import Change, ItemKey
from desktop.messages import sentence
from desktop.views.interview.interview import Interview
from desktop.views.patient.patient_rows import row_words
from desktop.views.patient.patient_steps import questions_of
from desktop.views.patient.patient_view import PatientView
from desktop.views.patient.row_reader import RowReader


class PatientRowActs(QObject):
    """``keep`` journals a change. Signals: ``step_wanted(name)`` the question to go on with."""

    step_wanted = Signal(str)

    def __init__(
        self,
        view: PatientView,
        interview: Interview,
        reader: RowReader,
        keep: Callable[[Change], None],
        *,
        is_plan: bool,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._interview = interview
        self._reader = reader
        self._keep = keep
        self._is_plan = is_plan
        self._removed: Change | None = None
        view.row_wanted.connect(self._add)
        view.row_unwanted.connect(self._remove)
        view.undo_requested.connect(self._bring_back)
        view.answered.connect(self._forget)

    @Slot(str)
    def _add(self, list_key: str) -> None:
        self._view.flush()
        self._forget()
        session = self._interview.session
        self._keep(session.add_row(ItemKey(list_key)))
        self._go_into(session.rows(ItemKey(list_key))[-1].key)

    @Slot(str)
    def _remove(self, key: str) -> None:
        self._view.flush()
        session = self._interview.session
        row = session.state(ItemKey(key)).row
        if row is None or not row.can_remove:
            return
        language = self._interview.mode.first
        words = row_words(self._reader.head(row.key), language)
        self._removed = session.remove_row(row.key)
        self._keep(self._removed)
        left = session.rows(row.list_key)
        self._go_into(left[min(row.number, len(left)) - 1].key)
        said = sentence("patient.row-removed", language, row=words)
        self._view.page.notice.show_notice(said)

    @Slot()
    def _bring_back(self) -> None:
        """Nothing was changed since it went: the notice goes with the next answer."""
        removed, self._removed = self._removed, None
        change = self._interview.session.undo() if removed is not None else None
        if change is None:
            return
        self._keep(change)
        place = self._interview.place_of(change)
        if place is not None:
            self.step_wanted.emit(place)

    @Slot()
    def _forget(self) -> None:
        self._removed = None
        self._view.page.notice.show_notice("")

    def _go_into(self, row: ItemKey) -> None:
        asked = questions_of(self._interview, is_plan=self._is_plan)
        first = self._reader.first_in(row, asked)
        if first is not None:
            self.step_wanted.emit(first)
