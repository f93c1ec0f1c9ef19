"""Words of the consent screen in the interface language: tabs, states, moments."""

from datetime import date, datetime

from PySide6.QtCore import QObject

from desktop.records.consent import (
    WRITTEN_MODES,
    Consent,
    ConsentMode,
    ConsentStatus,
    ConsentType,
)
from desktop.services.consents import NOT_ASKED, ConsentCard
from desktop.views.consent.consent_states import WithdrawnHow
from desktop.views.theme.state_icons import State


class ConsentWords(QObject):
    """A QObject only for its translations."""

    def title(self, card: ConsentCard) -> str:
        """What is asked, in a few words."""
        if card.consent_type is ConsentType.PARTICIPATION:
            return self.tr("Take part")
        if card.consent_type is ConsentType.CONTACT:
            return self.tr("Call after discharge")
        if card.consent_type is ConsentType.PHOTOGRAPHS:
            return self.tr("Photographs")
        if card.consent_type is ConsentType.RESEARCH:
            return self.tr("Studies")
        words = self.tr("Share: {partner}")
        if card.consent_type is ConsentType.PART2:
            words = self.tr("Treatment records: {partner}")
        return words.format(partner=card.recipient)

    def state(self, card: ConsentCard, today: date, *, is_asking: bool) -> str:
        """Where it stands, with the day."""
        if is_asking:
            return self.tr("Asking now")
        consent = card.consent
        if consent is None or card.state == NOT_ASKED:
            return self.tr("Not asked")
        if card.has_expired and consent.valid_until is not None:
            return self.tr("Ended {day}").format(day=consent.valid_until.isoformat())
        day = self.day(consent.withdrawn_at or consent.asked_at, today)
        return self._state_words(consent).format(day=day)

    def _state_words(self, consent: Consent) -> str:
        if consent.status is ConsentStatus.GRANTED:
            is_written = consent.mode in WRITTEN_MODES
            return self.tr("Yes, {day}") if is_written else self.tr("Spoken yes, {day}")
        return {
            ConsentStatus.DECLINED: self.tr("Said no, {day}"),
            ConsentStatus.ASK_LATER: self.tr("Ask later, said {day}"),
            ConsentStatus.WITHDRAWN: self.tr("Taken back, {day}"),
        }[consent.status]

    def day(self, at: datetime, today: date) -> str:
        """``today`` or ``2026-03-14``."""
        day = at.astimezone().date()
        return self.tr("today") if day == today else day.isoformat()

    def language(self, language: str) -> str:
        """The name of a language."""
        return self.tr("Spanish") if language == "es" else self.tr("English")

    def how(self, how: str) -> str:
        """How a consent was taken back."""
        words: dict[str, str] = {
            WithdrawnHow.IN_PERSON: self.tr("in person"),
            WithdrawnHow.IN_WRITING: self.tr("in writing"),
            WithdrawnHow.BY_PHONE: self.tr("by phone"),
        }
        return words.get(how, how)

    def spoken(self, recipient: str) -> str:
        """What a spoken yes is worth that must be in writing."""
        if not recipient:
            return self.tr("Kept as a spoken yes. It opens nothing until there is a signature.")
        words = self.tr(
            "Kept as a spoken yes. {partner} is told nothing until there is a signature."
        )
        return words.format(partner=recipient)

    def given_by(self, consent: Consent) -> str:
        """Who signed or said yes, how and when."""
        words = {
            ConsentMode.SIGNED: self.tr("Signed by {name}, {moment}"),
            ConsentMode.MARK: self.tr("Mark of {name}, {moment}"),
            ConsentMode.REPRESENTATIVE: self.tr("Signed by {name} ({authority}), {moment}"),
            ConsentMode.VERBAL: self.tr("{name} said yes out loud, {moment}"),
            ConsentMode.TELEPHONE: self.tr("{name} said yes by phone, {moment}"),
        }
        mode = consent.mode or ConsentMode.SIGNED
        return words[mode].format(
            name=consent.printed_name,
            authority=consent.representative_authority,
            moment=moment(consent.asked_at),
        )


def moment(at: datetime) -> str:
    """``2026-03-14 14:05`` in the time of this computer."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def releases_nothing(card: ConsentCard) -> bool:
    """Whether a yes that must be in writing was only spoken."""
    consent = card.consent
    return consent is not None and card.is_given and consent.opens_nothing


def state_icon(card: ConsentCard, *, is_asking: bool) -> State:
    """The icon beside the words."""
    if is_asking:
        return State.IN_PROGRESS
    if card.has_expired or card.ask_again:
        return State.LOOK_HERE
    if releases_nothing(card):
        return State.WAITING
    return {
        NOT_ASKED: State.NOT_STARTED,
        ConsentStatus.GRANTED.value: State.DONE,
        ConsentStatus.DECLINED.value: State.SAID_NO,
        ConsentStatus.ASK_LATER.value: State.LATER,
        ConsentStatus.WITHDRAWN.value: State.SAID_NO,
    }[card.state]
