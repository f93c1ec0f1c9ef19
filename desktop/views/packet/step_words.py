"""Next steps in the packet's language: our own sentences are turned, typed ones are named."""

from dataclasses import replace

from desktop.messages import catalogue, sentence
from desktop.records.packet_record import PacketChoices

OURS = "step."
"""Message ids of the sentences that the forms propose begin so."""


class StepLanguages:
    """Remembers in which language each sentence was written while a packet is composed."""

    def __init__(self, choices: PacketChoices) -> None:
        self._written_in: dict[str, str] = {}
        self.note(choices)

    def note(self, choices: PacketChoices) -> None:
        """Sentences not seen before are in the packet's language."""
        for step in choices.steps:
            self._written_in.setdefault(step, choices.language)

    def turned(self, choices: PacketChoices, language: str) -> PacketChoices:
        """The same packet in another language; what somebody typed stays as it is."""
        self.note(choices)
        steps = tuple(self._turn(step, language) for step in choices.steps)
        return replace(choices, language=language, steps=steps)

    def foreign(self, choices: PacketChoices) -> frozenset[int]:
        """Places (from 0) of sentences that are not in the packet's language."""
        return frozenset(
            at
            for at, step in enumerate(choices.steps)
            if self._written_in.get(step, choices.language) != choices.language
        )

    def _turn(self, step: str, language: str) -> str:
        source = self._written_in[step]
        if source == language:
            return step
        for message_id, words in catalogue(source).items():
            if message_id.startswith(OURS) and words == step:
                turned = sentence(message_id, language)
                self._written_in[turned] = language
                return turned
        return step
