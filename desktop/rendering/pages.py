"""One page of a PDF as pixels."""

from typing import TYPE_CHECKING

from desktop.errors import BugError, KnownError
from desktop.services.ports import PageImage

if TYPE_CHECKING:
    from pypdfium2 import PdfBitmap

_POINTS_PER_INCH = 72
_NOT_OVER = 1 - 1e-9
"""pdfium's wrapper rounds up: without this 792 points at 150 dpi would be 1651 rows, not 1650."""
_WHITE = (255, 255, 255, 255)


def page_image(pdf: bytes, index: int, dpi: int) -> PageImage:
    """Page ``index`` (from 0) at ``dpi`` dots per inch, BGRA on white.

    Raises KnownError ``packet.pdf-not-readable``; a page that does not exist is a BugError.
    """
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        raise KnownError("packet.pdf-not-readable") from None
    with document:
        if not 0 <= index < len(document):
            raise BugError("a page that the packet does not have")
        page = document[index]
        bitmap = page.render(
            scale=dpi / _POINTS_PER_INCH * _NOT_OVER,
            fill_color=_WHITE,
            force_bitmap_format=raw.FPDFBitmap_BGRA,
        )
        image = PageImage(bitmap.width, bitmap.height, _rows(bitmap))
        bitmap.close()
        page.close()
    return image


def _rows(bitmap: "PdfBitmap") -> bytes:
    """The pixels without padding at the ends of rows."""
    width_bytes = bitmap.width * 4
    pixels = memoryview(bitmap.buffer).cast("B")
    if bitmap.stride == width_bytes:
        return bytes(pixels)
    starts = range(0, bitmap.stride * bitmap.height, bitmap.stride)
    return b"".join(pixels[start : start + width_bytes] for start in starts)
