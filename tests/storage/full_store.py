"""A small store with a row in every table, for tests that change each of them."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.errors import KnownError
from desktop.records.break_glass import GlassKind, GlassOutcome, GlassReason
from desktop.records.erasure import HoldReason
from desktop.records.ids import PacketId, PersonId, RecordId
from desktop.records.kinds import FORM, PART2_NOTE, Compartment
from desktop.services.ports import DraftRef
from tests.storage.cases import answer, form, new_case, packet_content, part2_note
from tests.storage.test_caseload import summary_of
from tests.storage.test_key_desk import ORLA
from tests.storage.test_site_book import APPROVAL
from tests.storage.test_staff_desk import enrolled, id_of, invited
from tests.support.store_fixture import (
    ADMINISTRATOR,
    DESK,
    MANAGER,
    OFFICER,
    SECOND_SPECIALIST,
    SPECIALIST,
    KeptStore,
    MadeStore,
    copy_store,
    keep_store,
)

READERS = (SPECIALIST, MANAGER, DESK, OFFICER, ADMINISTRATOR)
"""One account of each role: together they open everything."""
CASE, OTHER_CASE = RecordId("c" * 32), RecordId("e" * 32)
FORM_ID, SIGNED_FORM = RecordId("f" * 32), RecordId("5" * 32)
PACKET, GONE_PACKET = PacketId("a" * 32), PacketId("b" * 32)
EMPTY = frozenset({"outbox"})
"""Tables that nothing writes yet."""


@cache
def full_store() -> KeptStore:
    """Made once in this process; take copies."""
    with TemporaryDirectory(prefix="firstlight-full-") as name:
        made = copy_store(Path(name) / "data")
        _officer(made)
        person = _clinical(made)
        _packets(made)
        _guarding(made, person)
        _failed_sign_in(made)
        made.gate.close()
        made.reopen()
        return keep_store(made)


def _officer(made: MadeStore) -> None:
    officer = enrolled(made, ORLA)
    invited(made)
    codes = made.shown.recovery_codes
    administrator = made.sign_in(ADMINISTRATOR)
    administrator.key_desk.hand_on(officer, Compartment.AUD, (codes[0], codes[1]))
    named = id_of(administrator, SPECIALIST)
    administrator.staff_desk.name_user(named, Compartment.P2, is_named=True)
    administrator.site.approve(APPROVAL)
    administrator.close()
    specialist = made.sign_in(SPECIALIST)
    specialist.key_desk.renew(Compartment.P2)
    specialist.close()


def _clinical(made: MadeStore) -> PersonId:
    session = made.sign_in(SPECIALIST)
    person = new_case(session, CASE)
    other = new_case(session, OTHER_CASE, alias="Birch 3")
    note = RecordId("d" * 32)
    session.records.save(PART2_NOTE, person, note, part2_note(note), base=0)
    for record in (FORM_ID, SIGNED_FORM):
        session.records.save(FORM, person, record, form(record), base=0)
    session.records.save(FORM, person, FORM_ID, form(FORM_ID, response="[1]"), base=1)
    for text in ('"a"', '"b"'):
        session.journal.append(DraftRef(person, FORM_ID, 2), answer(text))
    session.caseload.keep([summary_of(person), summary_of(other)])
    session.close()
    manager = made.sign_in(MANAGER)
    manager.sign_offs.sign(SIGNED_FORM, 1)
    manager.close()
    session = made.sign_in(SPECIALIST)
    amended = form(SIGNED_FORM, response="[2]")
    session.records.save(FORM, person, SIGNED_FORM, amended, base=1, amends=1)
    session.close()
    return person


def _packets(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    for packet in (PACKET, GONE_PACKET):
        session.packets.put(packet, packet_content())
    session.close()
    desk = made.sign_in(DESK)
    desk.packets.delete(GONE_PACKET)
    desk.close()


def _guarding(made: MadeStore, person: PersonId) -> None:
    second = made.sign_in(SECOND_SPECIALIST)
    glass = second.glass_desk.open(person, GlassKind.OUTSIDE, GlassReason.COVERING, "invented")
    second.glass_desk.end(glass.glass_id)
    second.close()
    manager = made.sign_in(MANAGER)
    manager.glass_desk.review(glass.glass_id, GlassOutcome.APPROPRIATE)
    manager.glass_desk.lend(person, id_of(manager, OFFICER))
    manager.close()
    officer = made.sign_in(OFFICER)
    officer.erasure_desk.set_hold(person, HoldReason.LAWSUIT)
    officer.close()


def _failed_sign_in(made: MadeStore) -> None:
    try:
        made.gate.sign_in(SECOND_SPECIALIST, "not the password of anybody")
    except KnownError:
        return
    raise AssertionError("a wrong password was taken")
