"""Rows of repeating groups added, removed and moved; folds and tabs opened."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot

from desktop.forms.instances import Instance
from desktop.forms.session import Change, ItemKey
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_screen import InterviewScreen
from desktop.views.interview.interview_view import InterviewView
from desktop.views.interview.moving import Moving
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.announce import announce

_UNDO = "undo"


class RowActs(QObject):
    """``apply`` journals a change and draws it; the focus follows the row that was changed."""

    def __init__(
        self,
        view: InterviewView,
        interview: Interview,
        screen: InterviewScreen,
        moving: Moving,
        apply: Callable[[Change], None],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._interview = interview
        self._screen = screen
        self._moving = moving
        self._apply = apply
        maker = view.page.parts_maker
        maker.row_wanted.connect(self._add)
        maker.row_unwanted.connect(self._remove)
        maker.row_moved.connect(self._move)
        maker.fold_toggled.connect(self._fold)
        maker.tab_chosen.connect(self._choose_tab)
        maker.redraw_wanted.connect(self._redraw, Qt.ConnectionType.QueuedConnection)
        view.note.action_requested.connect(self._undo)

    @Slot(str)
    def _add(self, list_key: str) -> None:
        self._view.flush()
        session = self._interview.session
        self._apply(session.add_row(ItemKey(list_key)))
        row = session.rows(ItemKey(list_key))[-1]
        announce(
            self._view,
            self.tr("Added: {title}, {number} of {count}").format(
                title=self._title(row.key), number=row.number, count=row.count
            ),
        )
        self._go_into(row.key)

    @Slot(str)
    def _remove(self, key: str) -> None:
        self._view.flush()
        session = self._interview.session
        row = session.state(ItemKey(key)).row
        if row is None:
            return
        title = self.tr("{title}, {number} of {count}").format(
            title=self._title(row.key), number=row.number, count=row.count
        )
        self._apply(session.remove_row(row.key))
        left = session.rows(row.list_key)
        self._view.note.show_message(
            Tone.ACCENT,
            self.tr("Removed: {row}. Its answers are kept until you complete.").format(row=title),
            actions=((_UNDO, self.tr("Undo")),),
        )
        self._go_into(left[min(row.number, len(left)) - 1].key)

    @Slot(str, int)
    def _move(self, key: str, places: int) -> None:
        self._view.flush()
        session = self._interview.session
        self._apply(session.move_row(ItemKey(key), places))
        row = session.state(ItemKey(key)).row
        if row is not None:
            announce(
                self._view,
                self.tr("Moved: now {number} of {count}").format(
                    number=row.number, count=row.count
                ),
            )

    @Slot(str, bool)
    def _fold(self, key: str, is_open: bool) -> None:
        self._view.flush()
        self._interview.place.set_open(ItemKey(key), is_open=is_open)
        self._screen.draw_page()

    @Slot(str, str)
    def _choose_tab(self, container: str, tab: str) -> None:
        self._view.flush()
        self._interview.place.choose_tab(ItemKey(container), ItemKey(tab))
        self._screen.draw_page()

    @Slot()
    def _redraw(self) -> None:
        self._view.flush()
        self._screen.draw_page()

    @Slot(str)
    def _undo(self, act: str) -> None:
        if act == _UNDO:
            self._view.action_bar.undo.click()

    def _title(self, key: ItemKey) -> str:
        return self._screen.title(key)

    def _go_into(self, row: ItemKey) -> None:
        """The first question of a row that takes an answer."""
        session = self._interview.session
        first = first_question(session.tree.by_key[row], self._interview.questions())
        if first is not None:
            self._moving.go_to(first)


def first_question(instance: Instance, questions: tuple[ItemKey, ...]) -> ItemKey | None:
    """The first of ``questions`` that stands in an item."""
    below = {one.key for one in instance.with_descendants()}
    return next((key for key in questions if key in below), None)
