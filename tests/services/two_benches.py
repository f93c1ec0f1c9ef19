"""Two workstations of a hospital with people at work at each, and a drive between them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.records.hand_over import HandOverReason
from desktop.services.hand_over_case import HandOverDone, HandOverWish, hand_over_case
from desktop.services.ports import EpisodeRef
from desktop.services.workstation_cards import read_card, write_card
from tests.services.bench import ADMIN, ROSA, Bench, sealed_bench
from tests.storage.backing_up import back_up
from tests.storage.two_workstations import make_second, open_second
from tests.support.store_fixture import password_of


@dataclass
class Two:
    """Two workstations at work, and a drive that is carried between them."""

    here: Bench
    there: Bench
    drive: Path

    def give(self, ref: EpisodeRef, name: str = ROSA, password: str = "") -> HandOverDone:
        """From here to there."""
        work = self.here.work_as(name)
        (to,) = work.session.hand_over_desk.workstations()
        wish = HandOverWish(to, HandOverReason.CARE_MOVES, self.drive)
        return hand_over_case(work, ref, wish, password or password_of(name))


@contextmanager
def two_benches(tmp_path: Path) -> Iterator[Two]:
    """Both at work; the first was told of the second, and the second knows the first anyway."""
    here, made = sealed_bench(tmp_path / "store")
    backup = back_up(made.gate.backups(), tmp_path / "usb").backup.path
    make_second(made, backup, tmp_path / "second")
    second = open_second(made, tmp_path / "second")
    there = Bench(second.sign_in, second.clock, True, second.ids)
    drive = tmp_path / "drive"
    drive.mkdir()
    write_card(there.work_as(ADMIN), drive / "two.card")
    read_card(here.work_as(ADMIN), drive / "two.card")
    yield Two(here, there, drive)
    for session in (*here.sessions.values(), *there.sessions.values()):
        session.close()
    made.gate.close()
    second.gate.close()
