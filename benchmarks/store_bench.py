"""What the figures of the store are taken on: demo stores, their yardsticks, and many people."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from benchmarks.plain_store import PlainStore
from benchmarks.sqlcipher import load_sqlcipher
from desktop.app import Composition
from desktop.clock import RandomIds, SystemClock
from desktop.records.attempt import Attempt, AttemptMode, AttemptOutcome
from desktop.records.case_summary import PersonSummary, summarise
from desktop.records.caseload import CaseHands
from desktop.records.episode import CaseSource, Episode
from desktop.records.ids import EpisodeId, PersonId, RecordId, StaffId
from desktop.records.kinds import EPISODE, Compartment
from desktop.services.demo_people import DEMO_PASSPHRASE
from desktop.storage.crypto.password_kdf import KdfCost
from desktop.storage.gate import open_gate
from desktop.storage.opened_store import OpenedStore
from desktop.storage.session import SealedSession

_KEY = "00112233445566778899aabbccddeeff" * 2
_WORDS = ("Maple", "Cedar", "Ebony", "Birch", "Willow", "Quince", "Harbor", "Lantern")


class DemoStore:
    """A demo store with somebody signed in; a ``kdf`` below the floor is for one figure alone."""

    def __init__(self, folder: Path, kdf: KdfCost | None = None) -> None:
        composition = Composition()
        self.file = folder / "store.db"
        self.gate = open_gate(folder, SystemClock(), RandomIds(), kdf=kdf)
        composition.make_demo(self.gate)
        self.session: SealedSession
        self.sign_in_again()

    def sign_in_again(self) -> None:
        """The demo's specialist; the session before is closed already."""
        session = self.gate.sign_in("rosa.sample", DEMO_PASSPHRASE)
        assert isinstance(session, SealedSession)
        self.session = session

    @property
    def opened(self) -> OpenedStore:
        """The store behind the session."""
        return self.session.records._store

    def close(self) -> None:
        """Sign out and let go of the file."""
        self.session.close()
        self.gate.close()


@dataclass(slots=True)
class StoreBench:
    """A store, one that stays small, the yardsticks, and everyone that was added."""

    store: DemoStore
    small: DemoStore
    plain: PlainStore
    ciphered: PlainStore | None
    folder: Path
    people: list[PersonId]
    summaries: list[PersonSummary]

    def yardsticks(self) -> Iterator[tuple[str, PlainStore, bool]]:
        """Name, store, and whether the aim is against it."""
        yield "plain SQLite", self.plain, True
        if self.ciphered:
            yield "SQLCipher", self.ciphered, False


@contextmanager
def store_bench(folder: Path) -> Iterator[StoreBench]:
    """Everything in ``folder``, closed at the end."""
    store, small = DemoStore(folder / "store"), DemoStore(folder / "small")
    plain = PlainStore(folder / "plain.sqlite", sqlite3)
    driver = load_sqlcipher()
    ciphered = PlainStore(folder / "cipher.sqlite", driver, _KEY) if driver else None
    yield StoreBench(store, small, plain, ciphered, folder, [], [])
    for each in (store, small, plain, ciphered):
        if each:
            each.close()


def save_case(session: SealedSession, bench: StoreBench | None = None) -> None:
    """A person and their case; ``bench`` keeps them for what is filled in later."""
    now = datetime.now(UTC)
    person, record = session.records.create_person(), os.urandom(16).hex()
    episode = Episode(
        episode_id=EpisodeId(record),
        person_id=person,
        alias="Maple 12",
        place="ED 7",
        source=CaseSource.TRAUMA_PAGE,
        arrived_at=now,
        notified_at=now,
        created_by=StaffId(session.me.staff_id),
    )
    session.records.save(EPISODE, person, RecordId(record), episode, base=0)
    if bench is not None:
        bench.people.append(person)
        bench.summaries.append(PersonSummary(person, (summarise(episode, (), ()),)))


def fill(bench: StoreBench, count: int) -> None:
    """People with keys and summaries, many to a transaction, until there are ``count``."""
    records, wanted = bench.store.session.records, count - len(bench.people)
    example, store, keys = bench.summaries[0], bench.store.opened, records._keys
    while wanted > 0:
        part = min(wanted, 5_000)
        with store.database.transaction() as connection:
            for _ in range(part):
                person = PersonId(os.urandom(16).hex())
                for compartment in (Compartment.ID, Compartment.CLIN):
                    keys.new_data_key(connection, person, compartment)
                bench.people.append(person)
                bench.summaries.append(_varied(example, person, len(bench.people)))
        wanted -= part
    bench.store.session.caseload.keep(bench.summaries)


def _varied(example: PersonSummary, person: PersonId, number: int) -> PersonSummary:
    """Another person's summary; of two cases one was tried, by one of twelve people."""
    case = example.cases[0]
    episode, staff = EpisodeId(os.urandom(16).hex()), StaffId(f"{number % 12:032x}")
    at = case.arrived_at + timedelta(seconds=number)
    hands, last = CaseHands(staff), None
    if number % 2:
        tried, reached = AttemptMode.BEDSIDE, AttemptOutcome.ENGAGED
        last = Attempt(RecordId(os.urandom(16).hex()), episode, at, tried, reached, staff)
        hands = CaseHands(staff, frozenset({staff}), frozenset({staff}))
    changed = replace(
        case,
        episode_id=episode,
        alias=f"{_WORDS[number % len(_WORDS)]} {number}",
        arrived_at=at,
        reached_at=at if last else None,
        last_attempt=last,
        hands=hands,
    )
    return replace(example, person_id=person, cases=(changed,))
