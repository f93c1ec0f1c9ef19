"""Whether a window can open: asked before Qt, which ends the process where none can."""

import sys
from collections.abc import Mapping

from desktop.errors import KnownError

_NEEDS_A_SERVER = frozenset({"", "xcb", "wayland"})
"""Values of QT_QPA_PLATFORM that open windows on a display server; "" lets Qt choose."""


def require_display(environment: Mapping[str, str]) -> None:
    """KnownError ``cli.no-display`` on Linux when no display server can be reached.

    Reads ``DISPLAY``, ``WAYLAND_DISPLAY`` and ``QT_QPA_PLATFORM`` as Qt does.
    """
    if sys.platform != "linux":
        return
    asked = environment.get("QT_QPA_PLATFORM", "").split(";")
    ways = {way.partition(":")[0] for way in asked}
    if not ways <= _NEEDS_A_SERVER:
        return
    if environment.get("WAYLAND_DISPLAY") and ways != {"xcb"}:
        return
    display = environment.get("DISPLAY", "")
    if ways == {"wayland"} or not display or not _answers(display):
        raise KnownError("cli.no-display")


def _answers(display: str) -> bool:
    """Whether an X server takes a connection (xcb_connect(3), which also reads XAUTHORITY)."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt brings what it needs, or says what is missing
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    has_failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not has_failed
