"""The grounds that things stand on: canvas, plain, sunken, panel and their kin."""

from enum import StrEnum

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Shape


class Ground(StrEnum):
    """What a surface is; the style sheet paints it."""

    CANVAS = "canvas"
    PLAIN = "plain"
    SUNKEN = "sunken"
    PANEL = "panel"
    DESK = "desk"
    WELL = "well"
    CARD = "card"
    DANGER = "danger"
    CHOSEN = "chosen"


class Surface(QFrame):
    """A frame with a ground; high contrast draws a plain line instead of fills."""

    def __init__(self, ground: Ground, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self.setProperty("surface", ground.value)
        theme_holder().changed.connect(self._follow_contrast)
        self._follow_contrast()

    def set_ground(self, ground: Ground) -> None:
        """Become another ground."""
        self._ground = ground
        self.setProperty("surface", ground.value)
        self.style().unpolish(self)
        self.style().polish(self)

    @Slot()
    def _follow_contrast(self) -> None:
        is_boxed = self._ground not in (Ground.CANVAS, Ground.PLAIN, Ground.SUNKEN)
        if current_theme().is_high_contrast and is_boxed:
            self.setFrameShape(QFrame.Shape.Box)
        else:
            self.setFrameShape(QFrame.Shape.NoFrame)


class Rule(QFrame):
    """A 1 px divider; lying unless ``is_upright``."""

    def __init__(self, parent: QWidget | None = None, *, is_upright: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("rule", True)
        if is_upright:
            self.setMaximumWidth(Shape.EDGE)
            self.setMinimumWidth(Shape.EDGE)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setMaximumHeight(Shape.EDGE)
            self.setMinimumHeight(Shape.EDGE)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
