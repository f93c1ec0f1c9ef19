"""The port ``HandOverDesk``: a case is at one workstation at a time and moves by a sealed file.

Made: the case is closed here by a signed statement before the file leaves this module, so that a
power cut leaves a case that is closed and can be taken back, never one that is open twice. Taken
in: everything is checked, written and opened again in one transaction, under another statement.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from desktop.errors import KnownError
from desktop.records.hand_over import (
    LASTS,
    HandedOver,
    HandOverAct,
    HandOverReason,
    TakeBackReason,
    Workstation,
)
from desktop.records.ids import PersonId, StaffId, WorkstationId
from desktop.records.kinds import EPISODE
from desktop.records.roles import Role
from desktop.services.ports import Arriving, HandOverFile
from desktop.storage.arrival_check import check_arrived
from desktop.storage.arrival_trust import need_sender, take_papers
from desktop.storage.case_arrival import Arrival
from desktop.storage.case_bundle import CaseBundle, collect, trust_log
from desktop.storage.codec import decode, encode
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.hand_over_file import (
    MOST_BYTES,
    LetterKind,
    OpenedLetter,
    Passage,
)
from desktop.storage.crypto.site_secret import SiteSecret
from desktop.storage.hand_over_post import HandOverPost, refusing
from desktop.storage.opened_store import OpenedStore
from desktop.storage.person_writer import person_act
from desktop.storage.revisions import newest_of_kind, open_revision
from desktop.storage.session_keys import SessionKeys
from desktop.storage.workstations import (
    read_cards,
    take_card,
    write_card,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the other workstation says of a file that it took in."""

    letter: str
    person_ids: tuple[str, ...]
    file_hash: bytes
    trust: tuple[tuple[str, bytes], ...]


class _OnlyLooked(Exception):
    """Everything fits; what was written to see that is not kept."""


