"""What a message bar says after a consent was answered or taken back."""

from PySide6.QtCore import QObject

from desktop.records.consent import WRITTEN_MODES as WRITTEN
from desktop.records.consent import Consent, ConsentStatus
from desktop.views.theme.tokens import Tone


class OutcomeWords(QObject):
    """A QObject only for its translations."""

    def of(self, consent: Consent) -> tuple[Tone, str]:
        """Tone and sentence for what was just kept."""
        recipient = consent.scope.recipient if consent.scope else ""
        if consent.told is not None:
            return Tone.SUCCESS, self.tr("Kept: {partner} knows.").format(partner=recipient)
        if consent.copy is not None:
            return Tone.SUCCESS, self.tr("Kept: what became of the copy.")
        if consent.status is ConsentStatus.WITHDRAWN:
            return Tone.SUCCESS, self._withdrawn(recipient)
        if consent.status is ConsentStatus.DECLINED:
            return Tone.SUCCESS, self._declined(recipient)
        if consent.status is ConsentStatus.ASK_LATER:
            return Tone.SUCCESS, self.tr("Kept: ask later. Nothing is shared before a yes.")
        time = f"{consent.asked_at.astimezone():%H:%M}"
        if consent.mode in WRITTEN:
            words = self.tr("Signed {time}. It cannot be changed, only taken back.")
            return Tone.SUCCESS, words.format(time=time)
        if consent.opens_nothing and not recipient:
            words = self.tr("Spoken yes kept {time}. It opens nothing until there is a signature.")
            return Tone.WARNING, words.format(time=time)
        if consent.opens_nothing:
            words = self.tr(
                "Spoken yes kept {time}. {partner} is told nothing until there is a signature."
            )
            return Tone.WARNING, words.format(time=time, partner=recipient)
        return Tone.SUCCESS, self.tr("Spoken yes kept {time}.").format(time=time)

    def _declined(self, recipient: str) -> str:
        if not recipient:
            return self.tr("The no is kept. Care does not change.")
        words = self.tr("The no is kept. Nothing goes to {partner}. Care does not change.")
        return words.format(partner=recipient)

    def _withdrawn(self, recipient: str) -> str:
        if not recipient:
            return self.tr("The consent is taken back.")
        words = self.tr("The consent is taken back. Tell {partner} now: nothing more goes to them.")
        return words.format(partner=recipient)
