"""An alert that stood in a draft and was answered away before anybody was told of it."""

from dataclasses import dataclass
from datetime import datetime

from desktop.forms.instances import ItemKey


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Which alert the answer at ``key`` raised, and from when until when; never the answer."""

    alert_code: str
    key: ItemKey
    since: datetime
    until: datetime
