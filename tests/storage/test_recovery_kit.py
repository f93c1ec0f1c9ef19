"""New recovery codes: the old ones open nothing any more, and nothing is lost on the way."""

import pytest

from desktop.errors import KnownError
from desktop.services.ports import ReEnrolment
from desktop.storage.re_enrolment import re_enrol
from desktop.storage.verify import verify_store
from tests.storage.raw_file import rows
from tests.storage.test_re_enrolment import NEW_PHRASE
from tests.support.store_fixture import ADMINISTRATOR, MANAGER, MadeStore


def old_codes(made: MadeStore) -> tuple[str, str]:
    one, two, _three = made.shown.recovery_codes
    return one, two


def kept(made: MadeStore) -> bytes:
    """What the file holds for the codes; the store is opened anew."""
    made.gate.close()
    [(found,)] = rows(made.database, "SELECT value FROM store_meta WHERE name = 'recovery'")
    made.reopen()
    assert isinstance(found, bytes)
    return found


def test_any_two_of_the_new_codes_open_the_root_and_no_old_one_does(made: MadeStore) -> None:
    administrator = made.sign_in(ADMINISTRATOR)
    desk = administrator.staff_desk
    new = desk.make_recovery_codes(old_codes(made))
    desk.take_recovery_codes(old_codes(made), new)

    one, two, three = new.codes
    for pair in ((one, two), (three, one), (two, three)):
        assert desk.make_recovery_codes(pair).codes != new.codes
    for pair in (old_codes(made), (one, old_codes(made)[0])):
        with pytest.raises(KnownError, match=r"recovery\.wrong-code"):
            desk.make_recovery_codes(pair)
    administrator.close()
    made.gate.close()
    assert verify_store(made.data_dir).problems == ()


def test_until_they_are_taken_the_old_codes_count(made: MadeStore) -> None:
    before = kept(made)
    administrator = made.sign_in(ADMINISTRATOR)

    new = administrator.staff_desk.make_recovery_codes(old_codes(made))

    with pytest.raises(KnownError, match=r"recovery\.wrong-code"):
        administrator.staff_desk.make_recovery_codes(new.codes[:2])
    administrator.close()
    assert kept(made) == before


def test_the_new_codes_bring_a_workstation_back(made: MadeStore) -> None:
    administrator = made.sign_in(ADMINISTRATOR)
    new = administrator.staff_desk.make_recovery_codes(old_codes(made))
    administrator.staff_desk.take_recovery_codes(old_codes(made), new)
    administrator.close()
    made.gate.close()
    wanted = ReEnrolment(ADMINISTRATOR, (new.codes[2], new.codes[0]), NEW_PHRASE)

    assert re_enrol(made.data_dir, made.clock, wanted, allow_weak=True).code
    with pytest.raises(KnownError, match=r"recovery\.wrong-code"):
        re_enrol(
            made.data_dir,
            made.clock,
            ReEnrolment(ADMINISTRATOR, old_codes(made), NEW_PHRASE),
            allow_weak=True,
        )


def test_the_old_wraps_are_in_no_byte_of_the_file(made: MadeStore) -> None:
    before = kept(made)
    administrator = made.sign_in(ADMINISTRATOR)
    new = administrator.staff_desk.make_recovery_codes(old_codes(made))
    administrator.staff_desk.take_recovery_codes(old_codes(made), new)
    files = [each.read_bytes() for each in made.data_dir.iterdir() if each.is_file()]
    administrator.close()

    piece = before[60:140]
    assert not any(piece in each for each in files)


def test_nobody_else_makes_them(made: MadeStore) -> None:
    manager = made.sign_in(MANAGER)

    with pytest.raises(KnownError, match=r"site\.only-administrator"):
        manager.staff_desk.make_recovery_codes(old_codes(made))
    manager.close()


def test_a_failure_while_they_are_taken_leaves_the_old_ones(
    made: MadeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    administrator = made.sign_in(ADMINISTRATOR)
    new = administrator.staff_desk.make_recovery_codes(old_codes(made))

    def fail() -> None:
        """A clock that breaks while the file is being changed."""
        raise KnownError("store.disk-full")

    monkeypatch.setattr(made.clock, "now", fail)
    with pytest.raises(KnownError, match=r"store\.disk-full"):
        administrator.staff_desk.take_recovery_codes(old_codes(made), new)
    monkeypatch.undo()

    assert administrator.staff_desk.make_recovery_codes(old_codes(made))
    administrator.close()
