"""A file or a picture as an answer, kept inside the answer and sealed with it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop.forms.answers import Answer, Answered, Attachment, Unanswered
from desktop.forms.picture_data import CLEANED
from desktop.forms.session import ItemState
from desktop.views.editors.attachment_file import (
    PICTURES,
    Refused,
    Taken,
    fits,
    most_bytes,
    picture_in,
    takes_pictures,
)
from desktop.views.editors.editor import Editor
from desktop.views.editors.file_reading import FileReading
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button
from desktop.views.widgets.picture import Picture
from desktop.views.widgets.undo_notice import UndoNotice
from desktop.views.widgets.wrap_label import WrapLabel

THUMBNAIL = 240
"""Side of the picture shown, in pixels."""
_KILO = 1024


class OpenFileDialog(QFileDialog):
    """The system's dialog for one file to read. Its title says nothing of the question.

    Signals: ``path_chosen(str)``.
    """

    path_chosen = Signal(str)

    def __init__(self, parent: QWidget, *, name: str, kinds: tuple[str, ...]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Choose a file"))
        self.setObjectName(name)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        self.setFileMode(QFileDialog.FileMode.ExistingFile)
        if kinds:
            self.setMimeTypeFilters(list(kinds))
        self.fileSelected.connect(self.path_chosen)
        self.finished.connect(self.deleteLater)


class AttachmentEditor(Editor):
    """Two ways in (any file, a photo from a file), what was taken, and Remove.

    Signals: those of Editor.
    """

    def __init__(self, state: ItemState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._before: Answer = state.answer
        self.picture = Picture(self, name=f"{self.name}-picture")
        self.words = WrapLabel("", self, style=TextStyle.ROW)
        self.words.setObjectName(f"{self.name}-words")
        self.limits = WrapLabel("", self, tone=Tone.MUTED)
        self.problem = WrapLabel("", self, tone=Tone.DANGER)
        self.problem.setObjectName(f"{self.name}-problem")
        self.problem.hide()
        self.file = Button(self.tr("Choose a file"), self, name=self.name, icon=Icon.FILE_TEXT)
        self.photo = Button(
            self.tr("Photo from a file"), self, name=f"{self.name}-photo", icon=Icon.IMAGE
        )
        self.remove = Button(self.tr("Remove"), self, name=f"{self.name}-remove", icon=Icon.TRASH)
        self.reading = FileReading(self, name=f"{self.name}-reading")
        self.reading.found.connect(self._read)
        self.reading.running_changed.connect(self.unsaved_changed)
        self.reading.stopped.connect(self.file.setFocus)
        self.notice = UndoNotice(self, name=f"{self.name}-notice")
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for button in (self.file, self.photo, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addWidget(self.picture)
        self.column.addWidget(self.words)
        self.column.addLayout(row)
        self.column.addWidget(self.reading)
        self.column.addWidget(self.limits)
        self.column.addWidget(self.problem)
        self.column.addWidget(self.notice)
        self.file.clicked.connect(self._choose_file)
        self.photo.clicked.connect(self._choose_photo)
        self.remove.clicked.connect(self._remove)
        self.notice.undo_requested.connect(self._bring_back)

    def show_state(self, state: ItemState, mode: LanguageMode) -> None:
        """Show name, kind and size, and the picture where it is one."""
        had = self.values
        super().show_state(state, mode)
        value = self._value()
        self.words.setText(self._file_words(value) if value is not None else "")
        self.words.setVisible(value is not None)
        if value is None or self.values != had or not self.picture.accessibleName():
            self._show_picture(value)
        self.photo.setVisible(takes_pictures(state.limits))
        self.remove.setVisible(value is not None)
        self.limits.setText(self._limit_words())
        for button in (self.file, self.photo, self.remove):
            button.setAccessibleName(
                self.tr("{action}: {question}").format(
                    action=button.text(), question=self.question()
                )
            )

    def set_spoken(self, description: str) -> None:
        """What is there, the limits and what is wrong are read with the first button."""
        words = (self.words.text(), description, self.limits.text())
        self.file.setAccessibleDescription(" ".join(each for each in words if each))

    def focus_target(self) -> QWidget | None:
        """The first button."""
        return self.file

    @property
    def has_unsaved(self) -> bool:
        """A file that is still being read is not kept yet."""
        return super().has_unsaved or self.reading.is_running

    def take_path(self, path: str) -> None:
        """Read the file at ``path`` on a worker; then take it, or say why not."""
        self._refuse(None)
        self.reading.start(path, self.state.limits)

    @Slot(object)
    def _read(self, found: Taken | Refused) -> None:
        if isinstance(found, Refused):
            self._refuse(found)
        else:
            self._take(found)

    def _take(self, found: Taken) -> None:
        self.notice.show_notice("")
        self.tell(Answered((found.attachment,)))
        announce(self.file, self.words.text())

    def _refuse(self, refused: Refused | None) -> None:
        words = ""
        if refused is not None:
            words = self._refusal_words(refused)
        if words == self.problem.text():
            return
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.problem_found.emit(words)
        announce(self.file, words)

    def _refusal_words(self, refused: Refused) -> str:
        code = refused.code
        if code == "size":
            most = self._size_words(most_bytes(self.state.limits))
            return self.tr("This file is too large. At most {most}.").format(most=most)
        if code == "type":
            kinds = ", ".join(self.state.limits.mime_types)
            return self.tr("This kind of file cannot be used here. These can: {kinds}").format(
                kinds=kinds
            )
        if code == "mismatch":
            return self.tr(
                "The name of this file ends in {ending}, but its content is something else. Nothing"
                " was taken. Choose another file."
            ).format(ending=refused.ending)
        if code == "unknown":
            return self.tr(
                "What kind of file this is cannot be told. Nothing was taken. Choose a picture, a"
                " PDF or plain text."
            )
        if code == "camera":
            return self.tr(
                "A picture of this kind may say where it was taken and by whom, and that cannot be"
                " taken out. Nothing was kept. Save it as JPEG or PNG and choose that."
            )
        if code == "empty":
            return self.tr("This file is empty. Nothing was taken. Choose another one.")
        return self.tr("This file cannot be read. Choose another one.")

    def _value(self) -> Attachment | None:
        return next((one for one in self.values if isinstance(one, Attachment)), None)

    def _show_picture(self, value: Attachment | None) -> None:
        image = picture_in(value.content_type, value.data, THUMBNAIL) if value else None
        name = value.title if value is not None else ""
        words = self.tr("Picture: {name}").format(name=name or self.question())
        self.picture.show_image(image, words if image is not None else "")

    def _file_words(self, value: Attachment) -> str:
        size = self._size_words(value.size) if value.data else ""
        name = value.title or self.tr("File")
        return ", ".join(each for each in (name, value.content_type, size) if each)

    def _size_words(self, count: int) -> str:
        if count >= _KILO * _KILO:
            return self.tr("{size} MB").format(size=f"{count / _KILO / _KILO:.1f}")
        return self.tr("{size} KB").format(size=max(1, round(count / _KILO)))

    def _limit_words(self) -> str:
        limits = self.state.limits
        most = self.tr("At most {most}.").format(most=self._size_words(most_bytes(limits)))
        parts = [most, ", ".join(limits.mime_types)]
        if any(fits(kind, limits) for kind in CLEANED):
            parts.append(self.tr("Of a photo the picture is kept, not its place, device or time."))
        return " ".join(part for part in parts if part)

    @Slot()
    def _choose_file(self) -> None:
        self._open(self.state.limits.mime_types)

    @Slot()
    def _choose_photo(self) -> None:
        self._open(tuple(kind for kind in PICTURES if fits(kind, self.state.limits)))

    def _open(self, kinds: tuple[str, ...]) -> None:
        whole = tuple(kind for kind in kinds if "*" not in kind)
        dialog = OpenFileDialog(
            self, name=f"{self.name}-dialog", kinds=whole if len(whole) == len(kinds) else ()
        )
        dialog.path_chosen.connect(self.take_path)
        dialog.open()

    @Slot()
    def _remove(self) -> None:
        self.reading.cancel()
        self._before = self.state.answer
        self._refuse(None)
        self.tell(Unanswered())
        self.notice.show_notice(self.tr("The file was removed."))
        self.file.setFocus()

    @Slot()
    def _bring_back(self) -> None:
        self.tell(self._before)
        self.file.setFocus()
