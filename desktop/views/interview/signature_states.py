"""What the signature panels of an interview show, and what one of them tells."""

from dataclasses import dataclass, field

from desktop.forms.instances import ItemKey
from desktop.records.consent import ConsentMode
from desktop.records.signature import Point
from desktop.views.editors.editor import safe_name

Strokes = tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class SignatureState:
    """One signature that the form wants. ``kept`` is None until it is signed.

    ``number`` counts those under the same item; ``today`` is the date that is signed on.
    """

    target: ItemKey
    role: str
    number: int
    title: str
    second_title: str
    role_words: str
    today: str
    kept: "KeptSignature | None" = None

    @property
    def name(self) -> str:
        """How its controls are called."""
        place = f"signature-{safe_name(self.target) or 'form'}"
        return place if self.number == 1 else f"{place}-{self.number}"


@dataclass(frozen=True, slots=True)
class KeptSignature:
    """A signature as it is shown: strokes (none for a spoken yes) and who, how, when."""

    strokes: Strokes = field(repr=False)
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignatureEntry:
    """What was signed on the screen."""

    mode: ConsentMode
    printed_name: str = field(repr=False)
    strokes: Strokes = field(repr=False)
    witness: str = field(default="", repr=False)
    authority: str = field(default="", repr=False)
