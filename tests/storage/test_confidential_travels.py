"""No information and who may be told go along when a case moves to another workstation."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.records.confidential_status import AskedBy, ConfidentialStatus
from desktop.records.ids import EpisodeId, RecordId
from desktop.records.kinds import CONFIDENTIAL_STATUS, MAY_KNOW
from desktop.records.may_know import MayKnow, NamedPerson
from tests.storage.two_workstations import CASE, Pair, new_pair
from tests.support.fake_clock import START
from tests.support.store_fixture import SECOND_SPECIALIST, SPECIALIST, MadeStore

STATUS, NAMES = RecordId("9" * 32), RecordId("8" * 32)
DUE = date(2026, 3, 21)


@pytest.fixture
def pair(made: MadeStore, tmp_path: Path) -> Iterator[Pair]:
    """Two workstations; the first has a case."""
    pair = new_pair(made, tmp_path)
    yield pair
    pair.close()


def test_the_status_and_its_review_arrive_with_the_case(pair: Pair) -> None:
    session = pair.first.sign_in(SPECIALIST)
    me = session.me.staff_id
    status = ConfidentialStatus(STATUS, EpisodeId(CASE), AskedBy.PERSON, START, me, DUE)
    session.records.save(CONFIDENTIAL_STATUS, pair.person, STATUS, status, base=0)
    again = status.reviewed(START + timedelta(days=7), me, DUE + timedelta(days=7))
    session.records.save(CONFIDENTIAL_STATUS, pair.person, STATUS, again, base=1)
    names = MayKnow(EpisodeId(CASE), (NamedPerson("Fern Invented", "aunt", may_visit=True),))
    session.records.save(MAY_KNOW, pair.person, NAMES, names, base=0)
    session.close()

    pair.take_in(pair.hand_over())

    there = pair.second.sign_in(SECOND_SPECIALIST)
    steps = there.records.history(CONFIDENTIAL_STATUS, STATUS)
    assert [one.value for one in steps] == [status, again]
    assert there.records.load(MAY_KNOW, NAMES).value == names
    there.close()
