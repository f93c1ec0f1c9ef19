"""Summaries of all cases, kept sealed in blocks; derived from the records and never the truth."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from desktop.records.case_summary import PersonSummary
from desktop.records.ids import PersonId

Report = Callable[[int, int], None]
"""Gets (opened, all) blocks; may raise to stop."""


@dataclass(frozen=True, slots=True)
class LoadedCaseload:
    """What is known without opening a record, and whose records must be opened."""

    summaries: Mapping[PersonId, PersonSummary] = field(repr=False)
    """Current ones only."""
    stale: Sequence[PersonId]
    """Everyone whose records changed since their summary was made, or who has none."""


class Caseload(Protocol):
    """Summaries as the signed-in person may read and renew them."""

    def load(self, report: Report | None = None) -> LoadedCaseload:
        """Opened once, then kept in memory for this session.

        A block that cannot be opened is left out: its people are stale. Without the key of the
        clinical compartment there is nobody.
        """
        ...

    def keep(self, fresh: Iterable[PersonSummary]) -> None:
        """Take in new summaries; durable, block by block."""
        ...
