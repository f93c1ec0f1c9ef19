"""How an item asks to be shown: control, direction, columns, pictures, links, folds."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from desktop.forms.fhirpath.expression import Expression
from desktop.forms.wording import LocalText, Styling


class Fold(StrEnum):
    """Whether a group may be folded, and how it starts (SDC ``collapsible``)."""

    OPEN = "default-open"
    CLOSED = "default-closed"


class DisabledDisplay(StrEnum):
    """What a disabled item looks like (R5 ``Questionnaire.item.disabledDisplay``)."""

    HIDDEN = "hidden"
    PROTECTED = "protected"


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or sound beside a question or option (SDC ``itemMedia``, ``itemAnswerMedia``).

    ``data`` is base64 text; ``title`` is the text alternative. A ``url`` alone is never loaded.
    """

    content_type: str = ""
    data: str = field(default="", repr=False)
    url: str = ""
    title: LocalText = LocalText()


@dataclass(frozen=True, slots=True)
class Link:
    """A page to read further (core ``questionnaire-supportLink``), shown, never fetched."""

    url: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceColumn:
    """One column of a list of answers (SDC ``choiceColumn``). ``path`` is read on each answer.

    ``width`` as (number, unit); the words of one ``for_display`` stand for a chosen answer.
    """

    path: Expression
    label: LocalText = LocalText()
    width: tuple[Decimal, str] | None = None
    for_display: bool = False


@dataclass(frozen=True, slots=True)
class Presentation:
    """What the rendering extensions say; None and empty where they say nothing.

    ``controls`` are itemControl codes in their order (the first known one counts);
    ``column_count`` SDC ``columnCount`` (1 or more); ``slider_step`` in the unit of the question;
    ``width`` SDC ``width`` as (number, unit) of a table column;
    ``usage`` core ``questionnaire-usageMode``: capture, display or both.
    """

    controls: tuple[str, ...] = ()
    category: str | None = None
    orientation: str | None = None
    column_count: int | None = None
    entry_format: LocalText = LocalText()
    open_label: LocalText = LocalText()
    fold: Fold | None = None
    slider_step: Decimal | None = None
    width: tuple[Decimal, str] | None = None
    disabled_display: DisabledDisplay = DisabledDisplay.HIDDEN
    keyboard: str | None = None
    usage: str | None = None
    text_styling: Styling = Styling()
    prefix_styling: Styling = Styling()
    media: Media | None = None
    links: tuple[Link, ...] = ()
    choice_columns: tuple[ChoiceColumn, ...] = ()

    @property
    def is_shown_only(self) -> bool:
        """Whether the item is for showing what was answered, not for asking."""
        return self.usage in ("display", "display-non-empty")

    @property
    def control(self) -> str | None:
        """The first itemControl code."""
        return self.controls[0] if self.controls else None
