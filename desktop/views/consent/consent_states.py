"""What the consent screen shows, as one frozen value, and what its user does."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desktop.errors import BugError
from desktop.forms.questionnaire import LocalText
from desktop.records.consent import SPOKEN_TYPES, Category, ConsentMode, ConsentScope, Purpose
from desktop.records.minor import MinorSigning
from desktop.records.signature import Point
from desktop.services.consent_document import ConsentDocument
from desktop.services.consents import ConsentCard, ConsentPage
from desktop.views.editors.language_mode import FIRST, SECOND, LanguageMode
from desktop.views.person.person_banner import PersonBannerState


class Stage(StrEnum):
    """What the right panel is for now."""

    ASKING = "asking"
    SCOPE = "scope"
    CANNOT_SIGN = "cannot-sign"
    ANSWERED = "answered"
    WITHDRAWING = "withdrawing"


class CannotWay(StrEnum):
    """What fits when the person cannot sign."""

    VERBAL = "verbal"
    TELEPHONE = "telephone"
    MARK = "mark"
    REPRESENTATIVE = "representative"


class WithdrawnHow(StrEnum):
    """How the person asked to take a consent back; the value is what the record keeps."""

    IN_PERSON = "in-person"
    IN_WRITING = "in-writing"
    BY_PHONE = "by-phone"


class Part(StrEnum):
    """A part of signing that a refusal may be about."""

    PAD = "pad"
    NAME = "name"
    WITNESS = "witness"
    AUTHORITY = "authority"
    SECOND_WITNESS = "second-witness"
    PERSON = "person"


MODES = {
    CannotWay.VERBAL: ConsentMode.VERBAL,
    CannotWay.TELEPHONE: ConsentMode.TELEPHONE,
    CannotWay.MARK: ConsentMode.MARK,
    CannotWay.REPRESENTATIVE: ConsentMode.REPRESENTATIVE,
}


@dataclass(frozen=True, slots=True)
class ScopeLines:
    """The four lines that repeat a consent, as texts in both languages."""

    who: LocalText
    yes: LocalText
    no: LocalText
    until: LocalText
    until_in_records: LocalText
    """The same with the date as records write it, year first, for the line of the staff."""


@dataclass(frozen=True, slots=True)
class ConsentText:
    """A text as it stands on the screen. ``strong`` are the paragraphs to stress, by index;
    ``languages`` those that can be shown, the signed one first."""

    title: LocalText
    paragraphs: tuple[LocalText, ...]
    strong: frozenset[int]
    version: str
    language: str
    lines: ScopeLines
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsentState:
    """The whole screen. ``document`` is what would be signed; None while an answer is shown."""

    page: ConsentPage
    banner: PersonBannerState
    today: date
    now: datetime
    chosen: int
    stage: Stage
    text: ConsentText
    mode: LanguageMode
    document: ConsentDocument | None = None
    purpose: Purpose | None = None
    way: CannotWay | None = None
    scope_problem: str = ""
    can_take: bool = True
    """Whether a signature may be taken on this text in this store."""
    is_working: bool = False

    @property
    def phone_witnesses(self) -> int:
        """How many members of staff hear a yes on the phone."""
        return self.page.phone_witnesses

    @property
    def card(self) -> ConsentCard:
        """The consent that is open."""
        return self.page.cards[self.chosen]

    @property
    def shows_signed_text(self) -> bool:
        """Whether the text in the language that is signed is on the screen."""
        return self.mode is LanguageMode.BOTH or self.mode.value == self.text.language

    @property
    def is_spoken_release(self) -> bool:
        """Whether a spoken yes is about to be kept that opens nothing."""
        is_spoken = self.way in (CannotWay.VERBAL, CannotWay.TELEPHONE)
        return is_spoken and self.card.consent_type not in SPOKEN_TYPES

    @property
    def need_document(self) -> ConsentDocument:
        """The text that is being asked about; BugError when none is."""
        if self.document is None:
            raise BugError("no consent is being asked about")
        return self.document


@dataclass(frozen=True, slots=True)
class SignAttempt:
    """What was given when Sign was pressed; strokes are kept nowhere else."""

    mode: ConsentMode
    printed_name: str = field(repr=False)
    strokes: tuple[tuple[Point, ...], ...] = field(default=(), repr=False)
    witness: str = field(default="", repr=False)
    second_witness: str = field(default="", repr=False)
    person_name: str = field(default="", repr=False)
    minor: MinorSigning | None = None
    authority: str = ""


@dataclass(frozen=True, slots=True)
class NewGuardian:
    """A guardian as typed."""

    name: str = field(repr=False)
    relationship: str = field(repr=False)
    document_seen: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ScopeChoice:
    """What the specialist set: the kinds of facts and the last day (None: emptied)."""

    categories: frozenset[Category]
    expires_on: date | None

    def applied_to(self, scope: ConsentScope) -> ConsentScope:
        """The scope with this choice."""
        return ConsentScope(scope.recipient, scope.purpose, self.categories, self.expires_on)


def other_language(language: str) -> str:
    """The language beside this one."""
    return SECOND if language == FIRST else FIRST
