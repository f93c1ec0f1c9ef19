"""Whether a file is closed to the other accounts of its computer."""

import stat
import sys
from pathlib import Path


def is_for_its_owner_only(path: Path) -> bool:
    """Whether its mode is 0600. Windows has no modes: there a file has the rights of its folder."""
    mode = stat.S_IMODE(path.stat().st_mode)
    return sys.platform == "win32" or mode == 0o600
