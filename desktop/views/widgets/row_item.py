"""What a list row shows: frozen data, so that a list can be rebuilt from state at any time."""

from dataclasses import dataclass

from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Tone


@dataclass(frozen=True, slots=True)
class ChipFact:
    """A chip inside a row."""

    text: str
    tone: Tone = Tone.PLAIN
    icon: Icon | State | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A thin bar: ``part`` filled of 0.0 to 1.0, a mark at ``target`` (the site's limit)."""

    part: float
    target: float | None = None
    tone: Tone = Tone.ACCENT


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of a row besides its title; ``note`` stands at the right of the first line."""

    text: str = ""
    second: str = ""
    tone: Tone = Tone.PLAIN
    is_strong: bool = False
    second_tone: Tone = Tone.MUTED
    is_second_strong: bool = False
    note: str = ""
    note_tone: Tone = Tone.WARNING
    bar: Bar | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column head and its share of the width."""

    title: str
    stretch: int = 1


@dataclass(frozen=True, slots=True)
class RowItem:
    """One row. ``key`` names it; ``spoken`` replaces what a screen reader would be told.

    ``is_checked`` not None draws a check box instead of the icon; ``is_large`` is a step row;
    ``is_quiet`` has a plain title that turns bold and accent when chosen (section lists);
    ``is_muted`` is somebody else's; ``is_closed`` cannot be pressed.
    """

    key: str
    title: str
    second: str = ""
    icon: Icon | State | None = None
    icon_tone: Tone = Tone.MUTED
    second_tone: Tone = Tone.MUTED
    right: str = ""
    right_tone: Tone = Tone.MUTED
    is_right_strong: bool = False
    chip: ChipFact | None = None
    chips: tuple[ChipFact, ...] = ()
    cells: tuple[Cell, ...] = ()
    has_chevron: bool = False
    is_large: bool = False
    is_quiet: bool = False
    is_muted: bool = False
    is_closed: bool = False
    is_checked: bool | None = None
    spoken: str = ""

    def words(self) -> str:
        """All of the row in one line, for screen readers."""
        if self.spoken:
            return self.spoken
        parts = [self.title, self.second, self.right, self.chip.text if self.chip else ""]
        parts += [chip.text for chip in self.chips]
        for cell in self.cells:
            parts += [cell.text, cell.note, cell.second]
        return ", ".join(part for part in parts if part)
