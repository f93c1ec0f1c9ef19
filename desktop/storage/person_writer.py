"""Adding a statement about a person's data: signed, appended and taken in, or nothing of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, insert

from desktop.errors import BugError
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.person_statements import PersonStatement
from desktop.storage.opened_store import OpenedStore
from desktop.storage.schema import PersonLogRow
from desktop.storage.session_keys import SessionKeys


@contextmanager
def person_act(store: OpenedStore) -> Iterator[Connection]:
    """One transaction; what was taken in is forgotten again when it is not kept."""
    people, state = store.people, store.trusted.state
    try:
        with store.database.transaction() as connection:
            yield connection
    except BaseException:
        store.trusted.people, store.trusted.state = people, state
        raise


def add_person_statement(
    connection: Connection,
    store: OpenedStore,
    keys: SessionKeys,
    statement: PersonStatement,
    *,
    carries_others: bool = False,
) -> None:
    """Sign and append one, and take it in; within :func:`person_act`.

    Raises ``Damaged`` for what somebody else signed in it (``carries_others``) and does not hold.
    """
    body = statement.issue(store.trust.hospital, keys.signing)
    row = {"person_id": statement.person_ids[0], "kind": statement.kind, "body": body}
    connection.execute(insert(PersonLogRow), row)
    refused = len(store.people.refused)
    store.read_people(connection)
    if len(store.people.refused) > refused:
        if carries_others:
            raise Damaged
        raise BugError("a statement about a person was made that does not hold")
