"""The workstations of a hospital: who they are, and the key to which each gets its files sealed.

Each workstation has an X25519 pair of its own. The private half lies in its store under the site
secret; the public half stands on a card that the hospital root signed ("Hospital root: signs
administrators and workstations"). A card is a site fact, so it is as good in one store of the
hospital as in another.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert

from desktop.errors import KnownError
from desktop.records.hand_over import Workstation
from desktop.records.ids import WorkstationId
from desktop.storage.codec import decode, encode
from desktop.storage.crypto.certificates import ROOT
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.framing import frame, unframe
from desktop.storage.crypto.hpke_wrap import KeyPair, PublicKey
from desktop.storage.crypto.identity import Identity
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.signing import SigningKey, verify
from desktop.storage.crypto.site_secret import FIRST_SITE_EPOCH, SiteSecret
from desktop.storage.crypto.trust_book import TrustBook
from desktop.storage.crypto.workstation_secret import WorkstationPlace
from desktop.storage.opened_store import ROOT_PUBLIC, OpenedStore, find_meta, read_meta
from desktop.storage.schema import MetaRow, SiteFactRow
from desktop.storage.site_facts import CARD, SiteStatement, add_fact, fact_context, read_facts

SEALED_TO_ROOT = "site-secret-root"
WORKSTATION_KEY = "workstation-key"
"""Names in ``store_meta``: the site secret for whoever has two recovery codes, and the
workstation's own private key under the site secret."""
OWN_KEYS = (SEALED_TO_ROOT, WORKSTATION_KEY)
CARD_MAGIC = b"firstlight workstation card 1\n"
MOST_CARD_BYTES = 8 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the root says of one workstation."""

    workstation_id: str
    name: str
    exchange: bytes
    made_at: datetime

    @property
    def public(self) -> PublicKey:
        """To whom files for it are sealed."""
        return PublicKey(self.exchange)

    @property
    def workstation(self) -> Workstation:
        """As the domain sees it."""
        return Workstation(WorkstationId(self.workstation_id), self.name)


def place_of(store: OpenedStore) -> WorkstationPlace:
    """Where this workstation's secrets belong."""
    return WorkstationPlace(store.trust.hospital, store.site.workstation_id, FIRST_SITE_EPOCH)


def write_own_keys(
    connection: Connection,
    place: WorkstationPlace,
    secret: SiteSecret,
    root: PublicKey,
    pair: KeyPair,
) -> None:
    """The site secret for the root, and a workstation's own key; what was there before goes."""
    rows = {
        SEALED_TO_ROOT: place.seal_to_root(secret, root),
        WORKSTATION_KEY: place.seal_key(secret, pair),
    }
    connection.execute(delete(MetaRow).where(MetaRow.name.in_(rows)))
    connection.execute(
        insert(MetaRow), [{"name": name, "value": value} for name, value in rows.items()]
    )


def found_keys(
    connection: Connection,
    place: WorkstationPlace,
    site: SiteStatement,
    secret: SiteSecret,
    root: Identity,
    now: datetime,
) -> KeyPair:
    """A new key of its own and the card that the root signs of it: where the root is at hand."""
    pair = KeyPair.generate()
    write_own_keys(connection, place, secret, root.exchange.public, pair)
    card = Card(
        workstation_id=site.workstation_id,
        name=site.workstation_name,
        exchange=pair.public.raw,
        made_at=now,
    )
    add_card(connection, place.hospital, card, root.signing)
    return pair


def need_own_keys(store: OpenedStore, secret: SiteSecret) -> None:
    """Make them where an older version set the store up; the card waits for the root."""
    with store.database.transaction() as connection:
        if find_meta(connection, WORKSTATION_KEY) is None:
            root = PublicKey(read_meta(connection, ROOT_PUBLIC)[:32])
            write_own_keys(connection, place_of(store), secret, root, KeyPair.generate())


def own_key(connection: Connection, store: OpenedStore, secret: SiteSecret) -> KeyPair:
    """The pair that opens what is sealed to this workstation."""
    return place_of(store).open_key(secret, read_meta(connection, WORKSTATION_KEY))


def add_card(connection: Connection, hospital: str, card: Card, root: SigningKey) -> None:
    """Signed by the root: at a set-up, or behind two recovery codes."""
    add_fact(connection, hospital, CARD, encode(card), ROOT, root)


def read_cards(connection: Connection, trust: TrustBook) -> dict[str, Card]:
    """The newest card of each workstation, by its id; one that the root did not sign is none."""
    found: dict[str, Card] = {}
    for fact in read_facts(connection, CARD):
        if fact.signer == ROOT and fact.holds(trust):
            card = decode(fact.body, Card)
            if card.workstation_id not in found or found[card.workstation_id] != card:
                found[card.workstation_id] = _newer(found.get(card.workstation_id), card)
    return found


def untrue_cards(connection: Connection, trust: TrustBook) -> list[int]:
    """Places of cards that the root did not sign."""
    facts = read_facts(connection, CARD)
    return [fact.seq for fact in facts if fact.signer != ROOT or not fact.holds(trust)]


def write_card(connection: Connection, workstation_id: str) -> bytes:
    """A card as a file for the other workstations. KnownError ``workstation.no-card``."""
    for fact in reversed(read_facts(connection, CARD)):
        if decode(fact.body, Card).workstation_id == workstation_id:
            return CARD_MAGIC + frame(fact.body, fact.signature)
    raise KnownError("workstation.no-card")


def take_card(connection: Connection, store: OpenedStore, content: bytes) -> Card:
    """Keep the card of another workstation, as the root signed it.

    KnownErrors ``workstation.not-a-card`` (also of another hospital, or changed),
    ``workstation.own-card``, ``workstation.older-card``.
    """
    try:
        if len(content) > MOST_CARD_BYTES or not content.startswith(CARD_MAGIC):
            raise Damaged
        body, signature = unframe(content[len(CARD_MAGIC) :], 2)
        context = fact_context(store.trust.hospital, CARD)
        verify(store.trust.root, Label.SITE_FACT, context, body, signature)
        card = decode(body, Card)
    except KnownError:
        raise KnownError("workstation.not-a-card") from None
    if card.workstation_id == store.site.workstation_id:
        raise KnownError("workstation.own-card")
    known = read_cards(connection, store.trust).get(card.workstation_id)
    if known == card:
        return card
    if known is not None and _newer(known, card) is known:
        raise KnownError("workstation.older-card")
    row = {"kind": CARD, "signer": ROOT, "body": body, "signature": signature}
    connection.execute(insert(SiteFactRow), row)
    return card


def _newer(one: Card | None, other: Card) -> Card:
    return other if one is None or other.made_at >= one.made_at else one
