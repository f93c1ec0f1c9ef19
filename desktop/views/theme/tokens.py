"""The only colour and size literals of the app, each with what it is for."""

from enum import IntEnum, StrEnum
from typing import NamedTuple


class Tokens(NamedTuple):
    """Colours as ``#rrggbb``; text pairs reach 4.5:1 and edges 3:1 (WCAG 2.2, 1.4.3 and 1.4.11)."""

    canvas: str
    """Window background."""
    surface: str
    """Panels, fields, top bar, action bar."""
    sunken: str
    """Rail, wells, table heads, the desk under a page preview."""
    hover: str
    """A row or button under the pointer."""
    text: str
    """Words and answers."""
    text_muted: str
    """Second lines, hints, units."""
    line: str
    """Dividers and panel edges; decorative, so it needs no contrast."""
    border: str
    """The edge of anything that can be pressed or typed in."""
    accent: str
    """Primary button, selection, links, in progress."""
    accent_soft: str
    """A chosen row or option."""
    on_accent: str
    """Text and icons on ``accent``."""
    focus: str
    """The focus ring."""
    danger: str
    """Danger now, a refused save, delete."""
    danger_soft: str
    """Fill behind ``danger``."""
    warning: str
    """Past a target, stale, returned."""
    warning_soft: str
    """Fill behind ``warning``."""
    success: str
    """Done, saved, signed."""
    success_soft: str
    """Fill behind ``success``."""
    private: str
    """A sensitive section, private now, the demo mark."""
    private_soft: str
    """Fill behind ``private``."""
    paper: str
    """Page previews and the signature pad: light in every theme."""
    ink: str
    """Words and strokes on ``paper``."""
    ink_muted: str
    """Second lines and the base line on ``paper``."""
    sky: str
    """Picture: sky. Decorative like the four below."""
    dawn: str
    """Picture: sun, and the half disc of the mark."""
    ridge_far: str
    """Picture: the ridge farthest away."""
    ridge_mid: str
    """Picture: the ridge between."""
    ridge_near: str
    """Picture: the ridge in front."""


LIGHT = Tokens(
    canvas="#f6f8fa",
    surface="#ffffff",
    sunken="#ebf0f4",
    hover="#eff3f6",
    text="#17212b",
    text_muted="#4a5866",
    line="#d3dbe2",
    border="#7b8a99",
    accent="#0b5c8a",
    accent_soft="#e1eff7",
    on_accent="#ffffff",
    focus="#17212b",
    danger="#a1161f",
    danger_soft="#fbeceb",
    warning="#774800",
    warning_soft="#fbf0da",
    success="#1a653b",
    success_soft="#e3f2e9",
    private="#5a3a8e",
    private_soft="#f2edfa",
    paper="#ffffff",
    ink="#17212b",
    ink_muted="#4a5866",
    sky="#e4eff6",
    dawn="#f3c987",
    ridge_far="#bdd8e7",
    ridge_mid="#86b5d0",
    ridge_near="#3a7fa6",
)
DARK = Tokens(
    canvas="#161b21",
    surface="#1f262e",
    sunken="#11151a",
    hover="#28313b",
    text="#eef3f7",
    text_muted="#b3c0cc",
    line="#36424e",
    border="#76879a",
    accent="#7cc4f0",
    accent_soft="#1d394b",
    on_accent="#0e1f2b",
    focus="#ffffff",
    danger="#ff9a9e",
    danger_soft="#43252a",
    warning="#f3c46f",
    warning_soft="#3a2f1a",
    success="#83d3a3",
    success_soft="#1c382a",
    private="#cbb5f6",
    private_soft="#312a45",
    paper="#ffffff",
    ink="#17212b",
    ink_muted="#4a5866",
    sky="#1a2530",
    dawn="#c99a55",
    ridge_far="#24394a",
    ridge_mid="#2b4a60",
    ridge_near="#1b3242",
)


class Tone(StrEnum):
    """What a chip, badge, word or bar says by its colour, beside icon and words."""

    PLAIN = "plain"
    MUTED = "muted"
    ACCENT = "accent"
    DANGER = "danger"
    WARNING = "warning"
    SUCCESS = "success"
    PRIVATE = "private"


class TextStyle(StrEnum):
    """The type scale; sizes are points at 100 % text."""

    BODY = "body"
    BODY_STRONG = "body_strong"
    ROW = "row"
    ROW_STRONG = "row_strong"
    TITLE = "title"
    TITLE_PLAIN = "title_plain"
    DISPLAY = "display"
    WORDMARK = "wordmark"
    CLOCK = "clock"


POINTS = {
    TextStyle.BODY: (12, 400),  # controls, second lines, hints
    TextStyle.BODY_STRONG: (12, 700),  # buttons, labels, list titles
    TextStyle.ROW: (14, 400),  # options and whatever the patient is asked or told
    TextStyle.ROW_STRONG: (14, 700),  # questions, row and panel titles
    TextStyle.TITLE: (18, 700),  # page and person titles
    TextStyle.TITLE_PLAIN: (18, 400),  # the second language of a page title
    TextStyle.DISPLAY: (24, 700),  # sign-in
    TextStyle.WORDMARK: (32, 700),  # the wordmark
    TextStyle.CLOCK: (48, 700),  # the cover clock
}
"""Point size and weight of each text style."""


class Space(IntEnum):
    """The 4 px grid, in pixels; it does not grow with the text."""

    NONE = 0
    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24


class Shape(IntEnum):
    """Edges, corners and rings, in pixels."""

    EDGE = 1
    EDGE_CHOSEN = 2
    BAR = 4
    RADIUS = 6
    RADIUS_PANEL = 8
    RING = 2
    RING_GAP = 2
    RING_RADIUS = 10


class IconSize(IntEnum):
    """Icon sides in pixels at 100 % text."""

    SMALL = 20
    MEDIUM = 24
    LARGE = 28


class Height(IntEnum):
    """Least heights in pixels at 100 % text."""

    TARGET = 44
    ROW_PAD = 10
    OPTION = 48
    ROW = 52
    STEP = 72
    CHIP = 28
    BADGE = 24
    TOP_BAR = 64
    ROOM_BAR = 60
    ACTION_BAR = 68
    STATUS = 32
    METER = 6
    TICK = 12


class Width(IntEnum):
    """Column and measure widths in pixels at 100 % text."""

    RAIL = 88
    RAIL_COMPACT = 72
    PRIMARY_LEAST = 160
    FIELD_LEAST = 96
    PICTURE = 210
    QUESTION_MOST = 760
    SIDE_MOST = 480


DEBOUNCE_MS = 800
"""A typed answer counts as given after this quiet, in milliseconds."""
BUSY_AFTER_MS = 400
"""Work that lasts longer shows progress."""

MEASURE_CHARACTERS = 72
"""The longest line of long text, in average characters."""
LINE_FACTOR_LONG = 1.4
"""Line height of long text as a multiple of the font size."""
SCALE_LEAST = 1.0
SCALE_MOST = 2.0
PATIENT_SCALE = 1.75
"""Text scale of the patient-facing mode, at least."""
LAYOUT_FULL_FROM = 1240
"""Effective width (window width / text scale) from which all columns stand side by side."""
LAYOUT_COMPACT_FROM = 720
"""Effective width from which one column with an icon rail is used; below it languages stack."""
