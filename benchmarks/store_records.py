"""The figures of one answer and of one record, against the same rows without sealing."""

import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial

from benchmarks.figure import Figure, in_turn_ms
from benchmarks.plain_store import PlainStore
from benchmarks.store_bench import StoreBench
from desktop.forms.questionnaire import InstrumentRef
from desktop.records.form_record import FormKind, FormRecord, FormStatus
from desktop.records.ids import EpisodeId, RecordId, StaffId
from desktop.records.kinds import FORM
from desktop.services.ports import DraftRef, JournalKind, JournalRow
from desktop.storage.codec import encode

GROWING, ANSWERS, LOADS = 300, 600, 1_000
UNTIL_LOG_IS_FULL = 1_300
"""Answers after which the write-ahead log of either store no longer grows (1,000 pages)."""
RECORD_BYTES = 20_000
PADDED_ROW_BYTES = 600
"""What a sealed row of up to 508 bytes takes."""


def answers(bench: StoreBench) -> Iterator[Figure]:
    """By the clock on the wall, because it waits for the disk; then what it computes.

    A log that grows makes the file system write more at each commit than SQLite does, and a store
    begins each day with an empty one: so once while both logs grow, once when both are full.
    """
    session = bench.store.session
    person = session.records.create_person()
    draft = DraftRef(person, RecordId(os.urandom(16).hex()), 0, None)
    text = '{"code":"yes","system":"https://firstlight.example/x","display":"Yes"}'
    me = StaffId(session.me.staff_id)
    row = JournalRow(JournalKind.ANSWER, "safety-now.safe-here", text, me, datetime.now(UTC))
    body = text.encode()

    def ours() -> None:
        session.journal.append(draft, row)

    grown = _growth(bench, ours)
    yield Figure("store: file growth per answer (bytes, not ms)", grown, "", None, "stated")
    for name, store, is_aim in bench.yardsticks():
        yield from _answers_against(bench, ours, partial(store.append, body), name, store, is_aim)


def _answers_against(
    bench: StoreBench,
    ours: Callable[[], None],
    theirs: Callable[[], None],
    name: str,
    store: PlainStore,
    is_aim: bool,
) -> Iterator[Figure]:
    aim = "1.15 x or less" if is_aim else "stated"
    bench.store.opened.database.truncate_log()
    store.truncate_log()
    mine, other = in_turn_ms(ours, theirs, GROWING)
    yield Figure("store: one durable answer, log growing", mine, name, other, aim)
    for _ in range(UNTIL_LOG_IS_FULL):
        ours()
        theirs()
    mine, other = in_turn_ms(ours, theirs, ANSWERS)
    yield Figure("store: one durable answer, log full", mine, name, other, aim)
    mine, other = in_turn_ms(ours, theirs, ANSWERS, time.thread_time)
    yield Figure("store: one answer, without waiting", mine, name, other, "stated")
    # Sizes are hidden by padding to 512 bytes: what a plain row of as many bytes costs says how
    # much of the difference that is.
    wide = partial(store.append, bytes(PADDED_ROW_BYTES))
    mine, other = in_turn_ms(ours, wide, ANSWERS)
    yield Figure("store: one durable answer, log full", mine, f"{name}, as long", other, "stated")


def _growth(bench: StoreBench, ours: Callable[[], None]) -> float:
    database = bench.store.opened.database
    database.truncate_log()
    size = bench.store.file.stat().st_size
    for _ in range(GROWING):
        ours()
    database.truncate_log()
    return (bench.store.file.stat().st_size - size) / GROWING


def loads(bench: StoreBench) -> Iterator[Figure]:
    """A record with a response of 20 KB, by the time of this process.

    The app reads it past SQLAlchemy, by a statement that SQLAlchemy compiled once. The aim is
    against a plain store that reads through SQLAlchemy, as everything else of the app does; one
    that goes past it too is stated beside: what is left there is what sealing costs.
    """
    session = bench.store.session
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
    ours = partial(session.records.load, FORM, record)
    for name, store, is_aim in bench.yardsticks():
        store.keep_record(saved, encode(value))
        ways = (
            (name, partial(store.load, record), "1.25 x or less" if is_aim else "stated"),
            (f"{name}, past SQLAlchemy", partial(store.load_raw, record), "stated"),
        )
        for way, theirs, aim in ways:
            assert theirs() == ours()
            mine, other = in_turn_ms(ours, theirs, LOADS, time.thread_time)
            yield Figure("store: load and decrypt 20 KB", mine, way, other, aim)
