"""The sections of a form: state icon, name, n of m; private ones that are closed show the lock."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList


@dataclass(frozen=True, slots=True)
class SectionItem:
    """One section; ``is_private_closed`` shows the door instead of the state.

    ``mark`` stands below the name.
    """

    key: str
    text: str
    state: State
    answered: int
    total: int
    is_private_closed: bool = False
    mark: str = ""


class SectionList(RowList):
    """A ``RowList`` of sections: one press opens. Signals as in RowList (``opened(key)``)."""

    def __init__(self, title: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(title, parent, name=name, opens_on_press=True, is_bare=True)

    def show_sections(self, sections: Sequence[SectionItem], current: str) -> None:
        """Show the sections with ``current`` chosen."""
        self.show_rows([self._row_of(section) for section in sections])
        self.set_chosen(current)

    def _row_of(self, section: SectionItem) -> RowItem:
        words = self.tr("{answered} of {total}")
        count = words.format(answered=section.answered, total=section.total)
        if not section.total:
            count = ""  # a page of words alone
        state = (
            self.tr("closed until it is private")
            if section.is_private_closed
            else (self._state_words(section.state))
        )
        return RowItem(
            key=section.key,
            title=section.text,
            second=section.mark,
            icon=Icon.DOOR_CLOSED if section.is_private_closed else section.state,
            icon_tone=Tone.PRIVATE,
            right=count,
            is_quiet=True,
            spoken=", ".join(filter(None, (section.text, section.mark, state, count))),
        )

    def _state_words(self, state: State) -> str:
        return {
            State.DONE: self.tr("done"),
            State.IN_PROGRESS: self.tr("in progress"),
            State.NOT_STARTED: self.tr("not started"),
            State.PLANNED: self.tr("planned"),
            State.WAITING: self.tr("waiting"),
            State.SAID_NO: self.tr("said no"),
            State.LATER: self.tr("later"),
            State.LOCKED: self.tr("locked"),
            State.LOOK_HERE: self.tr("look here"),
            State.DANGER: self.tr("alert open"),
        }[state]
