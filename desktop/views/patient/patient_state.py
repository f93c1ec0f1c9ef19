"""What the person sees: one step of a section, rebuilt at any time."""

from dataclasses import dataclass, field

from desktop.forms.session import ItemKey
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.layouts.parts import AddRow, RowHead
from desktop.views.patient.reading import ReadPart


@dataclass(frozen=True, slots=True)
class PatientPageState:
    """One step. ``number`` and ``total`` count the questions of the section; ``number`` is 0 for
    words alone. ``card`` is None there.

    ``part`` names the part of a plan that the step stands in. ``rows`` are the rows of repeating
    groups around the question, from the outside in; only one that begins here can be removed here.
    ``adds`` are the groups whose last row ends here. ``reading`` is the plan, in its own step;
    ``can_change`` is False where it was completed and is only read.
    """

    name: ItemKey
    number: int
    total: int
    words: tuple[CardState, ...] = field(repr=False)
    card: CardState | None = field(repr=False)
    mode: LanguageMode
    is_first: bool
    is_last: bool
    part: str = ""
    rows: tuple[RowHead, ...] = ()
    adds: tuple[AddRow, ...] = ()
    reading: tuple[ReadPart, ...] | None = field(default=None, repr=False)
    can_change: bool = True
