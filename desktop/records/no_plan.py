"""That there is no safety plan today, and why: silence would read as forgotten."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.records.ids import EpisodeId, StaffId


class NoPlanReason(StrEnum):
    """Why no plan was made; a closed set, so that nothing of the person's words is kept."""

    DECLINED = "declined"
    NOT_THE_MOMENT = "not-the-moment"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NoPlanToday:
    """A note at ``noted_at``; a plan that is begun later stands beside it."""

    episode_id: EpisodeId
    reason: NoPlanReason
    noted_at: datetime
    noted_by: StaffId
