"""Reads a PDF's own text and says which pieces of a packet are not on the paper."""

import re
import unicodedata
from collections.abc import Iterable

from desktop.errors import KnownError
from desktop.rendering.fonts import is_drawable

_NOT_COMPARED = re.compile(r"[\s\u0002\ufffe\u00ad-]+")
"""White space, and hyphens: pdfium reports a hyphen at a line's end as a control sign."""


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """The text of each page with white space made single, footers included."""
    return tuple(" ".join(text.split()) for text in _texts(pdf, bottom=0.0))


def missing_pieces(pieces: Iterable[str], pdf: bytes, body_bottom: float) -> tuple[str, ...]:
    """Pieces that cannot be read above ``body_bottom`` (points), in the order in which they come.

    White space and hyphens are not compared. A piece with a sign that the font cannot draw is
    missing too: its text would be read back although the paper shows an empty box.
    """
    whole = _comparable("".join(_texts(pdf, body_bottom)))
    missing: list[str] = []
    read_up_to = 0
    for piece in pieces:
        wanted = _comparable(piece)
        found = whole.find(wanted, read_up_to)
        if found < 0 or not is_drawable(piece):
            missing.append(piece)
        if found >= 0:
            read_up_to = found + len(wanted)
    return tuple(missing)


def _comparable(text: str) -> str:
    return _NOT_COMPARED.sub("", unicodedata.normalize("NFC", text))


def _texts(pdf: bytes, bottom: float) -> tuple[str, ...]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        raise KnownError("packet.pdf-not-readable") from None
    texts: list[str] = []
    with document:
        for page in document:
            text_page = page.get_textpage()
            width, height = page.get_size()
            texts.append(text_page.get_text_bounded(0.0, bottom, width, height))
            text_page.close()
            page.close()
    return tuple(texts)
