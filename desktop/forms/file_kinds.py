"""What kind a file is, told by its first bytes and never by its name alone."""

from collections.abc import Mapping
from types import MappingProxyType

HEAD_BYTES = 4096
"""How much of a file is needed to tell its kind."""

TEXT = "text/plain"

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"%PDF-", "application/pdf"),
    (b"{\\rtf", "application/rtf"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
)
"""Source: PNG (ISO/IEC 15948 5.2), JPEG (ITU-T T.81 B.1.1.3), GIF89a 17, TIFF 6.0 section 2,
PDF (ISO 32000-1 7.5.2), RTF 1.9, ID3v2.4 3.1, Ogg (RFC 3533 6)."""

_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
"""By the form type of a RIFF file, in bytes 8 to 11."""

_BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"mif1"), "image/heic"),
    **dict.fromkeys((b"isom", b"iso2", b"mp41", b"mp42", b"avc1"), "video/mp4"),
    b"M4A ": "audio/mp4",
    b"qt  ": "video/quicktime",
}
"""By the major brand of an ISO base media file (ISO/IEC 14496-12 4.3), in bytes 8 to 11."""

_BMP_HEADERS = (12, 40, 52, 56, 64, 108, 124)
"""The sizes that the second header of a BMP file may have; its own two letters are too few."""

BY_ENDING: Mapping[str, str] = MappingProxyType(
    {
        "png": "image/png",
        **dict.fromkeys(("jpg", "jpeg", "jpe", "jfif"), "image/jpeg"),
        "gif": "image/gif",
        "bmp": "image/bmp",
        "webp": "image/webp",
        **dict.fromkeys(("tif", "tiff"), "image/tiff"),
        **dict.fromkeys(("heic", "heif"), "image/heic"),
        "pdf": "application/pdf",
        "rtf": "application/rtf",
        "mp3": "audio/mpeg",
        **dict.fromkeys(("ogg", "oga"), "audio/ogg"),
        "wav": "audio/wav",
        "m4a": "audio/mp4",
        "mp4": "video/mp4",
        "mov": "video/quicktime",
        **dict.fromkeys(("txt", "text", "log", "md"), TEXT),
        "csv": "text/csv",
    }
)
"""What an ending says. A kind of text is told from other text by its ending alone."""

_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b")


def kind_of_content(head: bytes) -> str | None:
    """The MIME type that the first ``HEAD_BYTES`` of a file show; None when no known kind.

    Text is what is UTF-8 (or UTF-16 with its mark) without control characters; an empty file is
    no kind of file.
    """
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12])
    if head.startswith(b"BM") and int.from_bytes(head[14:18], "little") in _BMP_HEADERS:
        return "image/bmp"
    return TEXT if _is_text(head) else None


def named_kind(file_name: str) -> str | None:
    """The MIME type that the ending of a file's name says; None for an ending we do not know."""
    _, dot, ending = file_name.rpartition(".")
    return BY_ENDING.get(ending.lower()) if dot else None


def is_same_kind(by_content: str, by_name: str) -> bool:
    """Whether a name does not contradict the content: any kind of text is text."""
    return by_content == by_name or (by_content == TEXT and by_name.startswith("text/"))


def _is_text(head: bytes) -> bool:
    if not head:
        return False
    coding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    try:
        text = head.decode(coding)
    except UnicodeDecodeError as error:
        # A character may be cut in two where the head ends.
        if error.end < len(head) or len(head) < HEAD_BYTES:
            return False
        text = head[: error.start].decode(coding)
    return not any(ord(one) in _CONTROLS for one in text)
