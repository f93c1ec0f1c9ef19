"""The sealed store against the same rows in plain SQLite and in SQLCipher, in one run.

What the yardstick does is what this app would do without sealing: the same columns in plain tables,
asked through SQLAlchemy where the app asks through SQLAlchemy, and made into the same values. For
the list of cases that is a row a case with a column for each value: what is measured is the whole
way from the file to the list, so packing counts for us and sealing against us. A row a person with
one JSON body, past SQLAlchemy, is the least that a plain store could do; it is stated beside.

What waits for the disk is measured by the clock on the wall; what only computes by the time of this
process, which others on the machine do not lengthen.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.disk import real_folder
from benchmarks.figure import Figure, in_turn_ms, times_ms
from benchmarks.plain_store import PlainStore
from benchmarks.sqlcipher import load_sqlcipher

ROUNDS = 300
MANY, ALL = 10_000, 100_000
RECORD_BYTES = 20_000
_KEY = "00112233445566778899aabbccddeeff" * 2


def figures() -> Iterator[Figure]:
    """Each line as soon as it is measured."""
    with real_folder() as folder, _bench(folder) as bench:
        yield from _answers(bench)
        yield from _records(bench)
        for _ in range(100):
            _save(bench.session, bench)
        yield from _caseload(bench, MANY)
        yield from _caseload(bench, ALL)
        yield _growth(bench)
        yield from _search(bench)
        yield _unlock(bench)


@dataclass(slots=True)
class _Bench:
    """A store with one case, its yardsticks, and everyone that was added."""

    gate: Any
    session: Any
    small: Any
    """Somebody signed in to another store, that stays as small as it was."""
    plain: PlainStore
    ciphered: PlainStore | None
    folder: Path
    people: list[Any]
    summaries: list[Any]


@contextmanager
def _bench(folder: Path) -> Iterator[_Bench]:
    from desktop.app import Composition
    from desktop.services.demo_people import DEMO_PASSPHRASE

    composition = Composition()
    gate = composition.open_gate(folder / "store")
    composition.make_demo(gate)
    session = gate.sign_in("rosa.sample", DEMO_PASSPHRASE)
    small_gate = composition.open_gate(folder / "small")
    composition.make_demo(small_gate)
    small = small_gate.sign_in("rosa.sample", DEMO_PASSPHRASE)
    plain = PlainStore(folder / "plain.sqlite", sqlite3)
    driver = load_sqlcipher()
    ciphered = PlainStore(folder / "cipher.sqlite", driver, _KEY) if driver else None
    yield _Bench(gate, session, small, plain, ciphered, folder, [], [])
    for opened, behind in ((session, gate), (small, small_gate)):
        opened.close()
        behind.close()
    plain.close()
    if ciphered:
        ciphered.close()


def _answers(bench: _Bench) -> Iterator[Figure]:
    from desktop.records.ids import RecordId, StaffId
    from desktop.services.ports import DraftRef, JournalKind, JournalRow

    session, store = bench.session, bench.folder / "store" / "store.db"
    person = session.records.create_person()
    draft = DraftRef(person, RecordId(os.urandom(16).hex()), 0, None)
    text = '{"code":"yes","system":"https://firstlight.example/x","display":"Yes"}'
    me = StaffId(session.me.staff_id)
    row = JournalRow(JournalKind.ANSWER, "safety-now.safe-here", text, me, datetime.now(UTC))
    body = text.encode()

    def ours() -> None:
        session.journal.append(draft, row)

    bench.gate._store.database.truncate_log()
    size = store.stat().st_size
    sealed, plain = in_turn_ms(ours, lambda: bench.plain.append(body), ROUNDS)
    bench.gate._store.database.truncate_log()
    grown = (store.stat().st_size - size) / ROUNDS
    aim = "1.15 x or less"
    yield Figure("store: one durable answer", sealed, "plain SQLite", plain, aim)
    if bench.ciphered:
        ciphered = bench.ciphered
        sealed, other = in_turn_ms(ours, lambda: ciphered.append(body), ROUNDS)
        yield Figure("store: one durable answer", sealed, "SQLCipher", other, "stated")
    yield Figure("store: file growth per answer (bytes, not ms)", grown, "", None, "stated")


def _records(bench: _Bench) -> Iterator[Figure]:
    from desktop.forms.questionnaire import InstrumentRef
    from desktop.records.form_record import FormKind, FormRecord, FormStatus
    from desktop.records.ids import EpisodeId, RecordId, StaffId
    from desktop.records.kinds import FORM
    from desktop.storage.codec import encode

    session = bench.session
    person, record = session.records.create_person(), RecordId(os.urandom(16).hex())
    value = FormRecord(
        form_id=record,
        episode_id=EpisodeId("e" * 32),
        kind=FormKind.ASSESSMENT,
        instrument=InstrumentRef("https://forms.example/x", "1", "ab" * 32),
        author=StaffId("s"),
        status=FormStatus.COMPLETE,
        started_at=datetime.now(UTC),
        response="x" * RECORD_BYTES,
    )
    saved = session.records.save(FORM, person, record, value, base=0)

    def ours() -> object:
        return session.records.load(FORM, record)

    for name, store in (("plain SQLite", bench.plain), ("SQLCipher", bench.ciphered)):
        if store is None:
            continue
        store.keep_record(saved, encode(value))
        assert store.load(record) == session.records.load(FORM, record)
        sealed, other = in_turn_ms(
            ours, lambda store=store: store.load(record), ROUNDS, time.process_time
        )
        aim = "1.25 x or less" if store is bench.plain else "stated"
        yield Figure("store: load and decrypt 20 KB", sealed, name, other, aim)


def _save(session: Any, bench: _Bench | None = None) -> None:
    """A person and their case; ``bench`` keeps them for what is filled in later."""
    from desktop.records.episode import CaseSource, Episode
    from desktop.records.ids import EpisodeId, RecordId, StaffId
    from desktop.records.kinds import EPISODE

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
        bench.summaries.append(_summary(episode))


def _summary(episode: Any) -> Any:
    from desktop.records.case_summary import PersonSummary, summarise

    return PersonSummary(episode.person_id, (summarise(episode, (), ()),))


def _fill(bench: _Bench, count: int) -> None:
    """People with keys and summaries, many to a transaction."""
    from desktop.records.ids import PersonId
    from desktop.records.kinds import Compartment

    records, wanted = bench.session.records, count - len(bench.people)
    example = bench.summaries[0]
    store, keys = records._store, records._keys
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
    bench.session.caseload.keep(bench.summaries)


def _varied(example: Any, person: Any, number: int) -> Any:
    """Another person's summary; of two cases one was tried, by one of twelve people."""
    from msgspec.structs import replace

    from desktop.records.attempt import Attempt, AttemptMode, AttemptOutcome
    from desktop.records.caseload import CaseHands
    from desktop.records.ids import EpisodeId, RecordId, StaffId

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


