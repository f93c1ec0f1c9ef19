"""Reads a file that somebody chose as an answer: kind and size are looked at before its bytes."""

import base64
from dataclasses import dataclass, field
from fnmatch import fnmatch

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QFile,
    QFileInfo,
    QIODevice,
    QMimeDatabase,
    QSize,
    Qt,
)
from PySide6.QtGui import QImage, QImageReader

from desktop.forms.answers import Attachment
from desktop.forms.form_parts import Limits

MOST_BYTES = 5 * 1024 * 1024
"""A form that sets no limit takes files up to this: the answer is sealed and kept as a whole."""
MOST_PICTURE_MB = 64
"""Memory that a picture may unpack to, in megabytes; a larger one is not shown."""
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp")


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a file was not taken: ``code`` is "size", "type" or "unreadable"."""

    code: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A file as an answer."""

    attachment: Attachment = field(repr=False)


def read_file(path: str, limits: Limits) -> Taken | Refused:
    """The file at ``path``. Nothing of it is read where its size or kind does not fit."""
    info = QFileInfo(path)
    if info.size() > most_bytes(limits):
        return Refused("size")
    by_name = QMimeDatabase().mimeTypeForFile(info, QMimeDatabase.MatchMode.MatchExtension)
    if not fits(by_name.name(), limits):
        return Refused("type")
    file = QFile(path)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return Refused("unreadable")
    data = bytes(file.read(most_bytes(limits) + 1).data())
    file.close()
    if len(data) > most_bytes(limits):
        return Refused("size")
    encoded = base64.b64encode(data).decode("ascii")
    return Taken(Attachment(by_name.name(), encoded, "", info.fileName()))


def most_bytes(limits: Limits) -> int:
    """The largest file in bytes: the form's limit, and never more than ours."""
    return min(MOST_BYTES if limits.max_size is None else limits.max_size, MOST_BYTES)


def fits(content_type: str, limits: Limits) -> bool:
    """Whether a kind of file is among those that the form takes ("image/*" takes any picture)."""
    if not limits.mime_types:
        return True
    kind = content_type.lower()
    return any(fnmatch(kind, pattern.lower()) for pattern in limits.mime_types)


def takes_pictures(limits: Limits) -> bool:
    """Whether any kind of picture fits."""
    return any(fits(kind, limits) for kind in PICTURES)


def picture_in(content_type: str, data: str, side: int) -> QImage | None:
    """The picture in ``data`` (base64), at most ``side`` pixels wide and high; None without one.

    Read from memory; only raster formats, because an SVG can name other files.
    """
    if content_type.lower() not in PICTURES:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray.fromBase64(QByteArray(data.encode("ascii", "ignore"))))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    QImageReader.setAllocationLimit(MOST_PICTURE_MB)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
