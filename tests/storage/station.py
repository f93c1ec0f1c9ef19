"""A workstation with a keyring, whose file can be copied and put back."""

import shutil
from pathlib import Path

from desktop.services.ports import NewStaff, RollbackAlarm, StoreGate
from desktop.storage.gate import open_gate
from tests.storage.cases import new_case
from tests.support.fake_clock import CountingIds, FakeClock
from tests.support.fake_keyring import FakeKeyring
from tests.support.store_fixture import (
    CHEAP_KDF,
    SPECIALIST,
    STAFF,
    enrol_all,
    password_of,
    wanted_set_up,
)


class Station:
    """One data folder and one keyring; ``restart`` is another start of the app."""

    def __init__(self, folder: Path, staff: tuple[NewStaff, ...] = STAFF) -> None:
        self.folder = folder
        self.keyring = FakeKeyring()
        self.clock, self.ids = FakeClock(), CountingIds()
        self.gate = self._gate()
        shown = self.gate.set_up(wanted_set_up(staff, passphrase=None))
        enrol_all(self.gate, shown.enrolment_codes)

    def restart(self) -> None:
        """Close the file and open it again."""
        self.gate.close()
        self.gate = self._gate()
        self.gate.condition()

    def keep_copy(self) -> Path:
        """The file as it is now, beside the folder."""
        self.gate.close()
        copy = self.folder.with_name("older.db")
        shutil.copy(self.folder / "store.db", copy)
        self.restart()
        return copy

    def put_back(self, copy: Path) -> None:
        """Put a copy in the place of the file."""
        self.gate.close()
        shutil.copy(copy, self.folder / "store.db")
        self.restart()

    def work_a_little(self) -> None:
        """A specialist adds a case and signs out."""
        session = self.gate.sign_in(SPECIALIST, password_of(SPECIALIST))
        new_case(session, self.ids.new_id())
        session.close()

    def alarm(self) -> RollbackAlarm | None:
        """What a specialist is told."""
        session = self.gate.sign_in(SPECIALIST, password_of(SPECIALIST))
        found = session.rollback.alarm()
        session.close()
        return found

    def _gate(self) -> StoreGate:
        return open_gate(
            self.folder, self.clock, self.ids, kdf=CHEAP_KDF, keyring=lambda: self.keyring
        )
