"""Chooses how this computer prints."""

import shutil

from desktop.printing.cups import CupsPrinters
from desktop.printing.no_printers import NoPrinters
from desktop.services.ports import Printers

_NEEDED = ("lp", "lpstat")


def system_printers() -> Printers:
    """CUPS where its commands are installed (Linux, macOS), else no printers (Windows)."""
    if all(shutil.which(command) for command in _NEEDED):
        return CupsPrinters()
    return NoPrinters()
