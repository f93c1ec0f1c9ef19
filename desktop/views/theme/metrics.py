"""Sizes that grow with the text: control heights, icon sides and the layout for a width."""

from enum import StrEnum

from desktop.views.theme.tokens import (
    LAYOUT_COMPACT_FROM,
    LAYOUT_FULL_FROM,
    Height,
    IconSize,
    Space,
    Width,
)


class Layout(StrEnum):
    """How a screen is arranged for its effective width."""

    FULL = "full"
    COMPACT = "compact"
    STACKED = "stacked"


def layout_for(width_px: int, scale: float) -> Layout:
    """The layout of a window ``width_px`` wide at text ``scale`` (1.0 to 2.0)."""
    effective = width_px / scale
    if effective >= LAYOUT_FULL_FROM:
        return Layout.FULL
    return Layout.COMPACT if effective >= LAYOUT_COMPACT_FROM else Layout.STACKED


class Metrics:
    """Pixel sizes at one text scale; the arguments are line heights of 12 and 14 pt text."""

    def __init__(self, scale: float, body_px: int, row_px: int) -> None:
        self.scale = scale
        self.body_px = body_px
        self.row_px = row_px

    def _at_least(self, least: int, text_px: int) -> int:
        return max(least, text_px + Space.XL)

    @property
    def target(self) -> int:
        """Least side of anything that can be pressed: max(44, text + 24)."""
        return self._at_least(Height.TARGET, self.body_px)

    @property
    def option(self) -> int:
        """Height of an option row of one line."""
        return self._at_least(Height.OPTION, self.row_px)

    @property
    def row(self) -> int:
        """Height of a list row of one line."""
        return self._at_least(Height.ROW, self.body_px)

    @property
    def step(self) -> int:
        """Height of a step row (title and second line)."""
        return max(Height.STEP, self.row_px + self.body_px + Space.XL)

    @property
    def chip(self) -> int:
        """Height of a fact chip."""
        return max(Height.CHIP, self.body_px + Space.S)

    @property
    def badge(self) -> int:
        """Height of a count."""
        return max(Height.BADGE, self.body_px + Space.XS)

    @property
    def top_bar(self) -> int:
        """Height of the top bar."""
        return max(Height.TOP_BAR, self.target + Space.L + Space.XS)

    @property
    def room_bar(self) -> int:
        """Height of the bar that says who is in the room."""
        return max(Height.ROOM_BAR, self.target + Space.L)

    @property
    def action_bar(self) -> int:
        """Height of the bar with the screen's actions."""
        return max(Height.ACTION_BAR, self.target + Space.XL)

    @property
    def status(self) -> int:
        """Height of the status bar."""
        return max(Height.STATUS, self.body_px + Space.S)

    @property
    def icon_small(self) -> int:
        """Icon beside 12 pt text."""
        return round(IconSize.SMALL * self.scale)

    @property
    def icon_medium(self) -> int:
        """Icon of a row, a state or an option's mark."""
        return round(IconSize.MEDIUM * self.scale)

    @property
    def icon_large(self) -> int:
        """Icon of a heading or the rail."""
        return round(IconSize.LARGE * self.scale)

    def scaled(self, size: Width | Height | int) -> int:
        """A width or height of the design at this text scale."""
        return round(size * self.scale)
