"""An alert that the site itself asks for: which answer or score of which form, and what then.

What calls for a clinician beyond our own forms is the policy of a hospital: no threshold is ours.
A rule is never taken out, it ends: work that was begun while it stood keeps to it, so that an alert
that nobody was told of cannot vanish with its rule.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from desktop.forms.wording import LocalText

PREFIX = "site."
"""Before the id of a rule in the code of its alert."""

_NUMBERED = re.compile(r"\d+(\.\d+)*")


class AlertAbout(StrEnum):
    """What it is about; the first two are handed to a clinician before anything is complete."""

    SUICIDE = "suicide"
    DANGER = "danger"
    OTHER = "other"

    @property
    def must_wait(self) -> bool:
        """Whether Complete always waits for who was told, as for the same alert of our own forms.

        Source: a positive suicide screen asks for a trained clinician's assessment (NIMH, ASQ
        toolkit); ours cannot be completed without a hand-off either.
        """
        return self is not AlertAbout.OTHER

    @property
    def contacts(self) -> str:
        """The alert of ours whose contacts are called for it too; "" for none."""
        ours = {AlertAbout.SUICIDE: "suicide-concern", AlertAbout.DANGER: "danger-now"}
        return ours.get(self, "")


@dataclass(frozen=True, slots=True)
class AlertCondition:
    """What raises it: an option among ``codes`` (``true`` and ``false`` for yes and no), or a
    number from ``least`` to ``most``, both included. ``first_version`` and ``last_version`` bound
    the versions of the form, "" is without an end."""

    url: str
    link_id: str
    codes: tuple[str, ...] = ()
    least: Decimal | None = None
    most: Decimal | None = None
    first_version: str = ""
    last_version: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it says enough to raise anything."""
        is_number = self.least is not None or self.most is not None
        return bool(self.url and self.link_id) and bool(self.codes) is not is_number

    def covers(self, version: str) -> bool:
        """Whether this version of the form is meant.

        Versions of numbers between dots are in their order; any other is only itself.
        """
        low, high = self.first_version, self.last_version
        if not low and not high:
            return True
        if version in (low, high):
            return True
        here = _numbers(version)
        if here is None:
            return False
        first, last = _numbers(low), _numbers(high)
        if (low and first is None) or (high and last is None):
            return False
        return (first is None or here >= first) and (last is None or here <= last)


@dataclass(frozen=True, slots=True)
class SiteAlert:
    """One rule. ``title`` names the matter for staff, ``what_to_do`` is read beside the bed,
    ``call`` is who is told and how to reach them. ``until`` None while it stands."""

    alert_id: str
    condition: AlertCondition
    about: AlertAbout
    waits: bool
    title: LocalText
    what_to_do: LocalText
    call: str
    since: datetime
    until: datetime | None = field(default=None)

    @property
    def code(self) -> str:
        """What its alerts and their hand-offs are called."""
        return PREFIX + self.alert_id

    @property
    def stands(self) -> bool:
        """Whether it raises alerts in work that is begun now."""
        return self.until is None

    def stood(self, begun: datetime, ended: datetime | None) -> bool:
        """Whether it stood at any moment of a work; ``ended`` None while it goes on."""
        has_begun = ended is None or self.since <= ended
        return has_begun and (self.until is None or self.until >= begun)


def _numbers(version: str) -> tuple[int, ...] | None:
    if not _NUMBERED.fullmatch(version):
        return None
    parts = [int(part) for part in version.split(".")]
    while parts and not parts[-1]:
        parts.pop()  # 2.0 is 2
    return tuple(parts)
