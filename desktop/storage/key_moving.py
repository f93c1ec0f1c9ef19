"""Data keys that are moved under a renewed compartment key, a few at a time."""

from sqlalchemy import ColumnElement, Connection, and_, func, select, tuple_, update

from desktop.records.ids import PersonId
from desktop.records.kinds import Compartment
from desktop.storage.caseload import rewrap_blocks
from desktop.storage.crypto.keywrap import wrap_key
from desktop.storage.crypto.symmetric_key import SymmetricKey
from desktop.storage.moving_runs import MovingRun
from desktop.storage.opened_store import OpenedStore
from desktop.storage.schema import DekWrapRow
from desktop.storage.session_keys import SessionKeys


class KeyMoving:
    """Moves with one signed-in person's keys.

    A run goes through the keys in their order and goes on where its last part ended, so that all
    parts together read each key once. Only its beginning and its end count what is left.
    """

    def __init__(self, store: OpenedStore, keys: SessionKeys) -> None:
        self._store = store
        self._keys = keys

    def left(self, connection: Connection, compartment: Compartment, newest: int) -> int:
        """Data keys under keys older than ``newest``; counted when it is not known."""
        run = self._store.moves.of(compartment, newest)
        if run is None:
            run = MovingRun(newest, _count(connection, compartment, newest))
            self._store.moves.keep(compartment, run)
        return run.left

    def move(self, compartment: Compartment, newest: int, at_most: int) -> int:
        """Move the next ``at_most`` under the newest key; returns how many are left.

        The last part also moves the packed summaries and empties the log of what was overwritten.
        KnownErrors ``store.no-key``, ``store.damaged``.
        """
        wrapping = SymmetricKey(self._keys.secret(compartment, newest))
        with self._store.database.transaction() as connection:
            run = self._store.moves.of(compartment, newest)
            if run is None:
                run = MovingRun(newest, _count(connection, compartment, newest))
            moved = self._move_next(connection, compartment, wrapping, run, at_most)
            left = run.left - len(moved)
            if len(moved) == at_most and left > 0:
                run = MovingRun(newest, left, moved[-1])
            else:  # the end of the run: what is still there would be behind it
                run = MovingRun(newest, _count(connection, compartment, newest))
            if not run.left and compartment is Compartment.CLIN:
                rewrap_blocks(connection, self._keys, self._store.places)
        self._store.moves.keep(compartment, run)
        if moved and not run.left:
            self._store.database.truncate_log()
        return run.left

    def _move_next(
        self,
        connection: Connection,
        compartment: Compartment,
        wrapping: SymmetricKey,
        run: MovingRun,
        at_most: int,
    ) -> list[tuple[str, int]]:
        place = (DekWrapRow.person_id, DekWrapRow.version)
        following = (
            select(*place)
            .where(_older(compartment, run.epoch), tuple_(*place) > run.after)
            .order_by(*place)
            .limit(at_most)
        )
        moved = [(person, version) for person, version in connection.execute(following)]
        for person_id, version in moved:
            self._move(connection, PersonId(person_id), compartment, version, wrapping, run.epoch)
        return moved

    def _move(
        self,
        connection: Connection,
        person_id: PersonId,
        compartment: Compartment,
        version: int,
        wrapping: SymmetricKey,
        epoch: int,
    ) -> None:
        held = self._keys.data_key(connection, person_id, compartment, version)
        place = self._store.places.data_key(person_id, compartment, version, epoch)
        row = update(DekWrapRow).where(
            DekWrapRow.person_id == person_id,
            DekWrapRow.compartment == compartment.value,
            DekWrapRow.version == version,
        )
        connection.execute(row.values(epoch=epoch, wrapped=wrap_key(wrapping, place, held.key)))


def _older(compartment: Compartment, newest: int) -> ColumnElement[bool]:
    return and_(DekWrapRow.compartment == compartment.value, DekWrapRow.epoch < newest)


def _count(connection: Connection, compartment: Compartment, newest: int) -> int:
    older = select(func.count()).select_from(DekWrapRow).where(_older(compartment, newest))
    return connection.execute(older).scalar_one()
