"""Icon names (Lucide, ISC, from the python-lucide package) and their drawing in one colour."""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop.views.theme.lucide import drawing_of


class Icon(StrEnum):
    """The Lucide icons that the app uses, by Lucide's name."""

    ARROW_DOWN = "arrow-down"
    ARROW_LEFT = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    ARROW_UP = "arrow-up"
    BAN = "ban"
    BOOK = "book-open"
    CALENDAR = "calendar"
    CHART = "chart-column"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_UP = "chevron-up"
    CIRCLE = "circle"
    CIRCLE_MINUS = "circle-minus"
    CIRCLE_SLASH = "circle-slash"
    CLIPBOARD = "clipboard-list"
    CLOCK = "clock"
    COPY = "copy"
    CORNER_UP_LEFT = "corner-up-left"
    DOOR_CLOSED = "door-closed"
    DOOR_OPEN = "door-open"
    DOWNLOAD = "download"
    EAR_OFF = "ear-off"
    ERASER = "eraser"
    EYE = "eye"
    EYE_OFF = "eye-off"
    FILE_CHECK = "file-check"
    FILE_TEXT = "file-text"
    FILE_X = "file-x"
    FLASK = "flask-conical"
    HAND = "hand"
    HARD_DRIVE = "hard-drive"
    HELP = "circle-question-mark"
    HISTORY = "rotate-ccw-clock"
    IMAGE = "image"
    INFO = "info"
    KEY = "key-round"
    LANGUAGES = "languages"
    LIGHTBULB = "lightbulb"
    LIST_CHECKS = "list-checks"
    LOCK = "lock"
    MAP_PIN = "map-pin"
    MESSAGE_PLUS = "message-square-plus"
    MESSAGE = "message-square-text"
    MINUS = "minus"
    MONITOR = "monitor"
    PEN = "pen-line"
    PHONE = "phone"
    PLUS = "plus"
    PRINTER = "printer"
    REDO = "redo-2"
    REFRESH = "refresh-cw"
    SEARCH = "search"
    SHIELD_CHECK = "shield-check"
    STETHOSCOPE = "stethoscope"
    TABLET = "tablet"
    TRASH = "trash"
    TRIANGLE_ALERT = "triangle-alert"
    UNDO = "undo-2"
    USER = "user-round"
    USERS = "users"
    WIFI_OFF = "wifi-off"
    X = "x"


@cache
def svg_of(icon: Icon, color: str) -> bytes:
    """The icon's SVG with its strokes in ``color`` (``#rrggbb``)."""
    return drawing_of(icon.value).replace("currentColor", color).encode()


def draw_lucide(painter: QPainter, box: QRectF, icon: Icon, color: str) -> None:
    """Draw a Lucide icon into ``box`` (square) in ``color``."""
    drawing = QSvgRenderer()
    drawing.load(QByteArray(svg_of(icon, color)))
    drawing.render(painter, box)
