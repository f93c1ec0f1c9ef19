"""A process of its own that backs a store up, or restores it, until it is killed.

Arguments: "backup" data folder, backup folder; or "restore" or "look", data folder, backup file. It
says each step, and "done" after each whole round.
"""

import sys
from itertools import count
from pathlib import Path

from desktop.clock import SystemClock
from desktop.storage.gate import open_gate
from desktop.storage.restore import restore_store
from desktop.storage.restore_desk import SealedRestoreDesk
from tests.support.fake_clock import CountingIds
from tests.support.store_fixture import CHEAP_KDF


def main() -> None:
    """Go on for ever."""
    acts = {"backup": back_up_for_ever, "restore": restore_for_ever, "look": look_for_ever}
    acts[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))


def back_up_for_ever(data_dir: Path, folder: Path) -> None:
    """One backup after the other."""
    gate = open_gate(data_dir, SystemClock(), CountingIds(), kdf=CHEAP_KDF)
    for _ in count():
        run = gate.backups().begin(folder)
        while not run.copy_some():
            tell("backup.step-taking", 0, 0)
        run.finish(tell)
        tell("done", 0, 0)


def restore_for_ever(data_dir: Path, backup: Path) -> None:
    """One restore after the other."""
    for _ in count():
        restore_store(backup, data_dir, SystemClock(), tell)
        tell("done", 0, 0)


def look_for_ever(data_dir: Path, backup: Path) -> None:
    """Look at it again and again."""
    for _ in count():
        SealedRestoreDesk(data_dir, SystemClock()).look(backup, tell)
        tell("done", 0, 0)


def tell(what: str, _done: int, _total: int) -> None:
    """One line per step."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
