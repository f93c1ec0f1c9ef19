"""The fixed clock and the counting ids do what the tests rely on."""

from datetime import timedelta

from tests.support.fake_clock import START, CountingIds, FakeClock


def test_the_clock_stands_still_until_it_is_moved() -> None:
    clock = FakeClock()

    seen = [clock.now(), clock.now()]

    assert seen == [START, START]


def test_advancing_moves_wall_and_monotonic_clock_together() -> None:
    clock = FakeClock()
    before = clock.monotonic()

    clock.advance(90)

    assert clock.now() - START == timedelta(seconds=90)
    assert clock.monotonic() - before == 90


def test_setting_the_wall_clock_leaves_the_monotonic_clock_alone() -> None:
    clock = FakeClock()
    before = clock.monotonic()

    clock.set_wall(START - timedelta(days=400))

    assert clock.now() < START
    assert clock.monotonic() == before


def test_ids_count_and_have_32_hexadecimal_characters() -> None:
    ids = CountingIds("ab")

    made = [ids.new_id() for _ in range(3)]

    assert len(set(made)) == 3
    assert all(len(one) == 32 and int(one, 16) > 0 and one.startswith("ab") for one in made)
