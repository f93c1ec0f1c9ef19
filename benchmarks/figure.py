"""One line of the benchmark's table, and how a time is taken."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """``ours_ms`` beside ``yardstick_ms`` (None where the aim is a plain time)."""

    name: str
    ours_ms: float
    yardstick: str
    yardstick_ms: float | None
    aim: str

    def line(self) -> str:
        """The line as printed."""
        if self.yardstick_ms is None:
            return f"{self.name:<46} {self.ours_ms:9.2f} ms  {self.yardstick}  (aim {self.aim})"
        ratio = self.ours_ms / self.yardstick_ms
        against = f"{self.yardstick} {self.yardstick_ms:.2f} ms"
        return f"{self.name:<46} {self.ours_ms:9.2f} ms  {ratio:5.2f} x {against}  (aim {self.aim})"


def times_ms(
    work: Callable[[], object], rounds: int, clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """How long each of ``rounds`` calls took by ``clock`` (seconds)."""
    taken = []
    for _ in range(rounds):
        began = clock()
        work()
        taken.append((clock() - began) * 1000)
    return taken


def in_turn_ms(
    ours: Callable[[], object],
    yardstick: Callable[[], object],
    rounds: int,
    clock: Callable[[], float] = time.perf_counter,
    between: Callable[[], object] = lambda: None,
) -> tuple[float, float]:
    """Medians of both, taken in turn so that a busy machine hits both alike; ``between`` puts
    things back after each of ours and is not counted."""
    pairs = []
    for _ in range(rounds):
        mine = times_ms(ours, 1, clock)[0]
        between()
        pairs.append((mine, times_ms(yardstick, 1, clock)[0]))
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def percentile(values: list[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
