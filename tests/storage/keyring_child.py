"""What a workstation does with the real keyring of its desktop: a start of the app to a call."""

from pathlib import Path

from desktop.clock import RandomIds
from desktop.errors import KnownError
from desktop.records.ids import PersonId
from desktop.records.kinds import EPISODE, Compartment
from desktop.services.ports import ReEnrolment, StoreGate
from desktop.storage.crypto.keyring_port import StoreKeyring
from desktop.storage.crypto.system_keyring import system_keyring
from desktop.storage.gate import open_gate
from desktop.storage.re_enrolment import re_enrol
from desktop.storage.without_keys import opened_without_keys
from tests.storage.cases import new_case
from tests.storage.test_staff_desk import id_of
from tests.support.fake_clock import FakeClock
from tests.support.store_fixture import (
    ADMINISTRATOR,
    CHEAP_KDF,
    MANAGER,
    PIN,
    SPECIALIST,
    enrol_all,
    password_of,
    wanted_set_up,
)

RECORD = "c" * 32


def make(folder: Path) -> list[str]:
    """Set a store up with the keyring, add a case; the recovery codes and the person."""
    gate = _gate(folder)
    shown = gate.set_up(wanted_set_up(passphrase=None))
    enrol_all(gate, shown.enrolment_codes)
    session = gate.sign_in(SPECIALIST, password_of(SPECIALIST))
    person = new_case(session, RECORD)
    session.close()
    gate.close()
    return [*shown.recovery_codes, person]


def lose(folder: Path, how: str) -> bool:
    """The entry of the device key goes, or another key stands in its place."""
    with opened_without_keys(folder, FakeClock()) as store:
        store_id = store.site.store_id
    keyring = system_keyring()
    name = f"{store_id}/device-key"
    kept = keyring.get(name)
    keyring.delete(name)
    if how == "changed":
        StoreKeyring(keyring, store_id).make_device_key()
    return kept is not None and keyring.get(name) != kept


def start(folder: Path, passphrase: str = "") -> str:
    """In which state the store is, or why it stays closed."""
    gate = _gate(folder)
    try:
        gate.condition()
        if passphrase:
            gate.unlock(passphrase)
        return gate.condition().value
    except KnownError as error:
        return error.message_id
    finally:
        gate.close()


def enrol(folder: Path, codes: list[str], passphrase: str | None) -> None:
    """Two recovery codes; everybody who is needed comes back; a manager reads the old case."""
    clock = FakeClock()
    wanted = ReEnrolment(ADMINISTRATOR, (codes[0], codes[2]), passphrase)
    code = re_enrol(folder, clock, wanted, keyring=system_keyring, allow_weak=True).code
    gate = _gate(folder)
    gate.condition()
    if passphrase:
        gate.unlock(passphrase)
    gate.enrol(ADMINISTRATOR, code, password_of("again"), PIN)
    administrator = gate.sign_in(ADMINISTRATOR, password_of("again"))
    manager = id_of(administrator, MANAGER)
    gate.enrol(MANAGER, administrator.staff_desk.renew(manager).code, password_of(MANAGER), PIN)
    for compartment in (Compartment.ID, Compartment.CLIN):
        administrator.key_desk.hand_on(manager, compartment, (codes[0], codes[1]))
    administrator.close()
    gate.close()


def read(folder: Path, person: str, passphrase: str = "") -> str:
    """The alias of the case that was there before anything was lost."""
    gate = _gate(folder)
    gate.condition()
    if passphrase:
        gate.unlock(passphrase)
    session = gate.sign_in(MANAGER, password_of(MANAGER))
    (found,) = session.records.list_newest(EPISODE, PersonId(person))
    session.close()
    gate.close()
    return str(found.value.alias)


def _gate(folder: Path) -> StoreGate:
    return open_gate(folder, FakeClock(), RandomIds(), kdf=CHEAP_KDF, keyring=system_keyring)
