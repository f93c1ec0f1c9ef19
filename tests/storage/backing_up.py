"""Making backups in tests: to the end, with or without somebody's keys."""

import os
from pathlib import Path

from desktop.records.case_summary import PersonSummary, summarise
from desktop.records.ids import PacketId, RecordId
from desktop.services.ports import BackupDesk, BackupDone, tell_nobody
from tests.storage.cases import answer, episode, new_case, new_form, packet_content
from tests.storage.test_site_book import APPROVAL
from tests.support.store_fixture import ADMINISTRATOR, MANAGER, SPECIALIST, MadeStore


def back_up(desk: BackupDesk, folder: Path) -> BackupDone:
    """One backup, start to end."""
    run = desk.begin(folder)
    while not run.copy_some():
        pass
    return run.finish(tell_nobody)


def fill(made: MadeStore) -> None:
    """Something in every table that is checked."""
    session = made.sign_in(SPECIALIST)
    person = new_case(session, "c" * 32)
    draft = new_form(session, "f" * 32)
    session.journal.append(draft, answer('"a"'))
    session.journal.append(draft, answer('"b"'))
    summary = summarise(episode(person, RecordId("c" * 32)), (), ())
    session.caseload.keep([PersonSummary(person, (summary,))])
    session.packets.put(PacketId("a" * 32), packet_content())
    made.sign_in(MANAGER).sign_offs.sign(RecordId("f" * 32), 1)
    made.sign_in(ADMINISTRATOR).site.approve(APPROVAL)
    session.close()


def fill_more(made: MadeStore, megabytes: int) -> None:
    """Packets enough that a copy takes several slices."""
    session = made.sign_in(SPECIALIST)
    for number in range(megabytes):
        content = packet_content(os.urandom(1_000_000))
        session.packets.put(PacketId(f"{number:032x}"), content)
    session.close()
