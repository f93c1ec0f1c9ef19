"""A real sealed store in a temporary folder, cheap passwords, everybody enrolled."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

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


@dataclass(frozen=True)
class KeptStore:
    """The files of a store that was closed, to be written out as often as they are wanted.

    Two copies have the same keys; a test about two stores makes the second with ``make_store``.
    """

    files: dict[str, bytes] = field(repr=False)
    ids_given: int
    shown: SetUpResult = field(repr=False)

    def copy_to(self, data_dir: Path) -> MadeStore:
        """The same store in another folder, open, at the start of the clock."""
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, content in self.files.items():
            (data_dir / name).write_bytes(content)
            (data_dir / name).chmod(0o600)
        clock, ids = FakeClock(), CountingIds(after=self.ids_given)
        gate = open_gate(data_dir, clock, ids, kdf=CHEAP_KDF)
        gate.condition()
        gate.unlock(PASSPHRASE)
        return MadeStore(gate, clock, ids, self.shown)


def keep_store(made: MadeStore) -> KeptStore:
    """Close a store that nobody is signed in to, and keep what is in it."""
    made.gate.close()
    files = {path.name: path.read_bytes() for path in made.data_dir.iterdir()}
    return KeptStore(files, made.ids.count, made.shown)


def copy_store(
    data_dir: Path, *, staff: tuple[NewStaff, ...] = STAFF, is_demo: bool = False
) -> MadeStore:
    """What ``make_store`` makes, set up once in this process and written out as a copy."""
    return _enrolled_once(staff, is_demo).copy_to(data_dir)


@cache
def _enrolled_once(staff: tuple[NewStaff, ...], is_demo: bool) -> KeptStore:
    with TemporaryDirectory(prefix="firstlight-store-") as name:
        return keep_store(make_store(Path(name) / "data", staff=staff, is_demo=is_demo))
