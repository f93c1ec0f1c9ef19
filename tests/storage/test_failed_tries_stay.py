"""Failed tries cannot be cut off the audit trail unseen where there is a keyring."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.errors import KnownError
from tests.storage.raw_file import column, without_triggers
from tests.storage.station import Station
from tests.support.store_fixture import ADMINISTRATOR, SPECIALIST, password_of


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    station = Station(tmp_path / "data")
    station.work_a_little()
    yield station
    station.gate.close()


def _length(station: Station) -> int:
    return len(column(station.folder / "store.db", "audit", "number"))


def _cut(station: Station, length: int) -> None:
    with without_triggers(station.folder / "store.db") as raw:
        assert raw.execute("DELETE FROM audit WHERE number > ?", (length,)).rowcount


def _fail_to_sign_in(station: Station) -> None:
    with pytest.raises(KnownError):
        station.gate.sign_in(SPECIALIST, password_of(ADMINISTRATOR))


def _fail_under_no_name(station: Station) -> None:
    with pytest.raises(KnownError):
        station.gate.sign_in("nobody", password_of(ADMINISTRATOR))


@pytest.mark.parametrize("fail", [_fail_to_sign_in, _fail_under_no_name])
def test_failed_sign_ins_that_were_cut_off_raise_the_alarm(
    station: Station, fail: Callable[[Station], None]
) -> None:
    station.gate.close()
    before = _length(station)
    station.restart()
    fail(station)
    station.gate.close()

    _cut(station, before)

    station.restart()
    assert station.alarm() is not None


def test_failed_sign_ins_alone_raise_no_alarm(station: Station) -> None:
    _fail_to_sign_in(station)
    station.restart()

    assert station.alarm() is None
