"""The one font family on paper, embedded: Atkinson Hyperlegible, made for low vision."""

from functools import cache
from pathlib import Path

REGULAR = "AtkinsonHyperlegible"
BOLD = "AtkinsonHyperlegible-Bold"

_FILES = {REGULAR: "AtkinsonHyperlegible-Regular.ttf", BOLD: "AtkinsonHyperlegible-Bold.ttf"}


def font_dir() -> Path:
    """The folder of the static font files (package fontpkg-atkinson-hyperlegible, SIL OFL 1.1)."""
    from fontpkg_atkinson_hyperlegible import ROOT

    return Path(ROOT) / "files"


def register_fonts() -> None:
    """Make both weights known to reportlab; again is harmless and cheap."""
    from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    known = set(getRegisteredFontNames())
    for name, file in _FILES.items():
        if name not in known:
            registerFont(TTFont(name, str(font_dir() / file)))


@cache
def drawable_signs() -> frozenset[int]:
    """Code points that both weights can draw; others would print as empty boxes."""
    from reportlab.pdfbase.ttfonts import TTFont

    fonts = (TTFont(name, str(font_dir() / file)) for name, file in _FILES.items())
    return frozenset.intersection(*(frozenset(font.face.charToGlyph) for font in fonts))


def is_drawable(text: str) -> bool:
    """True when every sign of ``text`` but white space has a shape in the font."""
    return all(sign.isspace() or ord(sign) in drawable_signs() for sign in text)