class SealedHandOverDesk:
    """Cases that move, as one signed-in person may see and do it."""

    def __init__(self, store: OpenedStore, keys: SessionKeys, secret: SiteSecret) -> None:
        self._store = store
        self._keys = keys
        self._post = HandOverPost(store, keys, secret)

    def here(self) -> Workstation:
        """This workstation."""
        site = self._store.site
        return Workstation(WorkstationId(site.workstation_id), site.workstation_name)

    def workstations(self) -> Sequence[Workstation]:
        """The others, by name."""
        with self._store.database.transaction() as connection:
            cards = read_cards(connection, self._store.trust)
        others = [each.workstation for name, each in cards.items() if name != self._post.here]
        return sorted(others, key=lambda each: (each.name.casefold(), each.workstation_id))

    def card(self) -> bytes:
        """This workstation's card."""
        with self._store.database.transaction() as connection:
            return write_card(connection, self._post.here)

    def take_card(self, content: bytes) -> Workstation:
        """Know another workstation."""
        if self._keys.me.role is not Role.ADMINISTRATOR:
            raise KnownError("work.not-allowed")
        with self._store.database.transaction() as connection:
            return take_card(connection, self._store, content).workstation

    def away(self) -> Mapping[PersonId, HandedOver]:
        """Who is at another workstation."""
        return {PersonId(person): each for person, each in self._store.people.away.items()}

    def takers(self) -> Mapping[PersonId, frozenset[StaffId]]:
        """Who took each case in."""
        found: dict[PersonId, frozenset[StaffId]] = {}
        for each in self._store.people.taken_in.values():
            for person in map(PersonId, each.person_ids):
                found[person] = found.get(person, frozenset()) | {StaffId(each.signer_id)}
        return found

    def make(
        self, people: Sequence[PersonId], to: Workstation, reason: HandOverReason
    ) -> HandOverFile:
        """Close the case here, and seal it; see the port."""
        self._post.need_carer()
        self._store.watch.need_quiet()
        for each in people:
            self._store.need_here(each)
            if each in self._store.people.wishes:
                raise KnownError("hand-over.to-be-erased")
        now, letter = self._store.time.now(), self._store.ids.new_id()
        with person_act(self._store) as connection:
            card = self._post.card_of(connection, to.workstation_id)
            bundle = collect(
                connection, self._store, self._keys, people, letter=letter, made_at=now
            )
            content = self._post.seal(card, LetterKind.CASE, encode(bundle))
            if len(content) > MOST_BYTES:
                raise KnownError("hand-over.too-large")
            self._post.say(connection, HandOverAct.GIVEN, people, reason.value, letter, to, content)
        return HandOverFile(letter, content, len(bundle.records), bundle.drafts)

    def take_back(self, person_id: PersonId, reason: TakeBackReason) -> None:
        """The case stays here after all; see the port."""
        self._post.need_carer()
        away = self._store.people.away.get(person_id)
        if away is None:
            raise KnownError("hand-over.not-away")
        for each in away.person_ids:
            self._store.need_not_erased(each)
        is_lost = reason is TakeBackReason.OTHER_LOST
        if is_lost and self._keys.me.role is not Role.NURSE_MANAGER:
            raise KnownError("work.not-allowed")
        if away.is_confirmed and not is_lost:
            raise KnownError("hand-over.confirmed")
        there = Workstation(away.workstation_id, "")
        with person_act(self._store) as connection:
            act = HandOverAct.TAKEN_BACK
            self._post.say(connection, act, away.person_ids, reason.value, away.letter, there, b"")
        self._post.forget(away.person_ids)

    def look(self, content: bytes) -> Arriving:
        """Everything that :meth:`take_in` does, and nothing of it kept."""
        return self._take(content, is_kept=False)

    def take_in(self, content: bytes) -> Arriving:
        """Check and write all of it, or nothing; see the port."""
        return self._take(content, is_kept=True)

    def receipt(self, letter: str) -> bytes:
        """A file that says that it arrived."""
        self._post.need_carer()
        taken = self._store.people.taken_in.get(letter)
        if taken is None:
            raise KnownError("hand-over.not-taken-in")
        with self._store.database.transaction() as connection:
            card = self._post.card_of(connection, taken.other)
            body = Receipt(
                letter=letter,
                person_ids=taken.person_ids,
                file_hash=taken.file_hash,
                trust=trust_log(connection),
            )
        return self._post.seal(card, LetterKind.RECEIPT, encode(body))

    def take_receipt(self, content: bytes) -> HandedOver:
        """The other workstation has the case; see the port."""
        self._post.need_carer()
        with refusing(), person_act(self._store) as connection:
            passage, letter = self._post.open(connection, content, LetterKind.RECEIPT)
            said = decode(letter.body, Receipt)
            need_sender(
                self._store.trust,
                take_papers(connection, self._store, said.trust),
                passage,
                letter,
            )
            away = self._store.people.away
            known = [away.get(each) for each in said.person_ids]
            if not known or any(
                each is None
                or (each.letter, each.file_hash) != (said.letter, said.file_hash)
                or each.workstation_id != passage.sender
                for each in known
            ):
                raise KnownError("hand-over.no-such-hand-over")
            there = Workstation(WorkstationId(passage.sender), "")
            people = tuple(map(PersonId, said.person_ids))
            for person in people:
                self._store.need_not_erased(person)
            act, letter_id = HandOverAct.CONFIRMED, said.letter
            self._post.say(connection, act, people, "", letter_id, there, content)
        return self._store.people.away[people[0]]

    def _take(self, content: bytes, *, is_kept: bool) -> Arriving:
        self._post.need_carer()
        self._store.watch.need_quiet()
        people: tuple[PersonId, ...] = ()
        try:
            with refusing(), person_act(self._store) as connection:
                passage, letter = self._post.open(connection, content, LetterKind.CASE)
                bundle = decode(letter.body, CaseBundle)
                people = tuple(map(PersonId, bundle.person_ids))
                arriving = self._written(connection, passage, letter, bundle)
                there = arriving.sender
                self._post.say(
                    connection,
                    HandOverAct.TAKEN_IN,
                    people,
                    "",
                    bundle.letter,
                    there,
                    content,
                    bundle,
                )
                if not is_kept:
                    raise _OnlyLooked
        except _OnlyLooked:
            pass
        finally:
            self._post.forget(people)
        return arriving

    def _written(
        self, connection: Connection, passage: Passage, letter: OpenedLetter, bundle: CaseBundle
    ) -> Arriving:
        """Everything written and opened again, within the transaction."""
        store, keys = self._store, self._keys
        there = take_papers(connection, store, bundle.trust)
        sender = need_sender(store.trust, there, passage, letter)
        if not bundle.person_ids:
            raise Damaged
        if store.time.now() > bundle.made_at + LASTS:
            raise KnownError("hand-over.too-old")
        arrival = Arrival(connection, store, keys, bundle)
        if bundle.letter in store.people.taken_in and arrival.is_known:
            raise KnownError("hand-over.twice")
        is_return = arrival.is_return
        arrival.write()
        check_arrived(connection, store, keys, bundle)
        return Arriving(
            letter=bundle.letter,
            person_ids=tuple(map(PersonId, bundle.person_ids)),
            aliases=tuple(
                open_revision(connection, keys, EPISODE, stored).value.alias
                for person in bundle.person_ids
                for stored in newest_of_kind(connection, PersonId(person), EPISODE.name)
            ),
            sender=self._post.card_of(connection, passage.sender).workstation,
            given_by=sender.display_name,
            made_at=bundle.made_at,
            records=len(bundle.records),
            drafts=bundle.drafts,
            is_return=is_return,
            is_held=bool(bundle.holds),
        )
