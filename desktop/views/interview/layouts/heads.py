"""The heads over parts of a page: a row that can be moved, a fold, one of several answers."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.editors.editor import safe_name
from desktop.views.interview.card_notes import CardNotes
from desktop.views.interview.layouts.making import PartMaker
from desktop.views.interview.layouts.parts import AnswerHead, FoldHead, RowHead
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.wrap_label import WrapLabel


class RowBar(QWidget):
    """ "Medicine, 2 of 3", with Up, Down and Remove at the right."""

    def __init__(self, state: RowHead, maker: PartMaker, parent: QWidget) -> None:
        super().__init__(parent)
        name = safe_name(state.key)
        self.setObjectName(f"row-{name}")
        self._state = state
        self._maker = maker
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        self.label = WrapLabel("", self, style=TextStyle.ROW_STRONG)
        self.up = Button("", self, name=f"row-{name}-up", icon=Icon.ARROW_UP, is_icon_only=True)
        self.down = Button(
            "", self, name=f"row-{name}-down", icon=Icon.ARROW_DOWN, is_icon_only=True
        )
        self.remove = Button("", self, name=f"row-{name}-remove", icon=Icon.TRASH)
        line.addWidget(self.label, 1)
        for button in (self.up, self.down, self.remove):
            line.addWidget(button)
        column.addLayout(line)
        self.notes = CardNotes(self, name=f"row-{name}-notes")
        column.addWidget(self.notes)
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self.remove.clicked.connect(self._remove)
        self.show_head(state)

    @property
    def state(self) -> RowHead:
        """What it shows."""
        return self._state

    def words(self) -> str:
        """What the row is called."""
        state = self._state
        return self.tr("{title}, {number} of {count}").format(
            title=state.title, number=state.number, count=state.count
        )

    def show_head(self, state: RowHead) -> None:
        """Word it anew, open and close its buttons."""
        self._state = state
        words = self.words()
        self.label.setText(words)
        texts = (
            (self.up, self.tr("Move up"), state.can_move_up),
            (self.down, self.tr("Move down"), state.can_move_down),
            (self.remove, self.tr("Remove"), state.can_remove),
        )
        for button, text, is_open in texts:
            button.setText(text)
            button.setAccessibleName(self.tr("{act}: {row}").format(act=text, row=words))
            button.setVisible(state.count > 1 or (button is self.remove and is_open))
            button.setEnabled(is_open)
        self.up.setToolTip(self.tr("Move up (Alt+Up)"))
        self.down.setToolTip(self.tr("Move down (Alt+Down)"))
        note = ((State.LOOK_HERE, Tone.WARNING, state.problem),) if state.problem else ()
        self.notes.show_notes(note)

    def show_any(self, state: RowHead | FoldHead) -> None:
        """As ``show_head``, for whoever refreshes heads of both kinds."""
        if isinstance(state, RowHead) and state != self._state:
            self.show_head(state)

    def set_layout(self, width: int, *, is_stacked: bool) -> None:  # noqa: ARG002 - as a card
        """Only the icon of Remove when narrow."""
        self.remove.set_icon_only(is_stacked)
        self.show_head(self._state)

    @Slot()
    def _up(self) -> None:
        self._maker.row_moved.emit(self._state.key, -1)

    @Slot()
    def _down(self) -> None:
        self._maker.row_moved.emit(self._state.key, 1)

    @Slot()
    def _remove(self) -> None:
        self._maker.row_unwanted.emit(self._state.key)


class FoldBar(QWidget):
    """The head of a group that folds: a button with its title, and how far the group is."""

    def __init__(self, state: FoldHead, maker: PartMaker, parent: QWidget) -> None:
        super().__init__(parent)
        name = safe_name(state.key)
        self.setObjectName(f"fold-bar-{name}")
        self._state = state
        self._maker = maker
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.M)
        self.label = WrapLabel("", self, style=TextStyle.ROW_STRONG)
        self.count_label = WrapLabel("", self, tone=Tone.MUTED)
        self.button = Button("", self, name=f"fold-{name}")
        line.addWidget(self.label, 1)
        line.addWidget(self.count_label)
        line.addWidget(self.button)
        self.button.clicked.connect(self._pressed)
        self.show_head(state)

    @property
    def state(self) -> FoldHead:
        """What it shows."""
        return self._state

    def words(self) -> str:
        """What the group is called."""
        return self._state.title

    def show_head(self, state: FoldHead) -> None:
        """Word it anew."""
        self._state = state
        self.label.setText(state.title)
        count = self.tr("{answered} of {total} answered").format(
            answered=state.answered, total=state.total
        )
        if state.wants:
            count = self.tr("{count}, something is open").format(count=count)
        self.count_label.setText(count if state.total else "")
        act = self.tr("Fold") if state.is_open else self.tr("Open")
        self.button.setText(act)
        self.button.set_icon(Icon.CHEVRON_DOWN if state.is_open else Icon.CHEVRON_RIGHT)
        self.button.setAccessibleName(self.tr("{act}: {row}").format(act=act, row=state.title))
        self.button.setAccessibleDescription(count)

    def show_any(self, state: RowHead | FoldHead) -> None:
        """As ``show_head``, for whoever refreshes heads of both kinds."""
        if isinstance(state, FoldHead) and state != self._state:
            self.show_head(state)

    def set_layout(self, width: int, *, is_stacked: bool) -> None:
        """Nothing to fold."""

    @Slot()
    def _pressed(self) -> None:
        self._maker.fold_toggled.emit(self._state.key, not self._state.is_open)


class AnswerLabel(WrapLabel):
    """Which of several answers the questions below belong to."""

    def __init__(self, state: AnswerHead, parent: QWidget) -> None:
        super().__init__(state.title, parent, style=TextStyle.BODY_STRONG, tone=Tone.MUTED)

    def words(self) -> str:
        """The answer."""
        return self.text()

    def show_head(self, state: AnswerHead) -> None:
        """Word it anew."""
        self.setText(state.title)

    def set_layout(self, width: int, *, is_stacked: bool) -> None:
        """Nothing to fold."""
