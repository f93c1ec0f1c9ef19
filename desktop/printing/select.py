"""Chooses how this computer prints."""

import shutil
from pathlib import Path

from desktop.printing.cups import CupsPrinters
from desktop.printing.last_used import LastUsedFirst
from desktop.printing.no_printers import NoPrinters
from desktop.services.ports import Printers

_NEEDED = ("lp", "lpstat")


def system_printers(kept_in: Path | None = None) -> Printers:
    """CUPS where its commands are installed (Linux, macOS), else no printers (Windows).

    ``kept_in`` is the folder that remembers which printer was used last.
    """
    if not all(shutil.which(command) for command in _NEEDED):
        return NoPrinters()
    return CupsPrinters() if kept_in is None else LastUsedFirst(CupsPrinters(), kept_in)
