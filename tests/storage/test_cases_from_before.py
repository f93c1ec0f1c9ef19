"""A case that an earlier version wrote: read as it was, listed, closed and linked by this one."""

import shutil
from pathlib import Path

from desktop.records.case_summary import summarise
from desktop.records.episode import CloseReason
from desktop.records.event_facts import NOTHING_SAID
from desktop.records.kinds import DEBRIEF, EPISODE, OUTING, PERSON_LINK
from desktop.records.missed import MissedWhy
from desktop.storage.restore import restore_store
from tests.storage.test_restore import RELEASED
from tests.support.store_fixture import SPECIALIST, MadeStore


def test_a_case_from_before_reasons_and_pathways_reads_and_closes(
    tmp_path: Path, made: MadeStore
) -> None:
    made.gate.close()
    old = tmp_path / "kept" / "old.db"
    old.parent.mkdir()
    shutil.copy(RELEASED, old)
    restore_store(old, made.data_dir, made.clock, lambda _what, _done, _total: None)
    made.reopen()
    session = made.sign_in(SPECIALIST)

    everybody = session.records.persons()
    (case,) = [one for who in everybody for one in session.records.list_newest(EPISODE, who)]
    person = case.person_id
    closed = case.value.closed(CloseReason.NEVER_REACHED, made.clock.now(), MissedWhy.TOO_ILL)
    session.records.save(EPISODE, person, case.record_id, closed, base=case.number)

    assert (case.value.missed_why, case.value.pathway) == (None, None)
    assert case.value.event == NOTHING_SAID
    assert not session.records.list_newest(PERSON_LINK, person)
    (kept,) = session.records.list_newest(EPISODE, person)
    assert summarise(kept.value, (), ()).missed_why is MissedWhy.TOO_ILL
    assert [session.records.everywhere(kind) for kind in (OUTING, DEBRIEF)] == [(), ()]
    session.close()
