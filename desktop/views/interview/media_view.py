"""A picture that a form brings beside a question, or words for what is not shown or played."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.forms.presentation import Media
from desktop.views.editors.attachment_file import picture_in
from desktop.views.editors.language_mode import LanguageMode, one_text
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.picture import Picture
from desktop.views.widgets.wrap_label import WrapLabel

SIDE = 480
"""The picture's longest side, in pixels."""


class MediaView(QWidget):
    """Never loads from an address; sound and film are named and not played."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._shown: Media | None = None
        self.picture = Picture(self, name=f"{name}-picture")
        self.words = WrapLabel("", self, tone=Tone.MUTED)
        self.words.setObjectName(f"{name}-words")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, 0, Space.L, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.picture)
        column.addWidget(self.words)

    def show_media(self, media: Media, mode: LanguageMode) -> None:
        """Show the picture with its words below, or say what it would be."""
        title = one_text(media.title, mode)
        if media != self._shown:
            self._shown = media
            self._image = picture_in(media.content_type, media.data, SIDE)
        image = self._image
        self.picture.show_image(image, title or self.tr("Picture without a description"))
        self.words.setText(title if image is not None else self._instead(media, title))
        self.words.setVisible(bool(self.words.text()))

    def _instead(self, media: Media, title: str) -> str:
        kind = media.content_type.partition("/")[0]
        name = title or self.tr("no description")
        words = {
            "image": self.tr("A picture that is not shown here: {name}"),
            "audio": self.tr("A sound recording that is not played here: {name}"),
            "video": self.tr("A film that is not played here: {name}"),
        }
        return words.get(kind, self.tr("A file that is not shown here: {name}")).format(name=name)
