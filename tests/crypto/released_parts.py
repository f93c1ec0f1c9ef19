"""One fixed thing of each sealed or signed format, to write or to read stored examples with."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from desktop.storage.crypto.aead import open_sealed, seal
from desktop.storage.crypto.audit_chain import (
    ChainHead,
    ChainPlace,
    Checkpoint,
    next_hash,
    read_checkpoint,
    sign_checkpoint,
)
from desktop.storage.crypto.certificates import (
    ROOT,
    Certificate,
    CertificateKind,
    issue_certificate,
)
from desktop.storage.crypto.enrolment import EnrolmentPlace
from desktop.storage.crypto.grants import Grant, make_grant, open_grant
from desktop.storage.crypto.hpke_wrap import open_from, seal_to
from desktop.storage.crypto.identity import Identity
from desktop.storage.crypto.keywrap import unwrap_key, wrap_key
from desktop.storage.crypto.one_time_code import OneTimeCode
from desktop.storage.crypto.pin import PinVerifier
from desktop.storage.crypto.recovery import open_root, seal_root
from desktop.storage.crypto.site_secret import SiteSecret
from desktop.storage.crypto.symmetric_key import SymmetricKey
from desktop.storage.crypto.trust_book import TrustBook
from desktop.storage.crypto.trust_log import read_trust
from desktop.storage.crypto.user_blob import UserPlace, UserSecrets
from desktop.storage.crypto.workstation_secret import WorkstationPlace
from tests.crypto.parts import CHEAP, CHEAP_PARAMETERS, HOSPITAL, PASSWORD, PLACE

NOW = datetime(2026, 3, 14, 14, 5, tzinfo=UTC)
KEY = SymmetricKey(bytes(range(32)))
PERSON = Identity.decode(bytes(range(64)))
ROOT_KEYS = Identity.decode(bytes(range(64, 128)))
CODES = (OneTimeCode(b"a" * 20), OneTimeCode(b"b" * 20), OneTimeCode(b"c" * 20))
SITE = SiteSecret(1, bytes(range(32, 64)))
USER = UserPlace(HOSPITAL, "user-1", SITE)
STATION = WorkstationPlace(HOSPITAL, "workstation-1", 1)
ENROLMENT = EnrolmentPlace(HOSPITAL, "user-1")
CHAIN = ChainPlace(HOSPITAL, "workstation-1")
HEAD = ChainHead(1, next_hash(CHAIN, 1, bytes(32), b"sealed entry"))
CHECKPOINT = Checkpoint(place=CHAIN, head=HEAD, signer_id=ROOT, made_at=NOW)
GRANT = Grant(holder_id=ROOT, person_id="user-1", compartment="CLIN", epoch=1, granted_at=NOW)
CERTIFICATE = Certificate(
    kind=CertificateKind.ADMINISTRATOR,
    subject_id="user-1",
    sign_in_name="jo.invented",
    display_name="Jo Invented",
    role="administrator",
    exchange=PERSON.exchange.public,
    verify_key=PERSON.signing.verify_key,
    issued_at=NOW,
)
BOOK = TrustBook(HOSPITAL, ROOT_KEYS.signing.verify_key, {"user-1": CERTIFICATE})
SECRETS = UserSecrets(PERSON, PinVerifier.of("314159", CHEAP_PARAMETERS, allow_weak=True))


def write_all() -> dict[str, bytes]:
    """One of each format, as this version writes it."""
    person = PERSON.exchange.public
    return {
        "record": seal(KEY, PLACE, b"invented"),
        "wrapped key": wrap_key(KEY, PLACE, SymmetricKey(bytes(32))),
        "sealed to a public key": seal_to(person, PLACE, b"invented"),
        "user blob": USER.seal(PASSWORD, SECRETS, CHEAP, allow_weak=True),
        "site secret for a device": STATION.seal_to_device(SITE, person),
        "site secret with a passphrase": STATION.seal_with_passphrase(
            SITE, PASSWORD, CHEAP, allow_weak=True
        ),
        "enrolment": ENROLMENT.seal(CODES[0], PERSON, NOW),
        "recovery": seal_root(ROOT_KEYS, CODES, HOSPITAL),
        "certificate": issue_certificate(CERTIFICATE, HOSPITAL, ROOT_KEYS.signing),
        "grant": make_grant(GRANT, bytes(32), HOSPITAL, person, ROOT_KEYS.signing),
        "checkpoint": sign_checkpoint(CHECKPOINT, ROOT_KEYS.signing),
    }


def _certificates(stored: bytes) -> Mapping[str, Certificate]:
    return read_trust(HOSPITAL, ROOT_KEYS.signing.verify_key, [stored]).certificates


READERS: dict[str, tuple[Callable[[bytes], object], object]] = {
    "record": (lambda stored: open_sealed(KEY, PLACE, stored), b"invented"),
    "wrapped key": (lambda stored: unwrap_key(KEY, PLACE, stored), SymmetricKey(bytes(32))),
    "sealed to a public key": (
        lambda stored: open_from(PERSON.exchange, PLACE, stored),
        b"invented",
    ),
    "user blob": (lambda stored: USER.open(PASSWORD, stored, allow_weak=True).identity, PERSON),
    "site secret for a device": (
        lambda stored: STATION.open_with_device(stored, PERSON.exchange),
        SITE,
    ),
    "site secret with a passphrase": (
        lambda stored: STATION.open_with_passphrase(stored, PASSWORD, allow_weak=True),
        SITE,
    ),
    "enrolment": (lambda stored: ENROLMENT.open(CODES[0], stored, NOW), PERSON),
    "recovery": (lambda stored: open_root(stored, CODES[0], CODES[2], HOSPITAL), ROOT_KEYS),
    "certificate": (_certificates, {"user-1": CERTIFICATE}),
    "grant": (lambda stored: open_grant(stored, BOOK, PERSON.exchange), (GRANT, bytes(32))),
    "checkpoint": (lambda stored: read_checkpoint(stored, BOOK, CHAIN), CHECKPOINT),
}
"""How each format is read back, and what must come out."""
