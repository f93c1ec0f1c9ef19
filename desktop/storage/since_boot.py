"""When something was, by the clock that runs since the computer started: across starts of the app.

The wall clock can be set by whoever holds the account; how long the computer has been running can
not, and a start of the computer has an id of its own (proc_sys_kernel(5), random/boot_id).
"""

from pathlib import Path

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
TIME_NAMESPACE = Path("/proc/self/timens_offsets")
"""Where a process sees that somebody shifted its clocks (time_namespaces(7))."""
_MARK = "#"


def this_boot(boot_id: Path = BOOT_ID, offsets: Path = TIME_NAMESPACE) -> str:
    """The id of this start of the computer; "" where there is none, or its clock was shifted."""
    try:
        found = boot_id.read_text("ascii").strip()
        shifted = offsets.read_text("ascii") if offsets.exists() else ""
    except (OSError, UnicodeDecodeError):
        return ""
    numbers = [number for line in shifted.splitlines() for number in line.split()[1:]]
    return found if all(number == "0" for number in numbers) else ""


def noted(boot: str, at_s: float) -> str:
    """A moment of this start, as text; "" where the start has no id."""
    return f"{boot}{_MARK}{int(at_s * 1000)}" if boot else ""


def seconds_at(text: str, boot: str, now_s: float) -> float | None:
    """The moment that :func:`noted` wrote; None unless it is a past one of this very start."""
    wrote, mark, ms = text.partition(_MARK)
    if not (boot and mark and wrote == boot and ms.isascii() and ms.isdigit()):
        return None
    at_s = int(ms) / 1000
    return at_s if at_s <= now_s else None
