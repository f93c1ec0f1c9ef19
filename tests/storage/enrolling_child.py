"""A process of its own that enrols a workstation again and kills itself at one keyring entry.

Arguments: data folder, keyring file, the two recovery codes, and after which entry it dies: its
last word ("device-key-next" or "device-key").
"""

import os
import signal
import sys
from pathlib import Path

from desktop.services.ports import ReEnrolment
from desktop.storage.re_enrolment import re_enrol
from tests.support.fake_clock import FakeClock
from tests.support.file_keyring import FileKeyring
from tests.support.store_fixture import ADMINISTRATOR


def main() -> None:
    """Enrol, unless killed."""
    folder, file, one, other, last = sys.argv[1:6]

    def die(name: str) -> None:
        if name.rpartition("/")[2] == last:
            os.kill(os.getpid(), signal.SIGKILL)

    keyring = FileKeyring(Path(file), die)
    wanted = ReEnrolment(ADMINISTRATOR, (one, other))
    re_enrol(Path(folder), FakeClock(), wanted, keyring=lambda: keyring, allow_weak=True)


if __name__ == "__main__":
    main()
