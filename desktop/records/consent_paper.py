"""A consent frozen as a PDF at the moment it was given."""

from dataclasses import dataclass, field

from desktop.records.ids import EpisodeId, RecordId


@dataclass(frozen=True, slots=True)
class FrozenPaper:
    """The bytes as they were then; the consent holds their digest."""

    consent_id: RecordId
    episode_id: EpisodeId
    pdf: bytes = field(repr=False)
    sha256: str
