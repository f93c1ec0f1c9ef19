"""Certificates from the root down, and grants of compartment keys."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop.errors import BugError, KnownError
from desktop.storage.crypto.certificates import (
    ROOT,
    Certificate,
    CertificateKind,
    issue_certificate,
)
from desktop.storage.crypto.failures import NotTrusted, WrongKey
from desktop.storage.crypto.framing import frame, number, unframe
from desktop.storage.crypto.grants import Grant, make_grant, open_grant, verify_grant
from desktop.storage.crypto.identity import Identity
from desktop.storage.crypto.trust_book import TrustBook
from desktop.storage.crypto.trust_log import read_trust
from tests.crypto.parts import HOSPITAL, one_byte_changes

NOW = datetime(2026, 3, 14, 14, 5, tzinfo=UTC)
ROOT_KEYS = Identity.generate()
ADMINISTRATOR = Identity.generate()
MANAGER = Identity.generate()
SPECIALIST = Identity.generate()
SECRET = bytes(range(32))


def certificate_of(
    subject: str, keys: Identity, kind: CertificateKind = CertificateKind.PERSON, **changes: str
) -> Certificate:
    made = Certificate(
        kind=kind,
        subject_id=subject,
        sign_in_name=f"{subject}.invented",
        display_name=f"Invented {subject}",
        role="administrator" if kind is CertificateKind.ADMINISTRATOR else "specialist",
        exchange=keys.exchange.public,
        verify_key=keys.signing.verify_key,
        issued_at=NOW,
        issuer_id=ROOT if kind is CertificateKind.ADMINISTRATOR else "admin",
    )
    return replace(made, **changes)


ADMIN_STORED = issue_certificate(
    certificate_of("admin", ADMINISTRATOR, CertificateKind.ADMINISTRATOR),
    HOSPITAL,
    ROOT_KEYS.signing,
)


def issued(certificate: Certificate, by: Identity = ADMINISTRATOR) -> bytes:
    return issue_certificate(certificate, HOSPITAL, by.signing)


def book_with(*stored: bytes) -> TrustBook:
    return read_trust(HOSPITAL, ROOT_KEYS.signing.verify_key, (*stored, ADMIN_STORED))


def everyone() -> TrustBook:
    return book_with(
        issued(certificate_of("manager", MANAGER)), issued(certificate_of("spec", SPECIALIST))
    )


GRANT = Grant(holder_id="manager", person_id="spec", compartment="CLIN", epoch=1, granted_at=NOW)


def granted(grant: Grant = GRANT, holder: Identity = MANAGER) -> bytes:
    return make_grant(grant, SECRET, HOSPITAL, SPECIALIST.exchange.public, holder.signing)


def test_a_person_certified_by_an_administrator_is_trusted() -> None:
    certificate = certificate_of("spec", SPECIALIST)

    book = book_with(issued(certificate))

    assert book.person("spec") == certificate
    assert book.refused == ()
    assert book.verify_key("spec") == SPECIALIST.signing.verify_key
    assert book.verify_key(ROOT) == ROOT_KEYS.signing.verify_key
    assert "Invented" not in repr(certificate)


@pytest.mark.parametrize(
    "forged",
    [
        issued(certificate_of("spec", SPECIALIST), by=MANAGER),
        issued(certificate_of("spec", SPECIALIST), by=ROOT_KEYS),
        issued(certificate_of("spec", SPECIALIST, issuer_id=ROOT), by=ROOT_KEYS),
        issued(certificate_of("spec", SPECIALIST, issuer_id="manager"), by=MANAGER),
        issued(certificate_of("new", MANAGER, CertificateKind.ADMINISTRATOR)),
        issued(certificate_of("new", MANAGER, CertificateKind.ADMINISTRATOR, issuer_id="admin")),
        issued(certificate_of("spec", SPECIALIST, issuer_id="spec"), by=SPECIALIST),
        issued(certificate_of(ROOT, SPECIALIST)),
        issued(certificate_of("admin", SPECIALIST)),
        issued(certificate_of("spec", SPECIALIST, role="administrator")),
        issued(
            certificate_of("new", MANAGER, CertificateKind.ADMINISTRATOR, role="specialist"),
            by=ROOT_KEYS,
        ),
        issue_certificate(certificate_of("spec", SPECIALIST), "hospital-2", ADMINISTRATOR.signing),
    ],
)
def test_a_certificate_of_a_wrong_issuer_is_refused(forged: bytes) -> None:
    book = book_with(issued(certificate_of("manager", MANAGER)), forged)

    assert book.refused == (1,)
    assert set(book.certificates) == {"manager", "admin"}


def test_every_changed_byte_of_a_certificate_is_found() -> None:
    stored = issued(certificate_of("spec", SPECIALIST))

    for changed in one_byte_changes(stored):
        book = book_with(changed)

        assert book.refused == (0,)
        assert set(book.certificates) == {"admin"}


def test_a_later_certificate_replaces_an_earlier_one_in_any_order() -> None:
    first = certificate_of("spec", SPECIALIST)
    second = replace(certificate_of("spec", MANAGER), issued_at=NOW + timedelta(days=1))

    books = [book_with(issued(first), issued(second)), book_with(issued(second), issued(first))]

    assert [book.person("spec") for book in books] == [second, second]


def test_people_stay_trusted_after_their_administrator_got_new_keys() -> None:
    renewed = replace(
        certificate_of("admin", SPECIALIST, CertificateKind.ADMINISTRATOR),
        issued_at=NOW + timedelta(days=1),
    )

    book = book_with(issued(certificate_of("manager", MANAGER)), issued(renewed, by=ROOT_KEYS))

    assert book.person("manager").verify_key == MANAGER.signing.verify_key
    assert book.person("admin") == renewed


def test_a_stranger_is_not_trusted() -> None:
    with pytest.raises(NotTrusted):
        everyone().person("stranger")


def test_times_without_a_zone_are_our_bug() -> None:
    naive = datetime(2026, 3, 14)  # noqa: DTZ001 - the refused case itself

    with pytest.raises(BugError):
        issued(replace(certificate_of("spec", SPECIALIST), issued_at=naive))
    with pytest.raises(BugError):
        granted(replace(GRANT, granted_at=naive))


def test_a_time_far_out_of_range_is_damage() -> None:
    statement, _ = unframe(issued(certificate_of("spec", SPECIALIST)), 2)
    fields = list(unframe(statement, 9))
    fields[7] = number(2**60)

    assert book_with(frame(frame(*fields), bytes(64))).refused == (0,)


def test_a_grant_gives_the_key_to_its_person() -> None:
    stored = granted()

    assert open_grant(stored, everyone(), SPECIALIST.exchange) == (GRANT, SECRET)
    assert verify_grant(stored, everyone()) == GRANT


def test_a_grant_does_not_open_for_another_person() -> None:
    with pytest.raises(WrongKey):
        open_grant(granted(), everyone(), MANAGER.exchange)


def test_the_root_may_grant_and_be_granted_to() -> None:
    first = replace(GRANT, holder_id=ROOT)
    to_root = replace(GRANT, person_id=ROOT)
    sealed = make_grant(to_root, SECRET, HOSPITAL, ROOT_KEYS.exchange.public, MANAGER.signing)

    assert verify_grant(granted(first, ROOT_KEYS), everyone()) == first
    assert open_grant(sealed, everyone(), ROOT_KEYS.exchange) == (to_root, SECRET)


@pytest.mark.parametrize(
    "forged",
    [
        granted(holder=SPECIALIST),
        granted(replace(GRANT, holder_id="stranger")),
        granted(replace(GRANT, holder_id=ROOT)),
        granted(replace(GRANT, person_id="stranger")),
        make_grant(GRANT, SECRET, "hospital-2", SPECIALIST.exchange.public, MANAGER.signing),
    ],
)
def test_a_grant_that_no_certified_holder_signed_is_refused(forged: bytes) -> None:
    with pytest.raises(NotTrusted):
        verify_grant(forged, everyone())


def test_every_changed_byte_of_a_grant_is_found() -> None:
    stored, book = granted(), everyone()

    for changed in one_byte_changes(stored):
        with pytest.raises(KnownError):
            open_grant(changed, book, SPECIALIST.exchange)


def test_a_sealed_key_does_not_move_into_another_grant() -> None:
    statement, _ = unframe(granted(), 2)
    _, sealed = unframe(statement, 2)
    other = replace(GRANT, compartment="ID")
    outer = frame(other.encode(), sealed)

    with pytest.raises(NotTrusted):
        open_grant(frame(outer, bytes(64)), everyone(), SPECIALIST.exchange)


def test_a_secret_of_the_wrong_size_is_our_bug() -> None:
    with pytest.raises(BugError):
        make_grant(GRANT, b"short", HOSPITAL, SPECIALIST.exchange.public, MANAGER.signing)