_WORDS = ("Maple", "Cedar", "Ebony", "Birch", "Willow", "Quince", "Harbor", "Lantern")


def _caseload(bench: _Bench, count: int) -> Iterator[Figure]:
    _fill(bench, count)

    def ours() -> object:
        bench.session.caseload._blocks = None
        bench.session.records._store.summaries._stale = None
        return bench.session.caseload.load().summaries

    name = f"store: caseload of {count:,}"
    if count > MANY:
        taken = median(times_ms(ours, 3))
        yield Figure(name, taken, "to a usable list", None, "under 1,500 ms")
        return
    for yardstick, store in (("plain SQLite", bench.plain), ("SQLCipher", bench.ciphered)):
        if store is None:
            continue
        store.keep_summaries(bench.summaries)
        assert ours() == store.summaries() == store.summaries_of_bodies()
        aim = "0.6 x or less" if store is bench.plain else "stated"
        yield Figure(name, *_side_by_side(ours, yardstick, store.summaries), aim)
        bodies = _side_by_side(ours, f"{yardstick}, a body a row", store.summaries_of_bodies)
        yield Figure(name, *bodies, "stated")


def _side_by_side(
    ours: Callable[[], object], yardstick: str, theirs: Callable[[], object]
) -> tuple[float, str, float]:
    sealed, plain = in_turn_ms(ours, theirs, 15, time.process_time)
    return sealed, yardstick, plain


def _growth(bench: _Bench) -> Figure:
    """In turn in both stores: minutes apart, a busy disk would say more than the size does."""
    large, small = in_turn_ms(lambda: _save(bench.session), lambda: _save(bench.small), ROUNDS)
    name = f"store: one save with {ALL:,} people"
    return Figure(name, large, "with the demo's few", small, "1.1 x or less")


def _search(bench: _Bench) -> Iterator[Figure]:
    from desktop.records.case_index import CaseIndex

    cases = [case for each in bench.summaries for case in each.cases]
    began = time.perf_counter()
    index = CaseIndex((f"{case.alias} {case.place}", case) for case in cases)
    built = (time.perf_counter() - began) * 1000
    yield Figure(f"store: index of {ALL:,} cases", built, "", None, "stated")
    prefix = median(times_ms(lambda: index.by_prefix("quince 12"), ROUNDS))
    yield Figure(f"store: prefix over {ALL:,}", prefix, "", None, "under 1 ms")
    part = median(times_ms(lambda: index.containing("99 ed"), ROUNDS))
    yield Figure(f"store: part of a word over {ALL:,}", part, "", None, "under 30 ms")


def _unlock(bench: _Bench) -> Figure:
    from desktop.services.demo_people import DEMO_PASSPHRASE
    from desktop.storage.crypto.password_kdf import KdfCost, stretch

    parameters = KdfCost().new_parameters()

    opened: list[Any] = []

    def unlock() -> None:
        opened.append(bench.gate.sign_in("rosa.sample", DEMO_PASSPHRASE))

    def stretch_alone() -> None:
        stretch(DEMO_PASSPHRASE, parameters)

    def close() -> None:  # what a sign-out writes is not what a sign-in waits for
        opened.pop().close()

    ours, yardstick = in_turn_ms(unlock, stretch_alone, 9, between=close)
    return Figure("store: unlock", ours, "Argon2id alone", yardstick, "10 ms above it or less")
