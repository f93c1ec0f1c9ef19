"""Which backups never go, however many newer ones there are."""

from pathlib import Path

import pytest

from desktop.storage.crypto.anchor_code import anchor_code
from desktop.storage.crypto.audit_chain import ChainHead
from tests.storage.backing_up import back_up, fill
from tests.storage.test_backup import made_days_ago, pass_days
from tests.support.store_fixture import SPECIALIST, MadeStore


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where backups go; made by the first one."""
    return tmp_path / "usb"


def test_nothing_is_rotated_away_during_a_rollback_alarm(made: MadeStore, folder: Path) -> None:
    done = made_days_ago(made, folder, 14)
    session = made.sign_in(SPECIALIST)
    assert not session.rollback.check_footer(anchor_code(ChainHead(999, bytes(32))))
    session.close()

    newer = [back_up(made.gate.backups(), folder), back_up(made.gate.backups(), folder)]

    assert [each.removed for each in newer] == [(), ()]
    assert all(each.backup.path.exists() for each in done)


def test_the_newest_backup_that_was_opened_stays_however_old(made: MadeStore, folder: Path) -> None:
    fill(made)
    pass_days(made, -16)
    session = made.sign_in(SPECIALIST)
    earlier = back_up(session.backups, folder)
    pass_days(made, 1)
    opened = back_up(session.backups, folder)
    session.close()
    pass_days(made, 15)

    made_days_ago(made, folder, 15)

    assert opened.facts.opened > 0
    assert opened.backup.path.exists()
    assert not earlier.backup.path.exists()
