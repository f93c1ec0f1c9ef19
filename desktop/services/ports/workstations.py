"""Another workstation of the same hospital: made from a backup of the first."""

from dataclasses import dataclass, field
from pathlib import Path

from desktop.records.hand_over import Workstation
from desktop.services.ports.staff_desk import RecoveryCodes


@dataclass(frozen=True, slots=True, kw_only=True)
class AnotherWorkstation:
    """What is asked where one is set up: a backup, two recovery codes, a name of its own."""

    backup: Path
    name: str
    codes: RecoveryCodes = field(repr=False)
    passphrase: str | None = field(default=None, repr=False)
    """None: the keyring of the system."""


@dataclass(frozen=True, slots=True)
class MadeWorkstation:
    """``card`` is the file that the other workstations read to know this one."""

    workstation: Workstation
    card: bytes = field(repr=False)
