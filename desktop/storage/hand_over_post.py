"""What every hand-over needs: the passage, the card of the other end, the statement, the words."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, select

from desktop.errors import KnownError
from desktop.records.hand_over import HandOverAct, Workstation
from desktop.records.ids import PersonId
from desktop.storage.case_bundle import CaseBundle
from desktop.storage.crypto.failures import (
    Damaged,
    NewerVersion,
    NotTrusted,
    UnknownSuite,
    WrongKey,
)
from desktop.storage.crypto.hand_over_file import (
    LetterKind,
    OpenedLetter,
    Passage,
    read_passage,
)
from desktop.storage.crypto.hand_over_statement import HandOverStatement
from desktop.storage.crypto.hashing import digest
from desktop.storage.crypto.site_secret import SiteSecret
from desktop.storage.opened_store import OpenedStore
from desktop.storage.person_book import CARERS
from desktop.storage.person_writer import add_person_statement
from desktop.storage.schema import RecordRow
from desktop.storage.session_keys import SessionKeys
from desktop.storage.workstations import Card, own_key, read_cards


class HandOverPost:
    """Files and statements as one signed-in person makes and reads them at this workstation."""

    def __init__(self, store: OpenedStore, keys: SessionKeys, secret: SiteSecret) -> None:
        self._store = store
        self._keys = keys
        self._secret = secret

    @property
    def here(self) -> str:
        """The id of this workstation."""
        return self._store.site.workstation_id

    def need_carer(self) -> None:
        """KnownError ``work.not-allowed`` for a role that holds no keys of cases."""
        if self._keys.me.role not in CARERS:
            raise KnownError("work.not-allowed")

    def seal(self, card: Card, kind: LetterKind, body: bytes) -> bytes:
        """A file for the workstation of that card, signed by who is signed in."""
        passage = Passage(self._store.trust.hospital, self.here, card.workstation_id, kind)
        return passage.seal(card.public, self._keys.me.staff_id, self._keys.signing, body)

    def card_of(self, connection: Connection, workstation_id: str) -> Card:
        """The card of another workstation; KnownError ``workstation.unknown``."""
        card = read_cards(connection, self._store.trust).get(workstation_id)
        if card is None or workstation_id == self.here:
            raise KnownError("workstation.unknown")
        return card

    def open(
        self, connection: Connection, content: bytes, kind: LetterKind
    ) -> tuple[Passage, OpenedLetter]:
        """The inside of a file for this workstation; who signed it is not checked yet."""
        passage = read_passage(content, self._store.trust.hospital)
        if passage.receiver != self.here:
            raise KnownError("hand-over.other-workstation")
        if passage.kind is not kind:
            raise KnownError("hand-over.other-kind")
        self.card_of(connection, passage.sender)
        try:
            return passage, passage.open(own_key(connection, self._store, self._secret), content)
        except WrongKey:
            raise KnownError("hand-over.other-key") from None

    def say(
        self,
        connection: Connection,
        act: HandOverAct,
        people: Sequence[PersonId],
        reason: str,
        letter: str,
        other: Workstation,
        content: bytes,
        bundle: CaseBundle | None = None,
    ) -> None:
        """Sign and append one step; ``bundle`` is what came, with the holds that others signed."""
        statement = HandOverStatement(
            person_ids=tuple(people),
            act=act.value,
            reason=reason,
            signer_id=self._keys.me.staff_id,
            at=self._store.clock.now(),
            before=self._store.people.head,
            letter=letter,
            other=other.workstation_id,
            file_hash=digest(content),
            holds=bundle.holds if bundle else (),
            earlier=bundle.earlier if bundle else (),
        )
        add_person_statement(
            connection, self._store, self._keys, statement, carries_others=bundle is not None
        )

    def forget(self, people: Sequence[PersonId]) -> None:
        """Read anew what is on disk of these people."""
        store = self._store
        self._keys.forget_people(people)
        with store.database.transaction() as connection:
            query = select(RecordRow.record_id).where(RecordRow.person_id.in_(people))
            store.heads.forget_all(connection.execute(query).scalars().all())
        store.seals.forget()
        store.moves.forget()
        for person in people:
            store.summaries.note_stale(person)


@contextmanager
def refusing() -> Iterator[None]:
    """What is wrong inside of a file, in the words for a file."""
    try:
        yield
    except (NewerVersion, UnknownSuite):
        raise KnownError("hand-over.newer-file") from None
    except (Damaged, NotTrusted, WrongKey):
        raise KnownError("hand-over.damaged") from None
    except KnownError as error:
        if error.message_id not in ("store.damaged", "store.signed"):
            raise
        raise KnownError("hand-over.damaged") from None
