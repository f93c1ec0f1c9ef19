"""What is written during a rollback alarm is marked, so that it can be told apart afterwards.

A mark is a site fact, signed by who writes: its end is under the checkpoints, and everybody can
read it after two people settled the alarm.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from desktop.records.ids import PersonId, RecordId
from desktop.services.ports import StoreProblem
from desktop.storage.codec import decode, encode
from desktop.storage.opened_store import OpenedStore
from desktop.storage.session_keys import SessionKeys
from desktop.storage.site_facts import BRANCH, add_fact, read_facts


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchMark:
    """From then on this record was written to while an alarm was on."""

    person_id: PersonId
    record_id: RecordId
    at: datetime


def mark_branch(
    store: OpenedStore, keys: SessionKeys, person_id: PersonId, record_id: RecordId
) -> None:
    """Before a write: one mark for each record and start of the app, durable on return.

    A kill right after it leaves a mark on a record that was not written to.
    """
    if store.watch.missed is None or record_id in store.watch.marked:
        return
    mark = BranchMark(person_id=person_id, record_id=record_id, at=store.clock.now())
    me, hospital = keys.me.staff_id, store.trust.hospital
    with store.database.transaction() as connection:
        add_fact(connection, hospital, BRANCH, encode(mark), me, keys.signing)
    store.watch.marked.add(record_id)


def branch_times(store: OpenedStore, person_id: PersonId) -> Sequence[datetime]:
    """When each record of a person began to be written to in an alarm, oldest first."""
    with store.database.transaction() as connection:
        facts = read_facts(connection, BRANCH)
    marks = [decode(fact.body, BranchMark) for fact in facts if fact.holds(store.trust)]
    return tuple(mark.at for mark in marks if mark.person_id == person_id)


def branch_problems(connection: Connection, store: OpenedStore) -> Iterator[StoreProblem]:
    """Marks that nobody certified signed: they count for nothing."""
    for index, fact in enumerate(read_facts(connection, BRANCH), start=1):
        if not fact.holds(store.trust):
            yield StoreProblem(f"site_facts/{BRANCH}/{index}", "verify.branch-mark")
