"""What the desk of consent texts shows."""

from dataclasses import dataclass

from desktop.services.approve_text import TextCard


@dataclass(frozen=True, slots=True)
class TextsState:
    """All texts, which one is read, and whether an approval is on its way to the store."""

    cards: tuple[TextCard, ...] = ()
    chosen: str = ""
    language: str = "en"
    hospital: str = ""
    is_busy: bool = False

    @property
    def card(self) -> TextCard | None:
        """The text being read."""
        return next((card for card in self.cards if card.name == self.chosen), None)

    @property
    def approved(self) -> int:
        """How many texts signatures are taken on."""
        return sum(1 for card in self.cards if card.approved_by is not None)
