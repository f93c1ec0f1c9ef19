"""Choices of a packet that was not sent yet: they outlive the screen until somebody signs out."""

from PySide6.QtCore import QObject

from desktop.records.packet_record import PacketChoices
from desktop.services.ports import EpisodeRef
from desktop.views.screen import Navigator


class Unsent:
    """Kept in memory only, on the navigator, of which there is one per sign-in."""

    def __init__(self, navigator: Navigator, ref: EpisodeRef) -> None:
        self._holder = navigator if isinstance(navigator, QObject) else None
        self._name = f"packet_unsent_{ref.episode_id}"

    def keep(self, choices: PacketChoices) -> None:
        """Remember these choices."""
        if self._holder is not None:
            self._holder.setProperty(self._name, choices)

    def found(self) -> PacketChoices | None:
        """What was chosen when the screen was last left."""
        kept: object = self._holder.property(self._name) if self._holder is not None else None
        return kept if isinstance(kept, PacketChoices) else None
