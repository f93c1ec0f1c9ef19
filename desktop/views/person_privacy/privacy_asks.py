"""What is asked before each act on the privacy screen of a person."""

from dataclasses import dataclass

from desktop.messages import sentence
from desktop.records.erasure import ErasureReason
from desktop.records.part2_note import LONGEST_NOTE, Part2Note
from desktop.services.read_privacy import PersonPrivacy
from desktop.views.person.ask_panel import Ask, AskLine
from desktop.views.widgets.option_row import OptionItem

ALIAS, TEXT = "alias", "text"


@dataclass(frozen=True, slots=True)
class PrivacyAsks:
    """Worded in one language."""

    language: str

    def note(self, note: Part2Note | None) -> Ask:
        """Write a note, or change one; the text of one is put in by the view."""
        return Ask(
            title=self._words("privacy.note-new" if note is None else "privacy.note-change"),
            intro=self._words("privacy.note-intro"),
            action=self._words("privacy.note-do"),
            lines=(
                AskLine(
                    TEXT,
                    self._words("privacy.note-text"),
                    self._words("privacy.note-help", most=LONGEST_NOTE),
                    lines=8,
                    is_prose=True,
                ),
            ),
            wants_password=False,
            problems={"part2.note-too-long": TEXT, "part2.note-empty": TEXT},
        )

    def release(self, page: PersonPrivacy) -> Ask:
        """To which partner the notes go by letter."""
        recipients = tuple(
            OptionItem(
                one.name,
                one.name,
                closed_reason="" if one.gate.allowed else self._words(one.gate.reason_id),
            )
            for one in page.recipients
        )
        intro = self._words("privacy.release-intro")
        if page.is_confidential:
            intro = f"{self._words('confidential.name.why')} {intro}"
        return Ask(
            title=self._words("privacy.release-title"),
            intro=intro,
            action=self._words("privacy.release-do"),
            reason_label=self._words("privacy.release-question"),
            reasons=recipients,
        )

    def erase(self, page: PersonPrivacy) -> Ask:
        """Ask that the whole person be erased."""
        reasons = tuple(
            OptionItem(one.value, self._words(f"erasure-reason.{one.value}"))
            for one in ErasureReason
        )
        intro = self._words("privacy.erase-intro")
        if page.linked:
            others = ", ".join(page.linked)
            intro = f"{intro} {self._words('privacy.erase-linked', aliases=others)}"
        return Ask(
            title=self._words("privacy.erase-title", alias=page.alias),
            intro=intro,
            action=self._words("privacy.erase-do"),
            is_dangerous=True,
            reason_label=self._words("privacy.erase-question"),
            reasons=reasons,
            lines=(AskLine(ALIAS, self._words("privacy.erase-alias", alias=page.alias)),),
            problems={"erasure.alias-differs": ALIAS},
        )

    def lend(self, page: PersonPrivacy) -> Ask:
        """To which officer the keys are lent."""
        people = tuple(OptionItem(one.staff_id, one.display_name) for one in page.officers)
        return Ask(
            title=self._words("privacy.lend-title", alias=page.alias),
            intro=self._words("privacy.lend-intro"),
            action=self._words("privacy.lend-do"),
            reason_label=self._words("privacy.lend-question"),
            reasons=people,
        )

    def _words(self, message_id: str, **params: str | int) -> str:
        return sentence(message_id, self.language, **params)
