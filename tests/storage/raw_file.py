"""What someone with the file and a SQLite program can do to a store."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any


@contextmanager
def without_triggers(database: Path) -> Iterator[sqlite3.Connection]:
    """A raw connection with every trigger gone; they are put back exactly as they were."""
    with closing(sqlite3.connect(database)) as raw:
        triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        known = triggers.fetchall()
        for name, _ in known:
            raw.execute(f"DROP TRIGGER {name}")
        yield raw
        for _, sql in known:
            raw.execute(sql)
        raw.commit()


def execute(database: Path, statement: str, *values: object) -> None:
    """Run one statement with the triggers in place."""
    with closing(sqlite3.connect(database)) as raw, raw:
        raw.execute(statement, values)


def rows(database: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    """All rows of a query; Any because SQLite says nothing of its columns' types."""
    with closing(sqlite3.connect(database)) as raw:
        return raw.execute(query, values).fetchall()


def column(database: Path, table: str, name: str) -> list[Any]:
    """One column of every row."""
    return [value for (value,) in rows(database, " ".join(("SELECT", name, "FROM", table)))]


def flip_bit(database: Path, table: str, name: str, position: float, where: str = "1") -> None:
    """Change one bit of one stored blob; ``position`` from 0.0 (first byte) to 1.0 (last)."""
    with without_triggers(database) as raw:
        query = " ".join(("SELECT", name, "FROM", table, "WHERE", where, "LIMIT 1"))
        value = raw.execute(query).fetchone()[0]
        at = round(position * (len(value) - 1))
        changed = value[:at] + bytes([value[at] ^ 1]) + value[at + 1 :]
        update = " ".join(("UPDATE", table, "SET", name, "= ? WHERE", name, "= ?"))
        assert raw.execute(update, (changed, value)).rowcount >= 1
