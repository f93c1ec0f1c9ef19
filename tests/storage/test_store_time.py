"""A wall clock that is set back lengthens no access, loan, code or packet; a restart neither."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from desktop.errors import KnownError
from desktop.records.break_glass import GlassKind, GlassReason
from desktop.records.ids import PacketId, PersonId
from desktop.records.roles import Role
from desktop.services.ports import NewStaff, PacketState, Session
from desktop.storage.store_time import StoreTime
from desktop.storage.verify import verify_store
from tests.storage.cases import packet_content
from tests.storage.test_glass_desk import lend, person
from tests.support.fake_clock import START, FakeClock
from tests.support.store_fixture import (
    ADMINISTRATOR,
    OFFICER,
    PIN,
    SPECIALIST,
    MadeStore,
    password_of,
)

__all__ = ["person"]

HOUR_S = 3600
PACKET = PacketId("a" * 32)


def test_it_is_the_wall_clock_while_that_runs_forward() -> None:
    clock = FakeClock()
    time = StoreTime(clock, START - timedelta(days=9))
    clock.advance(60)
    clock.set_wall(START + timedelta(days=2))

    assert time.now() == clock.now() == START + timedelta(days=2)


def test_set_back_it_goes_on_from_what_was_seen() -> None:
    clock = FakeClock()
    time = StoreTime(clock, START + timedelta(hours=3))
    heard = [time.now()]
    clock.advance(60)
    clock.set_wall(START - timedelta(days=400))
    heard.append(time.now())
    clock.advance(30)
    heard.append(time.now())

    seen = START + timedelta(hours=3)
    assert heard == [seen, seen + timedelta(seconds=60), seen + timedelta(seconds=90)]


@dataclass
class SetBack:
    """A store at which somebody sets the wall clock back to ``begun``, restarting it or not."""

    made: MadeStore
    restarts: bool
    begun: datetime = START

    def begin(self) -> None:
        """Now begins what has to end."""
        self.begun = self.made.clock.now()

    def pass_but(self, hours: int, session: Session) -> None:
        """All but a minute of ``hours`` go by; then it is the beginning again, on the wall."""
        self.made.clock.advance(hours * HOUR_S - 60)
        session.site.settings()
        session.close()
        if self.restarts:
            self.made.reopen()
        self.made.clock.set_wall(self.begun)
        if self.restarts:
            self.made.reopen()


@pytest.fixture(params=[False, True], ids=["running", "restarted"])
def back(made: MadeStore, request: pytest.FixtureRequest) -> Iterator[SetBack]:
    """Both ways."""
    yield SetBack(made, bool(request.param))
    made.gate.close()
    assert verify_store(made.data_dir).problems == ()


def refusal(act: Callable[[], object]) -> str:
    """Why it was refused."""
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.message_id


def test_an_access_with_a_reason_ends(back: SetBack, person: PersonId) -> None:
    session = back.made.sign_in(SPECIALIST)
    back.begin()
    session.glass_desk.open(person, GlassKind.OUTSIDE, GlassReason.EMERGENCY, "")
    back.pass_but(4, session)
    again = back.made.sign_in(SPECIALIST)
    assert again.glass_desk.standing(person) is not None

    back.made.clock.advance(61)

    assert again.glass_desk.standing(person) is None
    again.close()


def test_a_loan_ends_and_is_destroyed(back: SetBack, person: PersonId) -> None:
    back.begin()
    lend(back.made, person)
    back.pass_but(4, back.made.sign_in(OFFICER))
    again = back.made.sign_in(OFFICER)
    assert len(again.glass_desk.loans()) == 1

    back.made.clock.advance(61)

    assert not again.glass_desk.loans()
    again.close()


def test_a_one_time_code_ends(back: SetBack) -> None:
    session = back.made.sign_in(ADMINISTRATOR)
    back.begin()
    new = NewStaff("nia", "Nia Example", Role.SPECIALIST)
    code = session.staff_desk.invite(new).code
    back.pass_but(72, session)

    back.made.clock.advance(61)

    enrol = refusal(lambda: back.made.gate.enrol("nia", code, password_of("nia"), PIN))
    assert enrol == "enrolment.expired"


def test_a_packet_ends(back: SetBack) -> None:
    session = back.made.sign_in(SPECIALIST)
    back.begin()
    session.packets.put(PACKET, packet_content())
    back.pass_but(72, session)
    again = back.made.sign_in(SPECIALIST)
    kept = timedelta(hours=72)
    assert again.packets.delete_older_than(again.store_time() - kept) == 0

    back.made.clock.advance(61)

    assert again.packets.delete_older_than(again.store_time() - kept) == 1
    assert again.packets.statuses()[0].state is PacketState.DELETED
    again.close()


def test_after_a_clock_that_ran_ahead_everything_lasts_as_long_as_it_should(
    made: MadeStore, person: PersonId
) -> None:
    made.clock.set_wall(START + timedelta(days=900))
    made.sign_in(SPECIALIST).close()
    made.reopen()
    made.clock.set_wall(START)
    made.reopen()
    session = made.sign_in(SPECIALIST)
    session.packets.put(PACKET, packet_content())
    session.glass_desk.open(person, GlassKind.OUTSIDE, GlassReason.EMERGENCY, "")
    made.clock.advance(4 * HOUR_S - 1)

    assert session.glass_desk.standing(person) is not None
    assert session.packets.delete_older_than(session.store_time() - timedelta(hours=72)) == 0
    made.clock.advance(1)
    assert session.glass_desk.standing(person) is None
