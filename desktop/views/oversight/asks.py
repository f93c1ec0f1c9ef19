"""What is asked before each act of the oversight desk."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.messages import sentence
from desktop.records.break_glass import REASONS, GlassKind, GlassOutcome
from desktop.records.erasure import HoldReason
from desktop.services.read_oversight import AccessLine, HeldLine, LoanLine, WishLine
from desktop.views.person.ask_panel import Ask, AskLine
from desktop.views.widgets.option_row import OptionItem

REFERENCE, NOTE, FIRST_CODE, SECOND_CODE = "reference", "note", "code-1", "code-2"


@dataclass(frozen=True, slots=True)
class OversightAsks:
    """Worded in one language."""

    language: str

    def review(self, line: AccessLine) -> Ask:
        """Was it right?"""
        outcomes = tuple(
            OptionItem(one.value, self._words(f"glass-outcome.{one.value}")) for one in GlassOutcome
        )
        intro = self._words(
            "oversight.review-intro",
            name=line.opened_by,
            reason=self._words(f"glass-reason.{line.glass.reason.value}"),
        )
        if line.note:
            intro = f"{intro}\n\n{self._words('oversight.note', note=line.note)}"
        return Ask(
            title=self._words("oversight.review-title", person=line.person_name),
            intro=intro,
            action=self._words("oversight.review-do"),
            reason_label=self._words("oversight.review-question"),
            reasons=outcomes,
            wants_password=False,
        )

    def erase(self, line: WishLine, *, may_agree: bool, kept_in: Sequence[str] = ()) -> Ask:
        """The second person's yes, or no; whoever asked may only take it back."""
        params: dict[str, str | int] = {
            "person": line.person_name,
            "name": line.asked_by,
            "records": line.wish.records,
            "reason": self._words(f"erasure-reason.{line.wish.reason.value}"),
        }
        if not may_agree:
            return Ask(
                title=self._words("oversight.wish-title", **params),
                intro=self._words("oversight.wish-waits", **params),
                action=self._words("oversight.erase-not"),
                wants_password=False,
            )
        intro = self._words("oversight.erase-intro", **params)
        if kept_in:
            names = ", ".join(kept_in)
            intro = f"{intro}\n\n{self._words('oversight.erase-kept', names=names)}"
        return Ask(
            title=self._words("oversight.wish-title", **params),
            intro=intro,
            action=self._words("oversight.erase-do"),
            other=self._words("oversight.erase-not"),
            is_dangerous=True,
            lines=(self._reference(),),
            problems={"erasure.reference-differs": REFERENCE},
        )

    def set_hold(self) -> Ask:
        """Which person, and why."""
        reasons = tuple(
            OptionItem(one.value, self._words(f"hold-reason.{one.value}")) for one in HoldReason
        )
        return Ask(
            title=self._words("oversight.hold-title"),
            intro=self._words("oversight.hold-intro"),
            action=self._words("oversight.hold-do"),
            reason_label=self._words("oversight.hold-question"),
            reasons=reasons,
            lines=(self._reference(),),
            problems={
                "person.no-such-reference": REFERENCE,
                "hold.already": REFERENCE,
                "person.erased": REFERENCE,
            },
        )

    def held(self, line: HeldLine) -> Ask:
        """End it: the first asks, the second agrees or keeps it."""
        title = self._words("oversight.held-title", person=line.person_name)
        if not line.end_asked_by:
            return Ask(
                title=title,
                intro=self._words("oversight.held-intro"),
                action=self._words("oversight.held-ask"),
                wants_password=False,
            )
        intro = self._words("oversight.held-asked", name=line.end_asked_by)
        keep = self._words("oversight.held-keep")
        if not line.is_mine_to_end:
            return Ask(title=title, intro=intro, action=keep, wants_password=False)
        end = self._words("oversight.held-end")
        return Ask(title=title, intro=intro, action=end, other=keep, is_dangerous=True)

    def open_lent(self, line: LoanLine) -> Ask:
        """Why the officer reads this person."""
        return Ask(
            title=self._words("oversight.lent-title", person=line.reference),
            intro=self._words("oversight.lent-intro"),
            action=self._words("oversight.lent-do"),
            reason_label=self._words("glass.question"),
            reasons=glass_reasons(GlassKind.OFFICER, self.language),
            lines=(note_line(self.language),),
            problems={"glass.note-too-long": NOTE},
        )

    def lend_with_codes(self) -> Ask:
        """Two of the three printed codes, for one person."""
        codes = tuple(
            AskLine(key, self._words(f"oversight.{key}")) for key in (FIRST_CODE, SECOND_CODE)
        )
        return Ask(
            title=self._words("oversight.codes-title"),
            intro=self._words("oversight.codes-intro"),
            action=self._words("oversight.codes-do"),
            lines=(self._reference(), *codes),
            wants_password=False,
            problems={
                "person.no-such-reference": REFERENCE,
                "person.erased": REFERENCE,
                "recovery.same-code": SECOND_CODE,
                "recovery.wrong-code": FIRST_CODE,
            },
        )

    def _reference(self) -> AskLine:
        label = self._words("oversight.reference")
        return AskLine(REFERENCE, label, self._words("oversight.reference-help"))

    def _words(self, message_id: str, **params: str | int) -> str:
        return sentence(message_id, self.language, **params)


def glass_reasons(kind: GlassKind, language: str) -> tuple[OptionItem, ...]:
    """The closed list for one kind of access."""
    return tuple(
        OptionItem(one.value, sentence(f"glass-reason.{one.value}", language))
        for one in REASONS[kind]
    )


def note_line(language: str) -> AskLine:
    """What may be added to a reason."""
    label = sentence("glass.note", language)
    help_text = sentence("glass.note-help", language)
    return AskLine(NOTE, label, help_text, is_needed=False, is_prose=True)
