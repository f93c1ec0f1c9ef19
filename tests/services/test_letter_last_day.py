"""A letter that waits at the desk goes no longer than the consent that it stands on."""

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.ids import PacketId
from desktop.services.confirmations import ConfirmedAct
from desktop.services.kept_consents import consents_of
from desktop.services.local_day import local_day
from desktop.services.open_packet import open_packet
from desktop.services.print_packet import print_packet
from desktop.services.save_packet_file import save_packet_file
from desktop.services.send_packet import send_packet
from tests.services.bench import DESK, Bench, confirmed
from tests.services.test_packets import Ready, consented, ready, with_letter

__all__ = ["ready"]
DAY_S = 86_400


def sent(made: Ready, *, with_one: bool) -> PacketId:
    """A packet at the desk, with a letter or without."""
    choices = with_letter(made, consented(made)) if with_one else made.choices
    packet_id = send_packet(made.work, made.ref, choices).packet_id
    assert packet_id is not None
    return packet_id


def wait_until_after_the_last_day(bench: Bench, made: Ready, days: int) -> None:
    """So many days after the earliest last day of the consents."""
    ends = [one.scope.expires_on for one in consents_of(made.work, made.ref) if one.scope]
    last = min(one for one in ends if one is not None)
    bench.clock.advance(((last - local_day(made.work)).days + days) * DAY_S)


def refusal(bench: Bench, packet_id: PacketId) -> str:
    try:
        print_packet(bench.work_as(DESK), packet_id, "ED-PRN-2")
    except KnownError as error:
        return error.message_id
    return ""


@pytest.mark.parametrize(("days", "said"), [(0, ""), (1, "packet.letter-expired")])
def test_the_last_day_still_prints_and_the_next_does_not(
    bench: Bench, ready: Ready, days: int, said: str
) -> None:
    packet_id = sent(ready, with_one=True)
    wait_until_after_the_last_day(bench, ready, days)

    assert refusal(bench, packet_id) == said
    assert len(bench.printers.jobs) == (0 if said else 1)


def test_after_it_no_file_is_written_and_the_pages_can_still_be_looked_at(
    bench: Bench, ready: Ready, tmp_path: Path
) -> None:
    packet_id = sent(ready, with_one=True)
    wait_until_after_the_last_day(bench, ready, 1)
    desk = confirmed(bench.work_as(DESK), ConfirmedAct.EXPORT)

    with pytest.raises(KnownError) as caught:
        save_packet_file(desk, packet_id, tmp_path / "paper.pdf")

    assert caught.value.message_id == "packet.letter-expired"
    assert not (tmp_path / "paper.pdf").exists()
    assert open_packet(desk, packet_id).pdf


def test_a_packet_without_a_letter_has_no_last_day(bench: Bench, ready: Ready) -> None:
    packet_id = sent(ready, with_one=False)
    bench.clock.advance(timedelta(days=400).total_seconds())

    assert refusal(bench, packet_id) == ""
