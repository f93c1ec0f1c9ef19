"""What was read of the oversight desk, in rows and words."""

from dataclasses import dataclass
from datetime import datetime

from desktop.messages import sentence
from desktop.services.read_oversight import (
    AccessLine,
    ErasedLine,
    HeldLine,
    LoanLine,
    Oversight,
    WishLine,
)
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.row_item import ChipFact, RowItem

RULE, RESTRICTED = "caseload-rule", "restricted"


@dataclass(frozen=True, slots=True)
class OversightRows:
    """Every list of the desk."""

    to_review: tuple[RowItem, ...] = ()
    wishes: tuple[RowItem, ...] = ()
    holds: tuple[RowItem, ...] = ()
    loans: tuple[RowItem, ...] = ()
    reviewed: tuple[RowItem, ...] = ()
    erased: tuple[RowItem, ...] = ()
    switches: tuple[RowItem, ...] = ()


@dataclass(frozen=True, slots=True)
class OversightReader:
    """The desk as it was read, worded in one language."""

    oversight: Oversight
    language: str

    def rows(self) -> OversightRows:
        """Everything for one moment."""
        seen = self.oversight
        return OversightRows(
            to_review=tuple(map(self._to_review, seen.to_review)),
            wishes=tuple(map(self._wish, seen.wishes)),
            holds=tuple(map(self._hold, seen.holds)),
            loans=tuple(map(self._loan, seen.loans)),
            reviewed=tuple(map(self._reviewed, seen.reviewed)),
            erased=tuple(map(self._erased, seen.erased)),
            switches=self._switches() if seen.may_set else (),
        )

    def access(self, key: str) -> AccessLine | None:
        """The access of a row."""
        found = (each for each in self.oversight.to_review if each.glass.glass_id == key)
        return next(found, None)

    def wish(self, key: str) -> WishLine | None:
        """The wish of a row."""
        return next((each for each in self.oversight.wishes if each.wish.person_id == key), None)

    def hold(self, key: str) -> HeldLine | None:
        """The hold of a row."""
        return next((each for each in self.oversight.holds if each.hold.person_id == key), None)

    def loan(self, key: str) -> LoanLine | None:
        """The loan of a row."""
        return next((each for each in self.oversight.loans if each.loan.person_id == key), None)

    def _to_review(self, line: AccessLine) -> RowItem:
        mine = ChipFact(self._words("oversight.yours"), Tone.PLAIN, Icon.USER)
        late = ChipFact(self._words("oversight.late"), Tone.WARNING, Icon.CLOCK)
        chips = (mine,) if line.is_mine else (late,) if line.is_late else ()
        return RowItem(
            line.glass.glass_id,
            line.person_name,
            self._access_words(line),
            Icon.KEY,
            right=_when(line.glass.opened_at),
            chips=chips,
            has_chevron=not line.is_mine,
            is_large=True,
        )

    def _reviewed(self, line: AccessLine) -> RowItem:
        outcome = line.glass.outcome
        words = self._words(f"glass-outcome.{outcome.value}") if outcome else ""
        return RowItem(
            line.glass.glass_id,
            line.person_name,
            self._access_words(line),
            Icon.CHECK,
            right=words,
            is_large=True,
        )

    def _wish(self, line: WishLine) -> RowItem:
        reason = self._words(f"erasure-reason.{line.wish.reason.value}")
        return RowItem(
            line.wish.person_id,
            line.person_name,
            self._words("oversight.wish-line", name=line.asked_by, reason=reason),
            Icon.ERASER,
            right=_when(line.wish.asked_at),
            has_chevron=True,
            is_large=True,
        )

    def _hold(self, line: HeldLine) -> RowItem:
        reason = self._words(f"hold-reason.{line.hold.reason.value}")
        may = self.oversight.may_guard
        asked = ChipFact(self._words("oversight.end-asked"), Tone.WARNING, Icon.CLOCK)
        return RowItem(
            line.hold.person_id,
            line.person_name,
            self._words("oversight.hold-line", name=line.set_by, reason=reason),
            Icon.LOCK,
            right=_when(line.hold.set_at),
            chips=(asked,) if line.end_asked_by else (),
            has_chevron=may,
            is_large=True,
        )

    def _loan(self, line: LoanLine) -> RowItem:
        words = "oversight.loan-open" if line.is_open else "oversight.loan-line"
        lender = line.lender or self._words("oversight.by-codes")
        return RowItem(
            line.loan.person_id,
            line.reference,
            self._words(words, name=lender, time=_clock(line.loan.until)),
            Icon.KEY,
            right=_when(line.loan.at),
            has_chevron=True,
            is_large=True,
        )

    def _erased(self, line: ErasedLine) -> RowItem:
        reason = self._words(f"erasure-reason.{line.erased.reason.value}")
        params = {"asked": line.asked_by, "agreed": line.erased_by, "reason": reason}
        second = self._words("oversight.erased-line", records=line.erased.records, **params)
        if line.kept_in:
            names = ", ".join(line.kept_in)
            second = f"{second} {self._words('oversight.erased-kept', names=names)}"
        return RowItem(
            line.erased.person_id,
            line.reference,
            second,
            Icon.CIRCLE_SLASH,
            right=_when(line.erased.erased_at),
            is_large=True,
        )

    def _switches(self) -> tuple[RowItem, ...]:
        states = {
            RULE: self.oversight.caseload_rule,
            RESTRICTED: self.oversight.restricted_shown,
        }
        return tuple(
            RowItem(
                key,
                self._words(f"oversight.switch-{key}"),
                self._words(f"oversight.switch-{key}-help"),
                is_checked=is_on,
                is_large=True,
            )
            for key, is_on in states.items()
        )

    def _access_words(self, line: AccessLine) -> str:
        reason = self._words(f"glass-reason.{line.glass.reason.value}")
        return self._words("oversight.access-line", name=line.opened_by, reason=reason)

    def _words(self, message_id: str, **params: str | int) -> str:
        return sentence(message_id, self.language, **params)


def _when(at: datetime) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def _clock(at: datetime) -> str:
    return at.astimezone().strftime("%H:%M")
