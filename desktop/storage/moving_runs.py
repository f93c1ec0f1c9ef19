"""How far data keys were moved under a renewed key: a cache of numbers and ids, no content."""

from dataclasses import dataclass

from desktop.records.kinds import Compartment


@dataclass(frozen=True, slots=True)
class MovingRun:
    """What is ``left`` under keys older than ``epoch``, and the last data key that was moved."""

    epoch: int
    left: int
    after: tuple[str, int] = ("", 0)
    """Person and version; the next part begins behind them."""


class MovingRuns:
    """Shared by all sessions of one open store: what one of them adds, the others count anew."""

    def __init__(self) -> None:
        self._runs: dict[Compartment, MovingRun] = {}

    def of(self, compartment: Compartment, epoch: int) -> MovingRun | None:
        """What is known of the move under that epoch, or None."""
        run = self._runs.get(compartment)
        return run if run is not None and run.epoch == epoch else None

    def keep(self, compartment: Compartment, run: MovingRun) -> None:
        """Remember, once it is on disk."""
        self._runs[compartment] = run

    def forget(self) -> None:
        """Count anew next time: data keys were added or destroyed."""
        self._runs.clear()
