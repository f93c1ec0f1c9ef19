"""Entries that came into the audit trail while the app had the store closed are written down."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.ids import StaffId
from desktop.services.ports import AuditLine
from desktop.storage.codec import encode
from desktop.storage.crypto.signed_entry import pack_entry
from tests.storage.forging import append_forged
from tests.storage.station import Station
from tests.support.fake_clock import START
from tests.support.store_fixture import OFFICER, OFFICER_STAFF, STAFF, password_of

TRIED = encode(AuditEvent(AuditAction.SIGN_IN_FAILED, StaffId("unknown"), START))
"""What anybody may have written, so that no signature tells it."""


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    """A workstation with a keyring and a privacy officer, where somebody worked."""
    station = Station(tmp_path / "data", staff=(*STAFF, OFFICER_STAFF))
    station.work_a_little()
    yield station
    station.gate.close()


def grown(station: Station) -> list[str]:
    """Which entries the trail says were added."""
    session = station.gate.sign_in(OFFICER, password_of(OFFICER))
    reader = session.audit_reader
    lines: list[AuditLine] = list(reader.read(1, reader.count()))
    session.close()
    return [
        line.event.detail
        for line in lines
        if line.event and line.event.action is AuditAction.TRAIL_GREW
    ]


def forge(station: Station) -> int:
    """One entry more in the closed file, made without any account."""
    return append_forged(station.folder, station.clock, lambda at: pack_entry(TRIED, at, None))


def test_what_was_added_while_it_was_closed_is_written_down_at_the_start(
    station: Station,
) -> None:
    station.gate.close()
    first, second = forge(station), forge(station)

    station.restart()

    assert grown(station) == [f"{first}-{second}"]
    station.restart()
    assert grown(station) == [f"{first}-{second}"]


def test_a_start_after_a_clean_exit_writes_nothing(station: Station) -> None:
    station.restart()
    station.work_a_little()
    station.restart()

    assert grown(station) == []


def test_after_a_kill_what_the_app_itself_wrote_is_no_finding(station: Station) -> None:
    station.restart()
    station.work_a_little()
    killed = {path.name: path.read_bytes() for path in station.folder.iterdir()}
    kept = dict(station.keyring.entries)
    station.gate.close()
    for name, content in killed.items():
        (station.folder / name).write_bytes(content)
    station.keyring.entries = kept

    station.restart()

    assert grown(station) == []
