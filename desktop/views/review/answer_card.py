"""One answer under review: flag, question in full, answer, what was done, and its comments."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.forms.answers import Attachment
from desktop.messages import sentence
from desktop.services.visit_lines import AnswerLine
from desktop.views.editors.attachment_file import picture_in
from desktop.views.review.comment_thread import CommentThread, threads_of
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import IconSize, Space, TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.evidence_hint import EvidenceHint
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.picture import Picture
from desktop.views.widgets.surface import Rule
from desktop.views.widgets.text_field import TextField
from desktop.views.widgets.wrap_label import WrapLabel

PICTURE = 480
"""Longer side of a picture under review, in pixels."""


class AnswerCard(QWidget):
    """Signals: ``comment_requested(form_id, item_key)``; ``written(form_id, item_key, text,
    reply_to)`` with "" for a new thread; ``settle_requested(comment_id)``."""

    comment_requested = Signal(str, str)
    written = Signal(str, str, str, str)
    settle_requested = Signal(str)

    def __init__(
        self,
        line: AnswerLine,
        language: str,
        parent: QWidget,
        *,
        can_comment: bool,
        is_commenting: bool,
    ) -> None:
        super().__init__(parent)
        self.line = line
        self._language = language
        self._new_text: TextField | None = None
        self.comment_button: Button | None = None
        name = f"review-{line.item_key}"
        self.new_comment_name = f"{name}-new"
        self.setObjectName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        row.setSpacing(Space.M)
        self._mark = self._new_mark()
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        row.addLayout(words, 1)
        self._fill(words)
        if can_comment:
            button = Button(
                self.tr("Comment on {number}").format(number=line.number),
                self,
                name=f"{name}-comment",
                icon=Icon.MESSAGE_PLUS,
                is_icon_only=True,
            )
            button.clicked.connect(self._ask)
            self.comment_button = button
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        for thread in threads_of(line):
            shown = CommentThread(thread, self, name=name, can_write=can_comment)
            shown.replied.connect(self._reply)
            shown.settle_requested.connect(self.settle_requested)
            words.addWidget(shown)
        if is_commenting:
            words.addWidget(self._new_comment(name))

    def focus_comment(self) -> None:
        """Put the caret into the new comment."""
        if self._new_text is not None:
            self._new_text.setFocus()

    @property
    def has_mark(self) -> bool:
        """Whether a sign says: look at this answer."""
        return self._mark.isVisibleTo(self)

    def _new_mark(self) -> IconLabel:
        line = self.line
        if line.alert_code:
            return IconLabel(State.DANGER, self, tone=Tone.DANGER, size=IconSize.MEDIUM)
        if line.is_flag or line.is_missing:
            return IconLabel(State.LOOK_HERE, self, tone=Tone.WARNING, size=IconSize.MEDIUM)
        # An open circle says "not started" elsewhere: an answer needs no sign, only its room.
        none = IconLabel(State.DONE, self, size=IconSize.MEDIUM)
        policy = none.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        none.setSizePolicy(policy)
        none.hide()
        return none

    def _fill(self, words: QVBoxLayout) -> None:
        line, language = self.line, self._language
        title = self.tr("{number} {question}").format(
            number=line.number, question=line.question.in_language(language)
        )
        words.addWidget(WrapLabel(title, self, style=TextStyle.BODY_STRONG))
        style = TextStyle.BODY if line.is_missing else TextStyle.ROW
        tone = Tone.WARNING if line.is_missing else Tone.PLAIN
        answer = WrapLabel(line.answer_text.in_language(language), self, style=style, tone=tone)
        words.addWidget(answer)
        if line.is_unchecked:
            unchecked = sentence("site-alert.unchecked", language)
            words.addWidget(WrapLabel(unchecked, self, tone=Tone.WARNING))
        if line.taken_back is not None:
            until = line.taken_back.until.astimezone().strftime("%H:%M")
            taken = sentence("alert.taken-back", language, until=until)
            words.addWidget(WrapLabel(taken, self, tone=Tone.WARNING))
        for at, file in enumerate(line.files, start=1):
            self._add_picture(words, file, f"{self.objectName()}-picture-{at}")
        if line.hand_off is not None:
            words.addWidget(WrapLabel(self._told(), self, tone=Tone.MUTED))
        if line.changed_since:
            words.addWidget(
                WrapLabel(self.tr("Changed since you last saw it"), self, tone=Tone.ACCENT)
            )

    def _add_picture(self, words: QVBoxLayout, file: Attachment, name: str) -> None:
        """What was photographed is an answer too; a file of another kind has its name alone."""
        image = picture_in(file.content_type, file.data, PICTURE)
        if image is not None:
            picture = Picture(self, name=name)
            question = self.line.question.in_language(self._language)
            said = self.tr("Picture: {name}").format(name=file.title or question)
            picture.show_image(image, said)
            words.addWidget(picture, 0, Qt.AlignmentFlag.AlignLeft)

    def _told(self) -> str:
        done = self.line.hand_off
        if done is None:
            return ""
        time = done.told_at.astimezone().strftime("%H:%M")
        how = sentence(f"told-by.{done.how.value}", self._language)
        if not done.closes:
            return self.tr("No one reached, {how} {time}").format(how=how, time=time)
        words = self.tr("Told {who}, {how} {time}").format(who=done.told, how=how, time=time)
        return f"{words}. {done.said}" if done.said else words

    def _new_comment(self, name: str) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.addWidget(Rule(box))
        self._new_text = TextField(
            box,
            name=self.new_comment_name,
            placeholder=self.tr("What should be looked at again?"),
            lines=2,
        )
        self._new_text.setAccessibleName(self.tr("Your comment"))
        keep = Button(self.tr("Add comment"), box, name=f"{name}-add", icon=Icon.MESSAGE)
        keep.clicked.connect(self._keep)
        row = QHBoxLayout()
        row.addWidget(self._new_text, 1)
        row.addWidget(keep)
        column.addLayout(row)
        column.addWidget(EvidenceHint((self._new_text,), box, name=f"{name}-new-hint"))
        return box

    @Slot()
    def _ask(self) -> None:
        self.comment_requested.emit(self.line.form_id, self.line.item_key)

    @Slot()
    def _keep(self) -> None:
        if self._new_text is not None:
            self._reply(self._new_text.value(), "")

    @Slot(str, str)
    def _reply(self, text: str, reply_to: str) -> None:
        self.written.emit(self.line.form_id, self.line.item_key, text, reply_to)
