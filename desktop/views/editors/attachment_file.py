"""Reads a file that somebody chose as an answer: size and kind are looked at before its bytes.

Reading runs on a worker: a slow share must hold up neither the screen nor the saving of answers.
"""

import base64
import stat
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from desktop.background.progress import Progress, Step
from desktop.forms.answers import Attachment
from desktop.forms.file_kinds import HEAD_BYTES, is_same_kind, kind_of_content, named_kind
from desktop.forms.form_parts import Limits
from desktop.forms.picture_data import NOT_CLEANED, without_camera_data

MOST_BYTES = 5 * 1024 * 1024
"""A form that sets no limit takes files up to this: the answer is sealed and kept as a whole."""
SLICE = 256 * 1024
"""Bytes read between two looks at whether it was cancelled."""
MOST_PICTURE_MB = 64
"""Memory that a picture may unpack to, in megabytes; a larger one is not shown."""
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp")


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a file was not taken. ``code`` is "size", "empty", "type" (not among those of the
    form), "unknown" (no kind we know), "mismatch" (its name ends in ``ending``, which its content
    is not), "camera" (a kind in which cameras write what is not taken out) or "unreadable"."""

    code: str
    ending: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file as an answer."""

    attachment: Attachment = field(repr=False)


def read_file(path: str, limits: Limits, progress: Progress) -> Taken | Refused:
    """The file at ``path``, byte for byte as it is; photos without what their camera wrote.

    Nothing of it is read where its size does not fit, and no more than its first bytes where its
    kind does not. Raises WorkCancelled when asked to stop.
    """
    try:
        return _read(Path(path), limits, progress)
    except OSError:
        return Refused("unreadable")


def _read(path: Path, limits: Limits, progress: Progress) -> Taken | Refused:
    progress.check()
    known, most = path.stat(), most_bytes(limits)
    if not stat.S_ISREG(known.st_mode):
        return Refused("unreadable")
    if known.st_size > most:
        return Refused("size")
    with path.open("rb") as file:
        data = bytearray(file.read(HEAD_BYTES))
        kind = _kind(path.name, bytes(data), limits)
        if isinstance(kind, Refused):
            return kind
        while more := file.read(SLICE):
            data += more
            if len(data) > most:  # it grew, or its size is not what the system says
                return Refused("size")
            progress.report(Step(len(data), known.st_size))
    kept = without_camera_data(kind, bytes(data))
    return Taken(Attachment(kind, base64.b64encode(kept).decode("ascii"), "", path.name))


def _kind(name: str, head: bytes, limits: Limits) -> str | Refused:
    """The kind that the content shows; the name may only say which kind of text it is."""
    if not head:
        return Refused("empty")
    by_content, by_name = kind_of_content(head), named_kind(name)
    if by_name is None and by_content is None:
        return Refused("unknown")
    if by_content is None or (by_name is not None and not is_same_kind(by_content, by_name)):
        return Refused("mismatch", Path(name).suffix.lower())
    kind = by_name or by_content
    if not fits(kind, limits):
        return Refused("type")
    return Refused("camera") if kind in NOT_CLEANED else kind


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
