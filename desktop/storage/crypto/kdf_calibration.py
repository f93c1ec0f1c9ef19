"""Choosing at set-up how much a password derivation may cost on this computer."""

import os
import time
from collections.abc import Callable
from dataclasses import replace

from desktop.storage.crypto.password_kdf import (
    MOST_PASSES,
    SALT_BYTES,
    Argon2Parameters,
    KdfCost,
    has_argon2,
    stretch,
)

TARGET_MS = 700
"""Longest wait at sign-in, in milliseconds."""
LARGEST_CALIBRATED_MEMORY_KIB = 256 * 1024


def measure_ms(cost: KdfCost) -> float:
    """How long one derivation at this cost takes here, in milliseconds."""
    salt = os.urandom(SALT_BYTES)
    started = time.perf_counter()
    stretch("measured", Argon2Parameters(cost.memory_kib, cost.iterations, cost.lanes, salt))
    return (time.perf_counter() - started) * 1000


def calibrate(
    target_ms: int = TARGET_MS, measure: Callable[[KdfCost], float] = measure_ms
) -> KdfCost:
    """The largest cost that stays within ``target_ms``, never below the default cost.

    Memory first, up to 256 MiB, then passes: memory is what hurts an attacker with many cores
    (RFC 9106 section 4). Each step up was measured before it is taken.
    """
    best = KdfCost()
    if not has_argon2() or measure(best) > target_ms:
        return best
    while best.memory_kib < LARGEST_CALIBRATED_MEMORY_KIB:
        larger = replace(best, memory_kib=best.memory_kib * 2)
        if measure(larger) > target_ms:
            return best
        best = larger
    while best.iterations < MOST_PASSES:
        larger = replace(best, iterations=best.iterations + 1)
        if measure(larger) > target_ms:
            return best
        best = larger
    return best
