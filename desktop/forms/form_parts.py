"""Small parts of a form: what a value must keep to, signatures, and worked examples."""

from dataclasses import dataclass

from desktop.forms.answers import AnswerValue


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
