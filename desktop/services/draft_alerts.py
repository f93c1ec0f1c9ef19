"""Open alerts of drafts: whoever has the draft, they count at once."""

from desktop.services.draft_journal import drafts_of_episode
from desktop.services.draft_session import draft_session
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def open_alert_count(work: Work, ref: EpisodeRef) -> int:
    """How many alerts in the drafts of a case were told to nobody yet."""
    return sum(
        len(draft_session(work, state).open_alerts) for state in drafts_of_episode(work, ref)
    )
