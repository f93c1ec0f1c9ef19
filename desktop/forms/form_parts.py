"""Small parts of a form: limits of a value, signatures, score bands, worked examples."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from desktop.forms.answers import AnswerValue
from desktop.forms.wording import LocalText


@dataclass(frozen=True, slots=True)
class Limits:
    """What a value must keep to; None where the form says nothing."""

    max_length: int | None = None
    min_length: int | None = None
    pattern: str | None = None
    min_value: AnswerValue | None = None
    max_value: AnswerValue | None = None
    max_decimal_places: int | None = None
    min_occurs: int | None = None
    max_occurs: int | None = None
    mime_types: tuple[str, ...] = ()
    max_size: int | None = None
    """Bytes of a file, before base64 (FHIR core extension ``maxSize``)."""


@dataclass(frozen=True, slots=True)
class SignatureRule:
    """A signature is wanted before Complete; ``roles`` are codes of who signs.

    Source: FHIR core extension ``questionnaire-signatureRequired``.
    """

    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AlertRule:
    """An answer whose code is in ``when``, or a number from ``least`` to ``most`` (both included,
    None is without an end), raises the alert ``code``. ``waits``: Complete waits for who was told.
    """

    code: str
    when: tuple[str, ...] = ()
    least: Decimal | None = None
    most: Decimal | None = None
    waits: bool = True

    @property
    def is_about_number(self) -> bool:
        """Whether it looks at a number rather than at what was chosen."""
        return self.least is not None or self.most is not None

    def holds(self, number: Decimal) -> bool:
        """Whether the number raises it."""
        above = self.least is None or number >= self.least
        return self.is_about_number and above and (self.most is None or number <= self.most)


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """A worked example that a form carries: answers by linkId, and what must come out.

    ``answers`` pairs a linkId with an option code; ``reasons`` with a reason for no answer.
    ``scores`` pairs a linkId with its value, None for withheld.
    """

    name: str
    answers: tuple[tuple[str, str], ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()
    scores: tuple[tuple[str, int | None], ...] = ()
    alerts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreBand:
    """What a score from ``low`` to ``high`` means, both included; None is without an end.

    A fraction that two bands share as their border belongs to the higher one.
    """

    label: LocalText
    low: Decimal | None = None
    high: Decimal | None = None

    def holds(self, score: Decimal) -> bool:
        """Whether the score lies in this band."""
        above = self.low is None or score >= self.low
        return above and (self.high is None or score <= self.high)


def band_of(bands: Iterable[ScoreBand], score: Decimal) -> ScoreBand | None:
    """The band of a score, None where no band holds it."""
    found = None
    for band in bands:
        if band.holds(score) and (found is None or _starts_higher(band, found)):
            found = band
    return found


def _starts_higher(one: ScoreBand, other: ScoreBand) -> bool:
    if one.low is None:
        return False
    return other.low is None or one.low > other.low
