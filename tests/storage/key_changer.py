"""A process of its own that changes people and keys until it is killed, saying each step it did.

Argument: data folder. One round: somebody comes, gets the keys, leaves; the keys are renewed and
moved, two people at a time.
"""

import os
import sys
from itertools import count
from pathlib import Path

from desktop.clock import RandomIds
from desktop.records.kinds import Compartment
from desktop.records.roles import Role
from desktop.services.ports import NewStaff, Session
from desktop.storage.gate import open_gate
from tests.support.fake_clock import FakeClock
from tests.support.store_fixture import (
    ADMINISTRATOR,
    CHEAP_KDF,
    MANAGER,
    PASSPHRASE,
    PIN,
    password_of,
)

MOVED = (Compartment.ID, Compartment.CLIN)


def main() -> None:
    """Go on for ever."""
    gate = open_gate(Path(sys.argv[1]), FakeClock(), RandomIds(), kdf=CHEAP_KDF)
    gate.unlock(PASSPHRASE)
    administrator = gate.sign_in(ADMINISTRATOR, password_of(ADMINISTRATOR))
    manager = gate.sign_in(MANAGER, password_of(MANAGER))
    _settle(manager)
    for _ in count():
        name = RandomIds().new_id()[:12]
        shown = administrator.staff_desk.invite(NewStaff(name, "Invented Name", Role.SPECIALIST))
        _say("invited")
        gate.enrol(name, shown.code, password_of(name), PIN)
        _say("enrolled")
        for pending in manager.key_desk.pending():
            manager.key_desk.hand_on(pending.member.staff_id, pending.compartment)
            _say("handed on")
        administrator.staff_desk.revoke(shown.staff_id)
        _say(f"revoked {shown.staff_id}")
        _settle(manager)


def _settle(manager: Session) -> None:
    """Renew what is owed and move what is under older keys, as after every start."""
    for compartment in MOVED:
        if compartment in manager.key_desk.owed():
            manager.key_desk.renew(compartment)
            _say(f"renewed {compartment.value}")
        while manager.key_desk.rewrap(compartment, 2):
            _say("moved")


def _say(what: str) -> None:
    os.write(1, f"{what}\n".encode())


if __name__ == "__main__":
    main()
