"""The one type family, Atkinson Hyperlegible: registered from its package, sized in points."""

from pathlib import Path

import fontpkg_atkinson_hyperlegible as package
from PySide6.QtGui import QFont, QFontDatabase

from desktop.errors import BugError
from desktop.views.theme.tokens import POINTS, TextStyle

FAMILY = "Atkinson Hyperlegible"
"""Made by the Braille Institute for low vision; static files, because Qt registers only the default
weight of a variable font."""


def register_fonts() -> None:
    """Make the regular and bold files known to Qt; call once per application."""
    for face in ("Regular", "Bold"):
        path = Path(package.ROOT) / "files" / f"AtkinsonHyperlegible-{face}.ttf"
        if QFontDatabase.addApplicationFont(str(path)) == -1:
            raise BugError(f"the font file {path.name} of this installation cannot be read")


def font_for(style: TextStyle, scale: float) -> QFont:
    """The font of a text style at a text scale."""
    points, weight = POINTS[style]
    font = QFont(FAMILY)
    font.setPointSizeF(points * scale)
    font.setWeight(QFont.Weight(weight))
    return font
