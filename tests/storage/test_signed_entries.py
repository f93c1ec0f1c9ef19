"""Who wrote an entry of the audit trail: the auditor tells the signed from the forged."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent, Vouched
from desktop.records.ids import StaffId
from desktop.services.ports import AuditLine, StoreProblem
from desktop.storage.codec import encode
from desktop.storage.crypto.signed_entry import EntryPlace, pack_entry
from desktop.storage.crypto.signing import SigningKey
from desktop.storage.verify import verify_store
from tests.storage.forging import Pack, forge
from tests.support.fake_clock import START
from tests.support.store_fixture import (
    OFFICER,
    OFFICER_STAFF,
    SPECIALIST,
    STAFF,
    MadeStore,
    copy_store,
    password_of,
)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeStore]:
    """A store with a privacy officer; a specialist was there and left."""
    made = copy_store(tmp_path / "data", staff=(*STAFF, OFFICER_STAFF))
    made.sign_in(SPECIALIST).close()
    yield made
    made.gate.close()


def staff_id(made: MadeStore) -> str:
    """Whose name is used."""
    staff = made.sign_in(OFFICER).staff_desk.people()
    return next(each.member.staff_id for each in staff if each.member.sign_in_name == SPECIALIST)


def looked(actor: str) -> bytes:
    """An entry that names this person."""
    return encode(AuditEvent(AuditAction.IDENTITY_READ, StaffId(actor), START, "case-7"))


def read(made: MadeStore) -> dict[int, AuditLine]:
    """The whole trail as the privacy officer reads it."""
    reader = made.sign_in(OFFICER).audit_reader
    return {line.number: line for line in reader.read(1, reader.count())}


def check(made: MadeStore) -> list[StoreProblem]:
    """What ``store verify`` finds with the privacy officer's keys."""
    report = made.sign_in(OFFICER).backups.verify(lambda *_: None)
    return list(report.problems)


@pytest.mark.parametrize(
    "how",
    [
        lambda actor: lambda place: pack_entry(looked(actor), place, None),
        lambda actor: lambda place: pack_entry(looked(actor), place, SigningKey.generate()),
        lambda actor: lambda _place: looked(actor),
    ],
    ids=["unsigned", "signed by another key", "in the older form"],
)
def test_an_entry_in_anothers_name_is_told_from_what_they_did(
    made: MadeStore, how: Callable[[str], Pack]
) -> None:
    number = forge(made, how(staff_id(made)))
    made.sign_in(SPECIALIST).close()  # her checkpoint vouches for the chain, forgery and all
    assert verify_store_closed(made) == ()

    found = read(made)

    assert found[number].event is not None
    assert found[number].vouched is Vouched.FALSE
    assert [each for each, line in found.items() if line.vouched is Vouched.FALSE] == [number]
    assert [(each.where.rsplit("/", 1)[1], each.message_id) for each in check(made)] == [
        (str(number), "verify.audit-forged")
    ]


def verify_store_closed(made: MadeStore) -> tuple[StoreProblem, ...]:
    """The check without a key, and open again."""
    made.gate.close()
    problems = tuple(verify_store(made.data_dir).problems)
    made.reopen()
    return problems


def test_a_signature_moved_to_another_place_is_forged(made: MadeStore) -> None:
    mine = SigningKey.generate()
    actor = staff_id(made)
    elsewhere: list[bytes] = []

    def keep(place: EntryPlace) -> bytes:
        elsewhere.append(pack_entry(looked(actor), place, mine))
        return elsewhere[0]

    forge(made, keep)
    second = forge(made, lambda _place: elsewhere[0])

    assert read(made)[second].vouched is Vouched.FALSE


def test_what_was_done_is_signed_by_who_did_it(made: MadeStore) -> None:
    made.sign_in(SPECIALIST).close()

    vouched = {line.vouched for line in read(made).values()}

    assert vouched == {Vouched.SIGNED}
    assert check(made) == []


def test_what_happens_with_nobody_signed_in_says_so(made: MadeStore) -> None:
    with pytest.raises(KnownError):
        made.gate.sign_in(SPECIALIST, "wrong")
    made.gate.backups()

    found = [line for line in read(made).values() if line.vouched is not Vouched.SIGNED]

    assert [(line.event.action, line.vouched) for line in found if line.event] == [
        (AuditAction.SIGN_IN_FAILED, Vouched.NOBODY)
    ]
    assert check(made) == []


def test_a_wrong_password_of_somebody_signed_in_is_signed(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    with pytest.raises(KnownError):
        session.confirm_password("wrong " + password_of(SPECIALIST))
    session.close()

    (failed,) = [
        line
        for line in read(made).values()
        if line.event and line.event.action is AuditAction.CONFIRM_FAILED
    ]

    assert failed.vouched is Vouched.SIGNED


def test_a_page_read_first_knows_what_came_before_it(made: MadeStore) -> None:
    actor = staff_id(made)
    number = forge(made, lambda _place: looked(actor))

    (line,) = made.sign_in(OFFICER).audit_reader.read(number, number)

    assert line.vouched is Vouched.FALSE
