"""A real sealed store in a temporary folder, cheap passwords, everybody enrolled."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop.records.roles import Role
from desktop.services.ports import NewStaff, Session, SetUp, SetUpResult, StoreGate
from desktop.storage.crypto.password_kdf import KdfCost
from desktop.storage.gate import open_gate
from tests.support.fake_clock import CountingIds, FakeClock

CHEAP_KDF = KdfCost(memory_kib=32, iterations=1, lanes=1)
PASSPHRASE = "lantern-orbit-7-walrus-thimble"
PIN = "482917"
ADMINISTRATOR, SPECIALIST, SECOND_SPECIALIST = "ada", "sol", "sky"
MANAGER, DESK, OFFICER = "max", "dot", "orla"
STAFF = (
    NewStaff(ADMINISTRATOR, "Ada Example", Role.ADMINISTRATOR),
    NewStaff(SPECIALIST, "Sol Example", Role.SPECIALIST),
    NewStaff(SECOND_SPECIALIST, "Sky Example", Role.SPECIALIST),
    NewStaff(MANAGER, "Max Example", Role.NURSE_MANAGER),
    NewStaff(DESK, "Dot Example", Role.PACKET_DESK),
)
OFFICER_STAFF = NewStaff(OFFICER, "Orla Example", Role.PRIVACY_OFFICER)


def password_of(sign_in_name: str) -> str:
    """The password each person of the fixture chose."""
    return f"walrus thimble {sign_in_name} orbit 7 quince"


@dataclass
class MadeStore:
    """A store, the gate that has it open, and what set-up showed once."""

    gate: StoreGate
    clock: FakeClock
    ids: CountingIds
    shown: SetUpResult = field(repr=False)

    @property
    def data_dir(self) -> Path:
        """The folder of the store."""
        return self.gate.data_dir

    @property
    def database(self) -> Path:
        """The SQLite file itself."""
        return self.data_dir / "store.db"

    def sign_in(self, sign_in_name: str) -> Session:
        """A session of one of the names above."""
        return self.gate.sign_in(sign_in_name, password_of(sign_in_name))

    def reopen(self) -> None:
        """Close the file and open it again, as another start of the app would."""
        self.gate.close()
        self.gate = open_gate(self.data_dir, self.clock, self.ids, kdf=CHEAP_KDF)
        self.gate.unlock(PASSPHRASE)


def wanted_set_up(
    staff: tuple[NewStaff, ...] = STAFF,
    *,
    passphrase: str | None = PASSPHRASE,
    is_demo: bool = False,
) -> SetUp:
    """The answers of a set-up with invented names."""
    return SetUp(
        hospital_name="Invented General Hospital",
        workstation_name="Bedside One",
        staff=staff,
        passphrase=passphrase,
        is_demo=is_demo,
    )


def make_store(
    data_dir: Path, *, staff: tuple[NewStaff, ...] = STAFF, is_demo: bool = False
) -> MadeStore:
    """Set up a store in ``data_dir`` (made if missing) and enrol everybody in ``staff``."""
    clock, ids = FakeClock(), CountingIds()
    gate = open_gate(data_dir, clock, ids, kdf=CHEAP_KDF)
    shown = gate.set_up(wanted_set_up(staff, is_demo=is_demo))
    enrol_all(gate, shown.enrolment_codes)
    return MadeStore(gate, clock, ids, shown)


def enrol_all(gate: StoreGate, codes: Mapping[str, str]) -> None:
    """Everybody uses the one-time code and chooses ``password_of`` and ``PIN``."""
    for sign_in_name, code in codes.items():
        gate.enrol(sign_in_name, code, password_of(sign_in_name), PIN)
