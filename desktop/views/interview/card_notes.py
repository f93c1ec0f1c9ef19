"""Short notes inside a question card: comments above the answer, effects and problems below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.interview.interview_state import CommentNote
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.wrap_label import WrapLabel

Note = tuple[Icon | State, Tone, str]


class CardNotes(QWidget):
    """Lines of icon and words; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._notes: tuple[Note, ...] = ()
        self._comments: tuple[CommentNote, ...] = ()
        self._lines: list[QWidget] = []
        self.hide()

    def texts(self) -> tuple[str, ...]:
        """The words of the notes now shown."""
        return tuple(words for _, _, words in self._notes)

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        """Show these lines."""
        if notes == self._notes:
            return
        self._notes = notes
        self._drop_lines()
        for icon, tone, words in notes:
            plain = Tone.PLAIN if tone in (Tone.WARNING, Tone.ACCENT) else tone
            self._add_line(icon, tone, WrapLabel(words, self, tone=plain))
        self.setVisible(bool(notes))

    def show_comments(self, comments: tuple[CommentNote, ...]) -> None:
        """Show the reviewer's conversation about this answer."""
        if comments == self._comments:
            return
        self._comments = comments
        self._drop_lines()
        for comment in comments:
            box = QWidget(self)
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            tone = Tone.MUTED if comment.is_settled else Tone.WARNING
            head = self.tr("{name}, {when}: open")
            if comment.is_settled:
                head = self.tr("{name}, {when}: settled")
            words = head.format(name=comment.author_name, when=comment.when)
            column.addWidget(WrapLabel(words, box, style=TextStyle.BODY_STRONG, tone=tone))
            column.addWidget(WrapLabel(comment.text, box))
            self._add_line(Icon.MESSAGE, tone, box)
        self.setVisible(bool(comments))

    def _add_line(self, icon: Icon | State, tone: Tone, words: QWidget) -> None:
        line = QWidget(self)
        words.setParent(line)
        row = QHBoxLayout(line)
        row.setContentsMargins(Space.L, 0, Space.L, 0)
        row.setSpacing(Space.S)
        mark = IconLabel(icon, line, tone=tone)
        row.addWidget(mark)
        row.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self._column.addWidget(line)
        self._lines.append(line)

    def _drop_lines(self) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
