"""Everything that the people of a store read in it, as one value to compare."""

from desktop.records.kinds import EPISODE, FORM, PART2_NOTE, PERSON_IDENTITY
from desktop.services.ports import Session
from tests.support.store_fixture import DESK, MANAGER, OFFICER, SPECIALIST, MadeStore


def transcript(made: MadeStore) -> list[object]:
    """What specialist, manager, desk and privacy officer see; times of looking are left out."""
    specialist, desk = made.sign_in(SPECIALIST), made.sign_in(DESK)
    officer, manager = made.sign_in(OFFICER), made.sign_in(MANAGER)
    seen: list[object] = _clinical(specialist)
    for status in desk.packets.statuses():
        is_there = not status.state.is_gone
        seen += [status, desk.packets.open(status.packet_id) if is_there else None]
    seen += [officer.erasure_desk.holds(), manager.glass_desk.all(), manager.glass_desk.loans()]
    seen += [specialist.site.staff(), specialist.site.approvals(), specialist.site.settings()]
    seen += [specialist.caseload.load(), manager.staff_desk.people()]
    for session in (specialist, desk, officer, manager):
        session.close()
    return seen


def _clinical(session: Session) -> list[object]:
    seen: list[object] = []
    for person in session.records.persons():
        for kind in (EPISODE, PERSON_IDENTITY, FORM, PART2_NOTE):
            for newest in session.records.list_newest(kind, person):
                seen.append(session.records.history(kind, newest.record_id))
                seen.append(session.sign_offs.of(newest.record_id))
    seen += [session.journal.rows(draft) for draft in session.journal.drafts()]
    return seen
