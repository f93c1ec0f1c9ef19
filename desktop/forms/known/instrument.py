"""What is known of an instrument that hospitals use: its facts, each with where it is from.

No question and no answer of an instrument is kept here: a hospital loads its own licensed form.
What no source confirmed is named in ``unconfirmed`` and is no rule.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.forms.form_parts import ScoreBand
from desktop.forms.wording import LocalText


class Scoring(StrEnum):
    """How a total comes about: the points of the answers, the number of yes, or not here."""

    SUM = "sum"
    COUNT = "count"
    NONE = "none"


class ForWhom(StrEnum):
    """For whom a cut-off was found; everybody where it names nobody."""

    EVERYBODY = ""
    MEN = "men"
    WOMEN = "women"


class Unconfirmed(StrEnum):
    """What no source that we have confirms."""

    RIGHTS = "rights"
    LOINC = "loinc"
    AGES = "ages"
    BANDS = "bands"
    POINTS = "points"
    CUT_OFF = "cut-off"
    MINUTES = "minutes"
    ACUITY = "acuity"


@dataclass(frozen=True, slots=True)
class AgeGate:
    """Whole years, both ends included; None is without an end."""

    from_age: int | None
    to_age: int | None
    source: str


@dataclass(frozen=True, slots=True)
class LookBack:
    """How many days back it asks. ``after_event``: all of them must lie after the injury."""

    days: int
    after_event: bool
    source: str


@dataclass(frozen=True, slots=True)
class CutOff:
    """From which number on a result counts. ``of`` names the part whose sum is meant; empty is
    the total."""

    least: Decimal
    meaning: LocalText
    source: str
    for_whom: ForWhom = ForWhom.EVERYBODY
    of: LocalText = LocalText()

    def holds(self, total: Decimal) -> bool:
        """Whether a number reaches it."""
        return total >= self.least


@dataclass(frozen=True, slots=True)
class SelfHarm:
    """The question on self-harm, by its place among those that count (1 is the first) and its
    LOINC code: an answer of ``least`` points or more opens the suicide pathway."""

    place: int
    loinc: str
    least: Decimal
    meaning: LocalText
    source: str


@dataclass(frozen=True, slots=True)
class Rights:
    """``must_confirm``: somebody says that the hospital may use it, whatever its file says."""

    holder: str
    terms: LocalText
    source: str
    must_confirm: bool


@dataclass(frozen=True, slots=True)
class Codes:
    """LOINC codes; empty where none was confirmed."""

    panel: str = ""
    total: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownInstrument:
    """``items`` questions make the total, after ``before`` that do not and followed by up to
    ``after`` that do not. ``total`` is its lowest and highest value. ``minutes`` are least and
    most. ``bedside`` False: it does not belong beside the bed after an injury.
    """

    key: str
    name: str
    full_name: str
    about: LocalText
    who: LocalText
    rights: Rights
    sources: tuple[str, ...]
    scoring: Scoring
    ages: AgeGate | None = None
    looks_back: LookBack | None = None
    languages: tuple[str, ...] = ()
    minutes: tuple[int, int] | None = None
    items: int | None = None
    before: int = 0
    after: int = 0
    total: tuple[Decimal, Decimal] | None = None
    cut_offs: tuple[CutOff, ...] = ()
    bands: tuple[ScoreBand, ...] = ()
    bands_source: str = ""
    self_harm: SelfHarm | None = None
    about_suicide: bool = False
    bedside: bool = True
    codes: Codes = Codes()
    not_done: LocalText = LocalText()
    notes: tuple[LocalText, ...] = ()
    unconfirmed: frozenset[Unconfirmed] = frozenset()

    @property
    def total_cut_offs(self) -> tuple[CutOff, ...]:
        """Those of the total."""
        return tuple(one for one in self.cut_offs if not one.of)

    def in_range(self, total: Decimal) -> bool:
        """Whether this can be a total of it; any number where its range is not known."""
        return self.total is None or self.total[0] <= total <= self.total[1]

    def reached(self, total: Decimal, for_whom: ForWhom = ForWhom.EVERYBODY) -> tuple[CutOff, ...]:
        """The cut-offs that a total reaches: those of everybody, and those of ``for_whom``.

        Where nobody is named every cut-off counts, so that none is hidden by what is not known.
        """
        wanted = {ForWhom.EVERYBODY, for_whom}
        return tuple(
            one
            for one in self.total_cut_offs
            if one.holds(total) and (for_whom is ForWhom.EVERYBODY or one.for_whom in wanted)
        )
