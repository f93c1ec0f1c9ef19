"""The picture that a form brings with an option (SDC itemAnswerMedia)."""

from functools import lru_cache

from PySide6.QtGui import QImage

from desktop.forms.presentation import Media
from desktop.views.editors.attachment_file import picture_in

SIDE = 160
"""The longest side beside the words of an option, in pixels."""


@lru_cache(maxsize=64)
def option_picture(media: Media) -> QImage | None:
    """The picture from the form itself; None where it is no picture or only an address."""
    return picture_in(media.content_type, media.data, SIDE)
