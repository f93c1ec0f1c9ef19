"""What the person sees: one step of a section, rebuilt at any time."""

from dataclasses import dataclass, field

from desktop.forms.session import ItemKey
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.interview.interview_state import CardState


@dataclass(frozen=True, slots=True)
class PatientPageState:
    """One step. ``number`` and ``total`` count the questions of the section; ``number`` is 0 for
    words alone. ``card`` is None there.
    """

    name: ItemKey
    number: int
    total: int
    words: tuple[CardState, ...] = field(repr=False)
    card: CardState | None = field(repr=False)
    mode: LanguageMode
    is_first: bool
    is_last: bool
