"""Chooses how this computer prints."""

import shutil
import sys
from pathlib import Path

from desktop.printing.cups import CupsPrinters
from desktop.printing.last_used import LastUsedFirst
from desktop.printing.no_printers import NoPrinters
from desktop.services.ports import Paper, Printers

_NEEDED = ("lp", "lpstat")


def system_printers(
    paper: Paper, kept_in: Path | None = None, platform: str = sys.platform
) -> Printers:
    """CUPS where its commands are installed (Linux, macOS), else the printers of Windows.

    ``paper`` makes the pictures that are painted for the latter; ``kept_in`` is the folder that
    remembers which printer was used last.
    """
    printers = _printers(paper, platform)
    return printers if kept_in is None else LastUsedFirst(printers, kept_in)


def _printers(paper: Paper, platform: str) -> Printers:
    if all(shutil.which(command) for command in _NEEDED):
        return CupsPrinters()
    if platform == "win32":
        from desktop.printing.painted import PaintedPrinters  # loads Qt's printing

        return PaintedPrinters(paper)
    return NoPrinters()
