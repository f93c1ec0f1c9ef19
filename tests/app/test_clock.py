"""The clock that timers count by."""

import sys
import time

import pytest

from desktop.clock import SystemClock


@pytest.mark.skipif(sys.platform != "linux", reason="Linux has a clock that counts sleep by itself")
def test_the_time_that_a_computer_slept_counts_for_every_timer() -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    seconds = SystemClock().monotonic()
    after = time.clock_gettime(time.CLOCK_BOOTTIME)

    assert before <= seconds <= after
