"""One durable answer: a sealed journal row against the same insert in plain SQLite."""

import json
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.disk import real_folder
from benchmarks.figure import Figure, in_turn_ms

ROUNDS = 400
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "locking_mode=EXCLUSIVE",
    "temp_store=MEMORY",
    "secure_delete=ON",
)


def figures() -> list[Figure]:
    """Medians of single durable writes, in turn."""
    from desktop.app import Composition
    from desktop.forms.answers import Answered, Coding
    from desktop.forms.instances import ItemKey
    from desktop.records.form_record import FormKind
    from desktop.services.append_to_draft import append_answer
    from desktop.services.demo_people import DEMO_PASSPHRASE
    from desktop.services.open_form import open_form
    from desktop.services.read_worklist import read_worklist

    with real_folder() as folder:
        composition = Composition()
        gate = composition.open_gate(folder / "store")
        composition.make_demo(gate)
        session = gate.sign_in("rosa.sample", DEMO_PASSPHRASE)
        work = composition.work_for(session)
        ref = read_worklist(work).eligible[0].ref
        draft = open_form(work, ref, FormKind.ASSESSMENT).draft
        answer = Answered((Coding("yes", "https://firstlight.example/x", "Yes"),))
        plain = PlainJournal(folder / "plain.sqlite")
        ours, yardstick = in_turn_ms(
            lambda: append_answer(work, draft, ItemKey("safety-now.safe-here"), answer),
            plain.append,
            ROUNDS,
        )
        plain.close()
        session.close()
        gate.close()
    return [Figure("one durable answer", ours, "plain SQLite insert", yardstick, "1.3 x or less")]


class PlainJournal:
    """The same row in the clear, with the same pragmas."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        for pragma in PRAGMAS:
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute(
            "CREATE TABLE journal (record TEXT, base INTEGER, seq INTEGER, body BLOB,"
            " author TEXT, at TEXT, PRIMARY KEY (record, base, seq)) WITHOUT ROWID"
        )
        self._seq = 0

    def append(self) -> None:
        """One insert, durable on return."""
        self._seq += 1
        body = json.dumps({"key": "safety-now.safe-here", "code": "yes", "pad": "x" * 400})
        at = datetime.now(UTC).isoformat()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(
            "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?)",
            (os.urandom(16).hex(), 0, self._seq, body.encode(), "author", at),
        )
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
