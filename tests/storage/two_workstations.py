"""Two workstations of one invented hospital, in two folders."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection

from desktop.errors import KnownError
from desktop.records.episode import Episode
from desktop.records.hand_over import HandOverReason, Workstation
from desktop.records.ids import PersonId, RecordId, StaffId, WorkstationId
from desktop.records.kinds import FORM, Compartment
from desktop.services.ports import (
    AnotherWorkstation,
    Arriving,
    DraftRef,
    MadeWorkstation,
    Session,
    tell_nobody,
)
from desktop.storage import case_bundle, hand_over_desk
from desktop.storage.another_workstation import set_up_another
from desktop.storage.case_bundle import CaseBundle
from desktop.storage.gate import open_gate
from desktop.storage.opened_store import OpenedStore
from desktop.storage.session_keys import SessionKeys
from tests.storage.backing_up import back_up
from tests.storage.cases import answer, episode, form, new_case
from tests.storage.raw_file import rows
from tests.storage.test_staff_desk import id_of
from tests.support.fake_clock import CountingIds, FakeClock
from tests.support.fake_keyring import FakeKeyring
from tests.support.store_fixture import (
    ADMINISTRATOR,
    CHEAP_KDF,
    MANAGER,
    SECOND_SPECIALIST,
    SPECIALIST,
    MadeStore,
)

SECOND_PHRASE = "harbor-quince-3-meadow-lantern"
CASE, FORM_ID, DRAFTED = RecordId("c" * 32), RecordId("f" * 32), RecordId("d" * 32)
MOVES = HandOverReason.CARE_MOVES
_IDS_OF_THE_SECOND = 50_000
"""Counted from here, so that no id of one is one of the other."""


def make_second(
    made: MadeStore,
    backup: Path,
    folder: Path,
    *,
    codes: tuple[str, str] | None = None,
    passphrase: str = SECOND_PHRASE,
    keyring: FakeKeyring | None = None,
    name: str = "Bedside Two",
    ids: int = _IDS_OF_THE_SECOND,
) -> MadeWorkstation:
    """A further workstation from a backup of ``made``; with a keyring it has no passphrase."""
    wanted = AnotherWorkstation(
        backup=backup,
        name=name,
        codes=codes or made.shown.recovery_codes[:2],
        passphrase=None if keyring is not None else passphrase,
    )
    return set_up_another(
        folder,
        made.clock,
        CountingIds(after=ids),
        wanted,
        tell_nobody,
        keyring=(lambda: keyring) if keyring is not None else None,
        allow_weak=True,
    )


def open_second(
    made: MadeStore,
    folder: Path,
    *,
    passphrase: str = SECOND_PHRASE,
    keyring: FakeKeyring | None = None,
) -> MadeStore:
    """The second one, open."""
    ids = CountingIds(after=2 * _IDS_OF_THE_SECOND)
    opened = (lambda: keyring) if keyring is not None else None
    gate = open_gate(folder, made.clock, ids, kdf=CHEAP_KDF, keyring=opened)
    try:
        gate.condition()
        if keyring is None:
            gate.unlock(passphrase)
    except KnownError:
        gate.close()
        raise
    return MadeStore(gate, made.clock, ids, made.shown)


@dataclass
class Pair:
    """The first has a case with an identity, a signed form and a draft on it."""

    first: MadeStore
    second: MadeStore
    here: Workstation
    second_id: str
    person: PersonId
    manager_id: StaffId
    backup: Path

    @property
    def clock(self) -> FakeClock:
        """Of both."""
        return self.first.clock

    @property
    def draft(self) -> DraftRef:
        """The draft of the case."""
        return DraftRef(self.person, DRAFTED, 1)

    def episode(self, alias: str, place: str = "Bay 4") -> Episode:
        """The case of the person."""
        return replace(episode(self.person, CASE, alias=alias), place=place)

    def make(self, session: Session, *, to_first: bool = False) -> bytes:
        """The file of the person's case."""
        to = self.here if to_first else Workstation(WorkstationId(self.second_id), "")
        return session.hand_over_desk.make([self.person], to, MOVES).content

    def hand_over(self, name: str = SPECIALIST) -> bytes:
        """From the first to the second."""
        session = self.first.sign_in(name)
        content = self.make(session)
        session.close()
        return content

    def take_in(
        self, content: bytes, *, at_first: bool = False, name: str = SPECIALIST
    ) -> Arriving:
        """At the second, or back at the first."""
        session = (self.first if at_first else self.second).sign_in(name)
        arriving = session.hand_over_desk.take_in(content)
        session.close()
        return arriving

    def second_rows(self) -> dict[str, list[tuple[object, ...]]]:
        """Everything of people in the second store, and who is trusted there."""
        return rows_of_people(self.second)

    def add_third(self, folder: Path) -> Workstation:
        """A third one that the first knows."""
        made = make_second(self.first, self.backup, folder, name="Bedside Three", ids=70_000)
        learn(self.first, made.card)
        return made.workstation

    def close(self) -> None:
        """Both files."""
        self.first.gate.close()
        self.second.gate.close()


