"""What the store keeps for a time goes at a sign-in and every hour, whoever is at the window."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.records.audit_event import AuditAction
from desktop.records.break_glass import LASTS
from desktop.services.clear_overdue import KEPT_FOR
from desktop.services.plan_packet import plan_packet
from desktop.services.send_packet import send_packet
from tests.services.bench import NADIA, OFFICER, ROSA, Bench
from tests.storage.raw_file import rows
from tests.support.window_parts import OpenedWindow, Workstation

KEPT_S = KEPT_FOR.total_seconds()
HOUR_S = 3600


def send(bench: Bench) -> None:
    """A packet of a new case, waiting at the desk."""
    work, ref = bench.work_as(ROSA), bench.new_case()
    assert send_packet(work, ref, plan_packet(work, ref).choices).packet_id is not None


def lend(bench: Bench) -> None:
    """The keys of somebody, lent to the privacy officer."""
    ref, officer = bench.new_case(), bench.work_as(OFFICER).session.me
    bench.work_as(NADIA).session.glass_desk.lend(ref.person_id, officer.staff_id)


def kept(station: Workstation) -> tuple[int, int]:
    """How many packets and lent keys the closed file holds."""
    station.close()
    file = station.made.database
    packets = rows(file, "SELECT packet_id FROM packets WHERE sealed_key IS NOT NULL")
    return len(packets), len(rows(file, "SELECT person_id FROM lent_keys"))


def gone(station: Workstation) -> list[str]:
    """What the trail says of packets that were destroyed."""
    heard = station.bench.heard
    return [each.detail for each in heard if each.action is AuditAction.PACKET_DELETED]


@pytest.fixture
def opened(station: Workstation, qtbot: QtBot, qapp: QApplication) -> OpenedWindow:
    """A manager at the window; a packet and a loan have just begun."""
    send(station.bench)
    lend(station.bench)
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(NADIA)
    return opened


def test_a_sign_in_of_anybody_destroys_packets_that_are_over(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    send(station.bench)
    station.bench.clock.advance(KEPT_S + 1)
    send(station.bench)
    opened = station.open_window(qtbot, qapp)

    opened.sign_in(NADIA)

    assert gone(station) == ["older-than-72-h:1"]
    assert kept(station) == (1, 0)


def test_what_still_lasts_stays(opened: OpenedWindow) -> None:
    opened.station.bench.clock.advance(HOUR_S)
    opened.signed_in.watches.overdue.look()
    opened.until_idle()

    packets, lent = kept(opened.station)

    assert packets == 1
    assert lent > 0


def test_an_hour_after_the_last_look_everything_that_is_over_goes(opened: OpenedWindow) -> None:
    watch, clock = opened.signed_in.watches.overdue, opened.station.bench.clock
    clock.advance(KEPT_S - HOUR_S / 2)
    watch.look()
    opened.until_idle()
    clock.advance(HOUR_S - 1)
    watch.look()
    opened.until_idle()
    assert LASTS.total_seconds() < KEPT_S
    assert not gone(opened.station)
    clock.advance(1)

    watch.look()

    opened.until_idle()
    assert gone(opened.station) == ["older-than-72-h:1"]
    assert kept(opened.station) == (0, 0)


def test_behind_the_cover_it_goes_on_and_after_a_sign_out_it_does_not(
    opened: OpenedWindow,
) -> None:
    watch = opened.signed_in.watches.overdue
    assert watch.is_watching
    opened.signed_in.cover()
    opened.until_idle()
    assert watch.is_watching
    opened.enter_pin()

    opened.signed_in.sign_out()

    opened.until(lambda: not (isValid(watch) and watch.is_watching))
