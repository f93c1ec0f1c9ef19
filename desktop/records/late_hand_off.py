"""Who was told of an alert after its form was completed: kept beside the form, never in it."""

from dataclasses import dataclass

from desktop.records.alert import HandOff
from desktop.records.ids import EpisodeId


@dataclass(frozen=True, slots=True)
class LateHandOff:
    """One act on one alert of a completed form; ``act.form_id`` says which. It is never changed:
    another act is another record, and what was signed stays as it was signed."""

    episode_id: EpisodeId
    act: HandOff