def rows_of_people(made: MadeStore) -> dict[str, list[tuple[object, ...]]]:
    """The content of every table that a case, a person or staff has rows in."""
    made.gate.close()
    found = {
        table: rows(made.database, " ".join(("SELECT * FROM", table, "ORDER BY 1, 2, 3")))
        for table in (
            "records",
            "revisions",
            "journal",
            "sign_offs",
            "dek_wraps",
            "key_seals",
            "person_log",
            "trust_log",
        )
    }
    made.gate.condition()
    made.gate.unlock(SECOND_PHRASE)
    return found


def learn(made: MadeStore, card: bytes) -> None:
    """An administrator reads the card of another workstation."""
    session = made.sign_in(ADMINISTRATOR)
    session.hand_over_desk.take_card(card)
    session.close()


def new_pair(made: MadeStore, folder: Path) -> Pair:
    """The second is made before the case is, so that it has never seen it."""
    backup = back_up(made.gate.backups(), folder / "usb").backup.path
    known = make_second(made, backup, folder / "second")
    learn(made, known.card)
    second = open_second(made, folder / "second")
    session = made.sign_in(SPECIALIST)
    person = new_case(session, CASE)
    for each in (FORM_ID, DRAFTED):
        session.records.save(FORM, person, each, form(each), base=0)
    session.journal.append(DraftRef(person, DRAFTED, 1), answer('"a"'))
    here = session.hand_over_desk.here()
    session.close()
    manager = made.sign_in(MANAGER)
    manager.sign_offs.sign(FORM_ID, 1)
    manager_id = manager.me.staff_id
    manager.close()
    return Pair(made, second, here, known.workstation.workstation_id, person, manager_id, backup)


def why(act: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.message_id


def refused(pair: Pair, content: bytes, name: str = SPECIALIST) -> str:
    """Why the second workstation refuses the file; nothing is written then."""
    before = pair.second_rows()
    message_id = why(lambda: pair.take_in(content, name=name))
    assert pair.second_rows() == before
    return message_id


def renew_keys(made: MadeStore) -> None:
    """Somebody leaves, and a manager renews the keys that they had."""
    administrator = made.sign_in(ADMINISTRATOR)
    administrator.staff_desk.revoke(id_of(administrator, SECOND_SPECIALIST))
    administrator.close()
    manager: Session = made.sign_in(MANAGER)
    for compartment in (Compartment.ID, Compartment.CLIN):
        manager.key_desk.renew(compartment)
        manager.key_desk.rewrap(compartment, 100)
    manager.close()


def changed_on_the_way(
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[CaseBundle], CaseBundle],
    make: Callable[[], bytes],
) -> bytes:
    """What ``make`` makes where the sender has a program of their own that changes the content."""

    def collected(
        connection: Connection,
        store: OpenedStore,
        keys: SessionKeys,
        people: Sequence[PersonId],
        *,
        letter: str,
        made_at: datetime,
    ) -> CaseBundle:
        real = case_bundle.collect
        return change(real(connection, store, keys, people, letter=letter, made_at=made_at))

    with monkeypatch.context() as patch:
        patch.setattr(hand_over_desk, "collect", collected)
        return make()
