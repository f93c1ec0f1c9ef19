"""Whether a CUPS server keeps printed files on its disk, as far as its settings can be read."""

import re
from pathlib import Path

SERVER_SETTINGS = Path("/etc/cups/cupsd.conf")

_DIRECTIVE = re.compile(r"^\s*PreserveJobFiles\s+(\S+)", re.IGNORECASE | re.MULTILINE)
_NEVER = frozenset({"no", "off", "false", "0"})


def keeps_job_files(settings: Path = SERVER_SETTINGS) -> bool:
    """True unless the settings say ``PreserveJobFiles No``.

    The default of CUPS 2 keeps files for a day (cupsd.conf(5)), and settings that cannot be read
    may say anything: both count as keeping. The last of several lines is the one in force.
    """
    try:
        text = settings.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return True
    said = _DIRECTIVE.findall(text)
    return not said or said[-1].lower() not in _NEVER
