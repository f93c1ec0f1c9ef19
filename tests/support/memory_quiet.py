"""Desks of a store in memory at which nothing ever happened."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from desktop.records.hand_over import HandedOver, Workstation
from desktop.records.ids import PersonId, StaffId


class MemoryRollback:
    """RollbackDesk of a store that is always the newest."""

    def alarm(self) -> None:
        """There is none."""

    def need_quiet(self) -> None:
        """It always is."""

    def written_meanwhile(self, _person_id: PersonId) -> Sequence[datetime]:
        """Nothing ever was."""
        return ()

    def anchor_code(self) -> str:
        """What footers say in tests."""
        return "12-7KQ2-MX9P-0ABC"


class MemoryGlassDesk:
    """GlassDesk in memory: nobody has opened anything."""

    def standing(self, person_id: PersonId) -> None:
        """None in force."""


class MemoryHandOverDesk:
    """HandOverDesk in memory: there is one workstation alone."""

    def away(self) -> Mapping[PersonId, HandedOver]:
        """Every case is here."""
        return {}

    def workstations(self) -> Sequence[Workstation]:
        """No other is known."""
        return ()

    def takers(self) -> Mapping[PersonId, frozenset[StaffId]]:
        """None came from elsewhere."""
        return {}
