"""The frozen model of a form: what a FHIR R4 Questionnaire asks, and under which rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from desktop.forms.answers import AnswerValue, Coding
from desktop.forms.fhirpath.expression import Expression
from desktop.forms.form_parts import AlertRule, Limits, ScoreBand, SignatureRule, WorkedExample
from desktop.forms.item_logic import Constraint, ItemLogic
from desktop.forms.presentation import Media, Presentation
from desktop.forms.wording import LocalText, Styling

__all__ = [
    "AlertRule",
    "AnswerOption",
    "EnableWhen",
    "InstrumentRef",
    "Item",
    "ItemType",
    "LocalText",
    "Marks",
    "NeedRule",
    "Questionnaire",
    "Sensitivity",
    "StepRule",
    "Variable",
    "all_items",
    "option_among",
]


class ItemType(StrEnum):
    """FHIR R4 item types (http://hl7.org/fhir/R4/valueset-item-type.html)."""

    GROUP = "group"
    DISPLAY = "display"
    BOOLEAN = "boolean"
    DECIMAL = "decimal"
    INTEGER = "integer"
    DATE = "date"
    DATE_TIME = "dateTime"
    TIME = "time"
    STRING = "string"
    TEXT = "text"
    URL = "url"
    CHOICE = "choice"
    OPEN_CHOICE = "open-choice"
    ATTACHMENT = "attachment"
    REFERENCE = "reference"
    QUANTITY = "quantity"

    @property
    def is_question(self) -> bool:
        """True for everything that takes an answer."""
        return self not in (ItemType.GROUP, ItemType.DISPLAY)

    @property
    def is_choice(self) -> bool:
        """True for the two types with options."""
        return self in (ItemType.CHOICE, ItemType.OPEN_CHOICE)

    @property
    def is_number(self) -> bool:
        """True for integer, decimal and quantity: what a score can be."""
        return self in (ItemType.INTEGER, ItemType.DECIMAL, ItemType.QUANTITY)


class Sensitivity(StrEnum):
    """How a section minds company: LOCK opens only in private, WARN asks for a reason."""

    LOCK = "lock"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class AnswerOption:
    """One option; ``weight`` is its score, ``exclusive`` clears the others when it is picked.

    A closed one (not ``is_open``) is shown and cannot be picked now; ``columns`` stand in a list.
    """

    value: AnswerValue
    label: LocalText
    prefix: LocalText = LocalText()
    weight: Decimal | None = None
    exclusive: bool = False
    initial: bool = False
    styling: Styling = Styling()
    media: Media | None = None
    is_open: bool = True
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EnableWhen:
    """One condition on another question; ``answer`` is a boolean for ``exists``."""

    question: str
    operator: str
    answer: AnswerValue


@dataclass(frozen=True, slots=True)
class Variable:
    """A named expression, visible to its item and everything below."""

    name: str
    expression: Expression | None
    """None where its language is not ours; it is then empty and the form check says so."""
    context: Expression | None = None
    """What gives it one value for each row, only when a form begins (SDC itemPopulationContext)."""


@dataclass(frozen=True, slots=True)
class NeedRule:
    """An answer whose code is in ``when`` identifies a need of ``category``.

    Categories are codes of the HL7 Gravity SDOH Clinical Care guide, or our own.
    """

    category: str
    when: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepRule:
    """An answer whose code is in ``when`` proposes the next step ``code``."""

    code: str
    when: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """What our own extensions say about an item."""

    sensitivity: Sensitivity | None = None
    alerts: tuple[AlertRule, ...] = ()
    needs: tuple[NeedRule, ...] = ()
    steps: tuple[StepRule, ...] = ()
    reask_when_missing: bool = False
    specificity: str | None = None
    role: str | None = None
    paragraph_role: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a form. ``section`` is the linkId of the page it stands on: its top-level
    ancestor (or itself), or the tab or page below that."""

    link_id: str
    type: ItemType
    section: str
    parent: str | None = None
    text: LocalText = LocalText()
    prefix: LocalText = LocalText()
    short_text: LocalText = LocalText()
    required: bool = False
    repeats: bool = False
    read_only: bool = False
    hidden: bool = False
    limits: Limits = field(default_factory=Limits)
    options: tuple[AnswerOption, ...] = ()
    remote_options: str | None = None
    enable_when: tuple[EnableWhen, ...] = ()
    enable_all: bool = True
    enable_expression: Expression | None = None
    calculated: Expression | None = None
    initial_expression: Expression | None = None
    initial: tuple[AnswerValue, ...] = ()
    variables: tuple[Variable, ...] = ()
    logic: ItemLogic = ItemLogic()
    presentation: Presentation = Presentation()
    unit: Coding | None = None
    unit_options: tuple[Coding, ...] = ()
    unit_is_open: bool = False
    unit_supplement: str | None = None
    """A code system whose units may be given beside the options (SDC unitSupplementalSystem)."""
    remote_units: str | None = None
    bands: tuple[ScoreBand, ...] = ()
    signature: SignatureRule | None = None
    marks: Marks = Marks()
    unsupported: tuple[str, ...] = ()
    children: tuple["Item", ...] = ()
    added: bool = False
    """Not of the form but of the app, which works it out beside it: no response holds it."""
    source: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False, hash=False)

    @property
    def sensitivity(self) -> Sensitivity | None:
        """``lock``, ``warn`` or nothing, as this item itself says (sections carry it)."""
        return self.marks.sensitivity

    @property
    def label(self) -> LocalText:
        """The short label where there is one, else the text."""
        return self.short_text or self.text

    @property
    def role(self) -> str | None:
        """How the app finds the item without knowing linkIds."""
        return self.marks.role

    def option_of(self, value: AnswerValue) -> AnswerOption | None:
        """The option that ``value`` stands for."""
        return option_among(self.options, value)


def option_among(options: Iterable[AnswerOption], value: AnswerValue) -> AnswerOption | None:
    """The first of ``options`` that ``value`` stands for."""
    for option in options:
        if isinstance(value, Coding) and isinstance(option.value, Coding):
            if option.value.same_concept(value):
                return option
        elif type(option.value) is type(value) and option.value == value:
            return option
    return None


@dataclass(frozen=True, slots=True)
class InstrumentRef:
    """Exactly which form: two forms of one version with different bytes are different."""

    url: str
    version: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A form as read. ``content_hash`` is the SHA-256 (hex) of the exact file bytes.

    ``languages`` are the complete ones, base first; ``partial_languages`` have texts missing.
    ``effective_from`` and ``effective_until`` are partial dates of ``effectivePeriod``, or empty.
    """

    url: str
    version: str
    title: LocalText
    status: str
    languages: tuple[str, ...]
    partial_languages: tuple[str, ...]
    content_hash: str
    items: tuple[Item, ...]
    description: LocalText = LocalText()
    copyright: str = ""
    publisher: str = ""
    entry_mode: str | None = None
    effective_from: str = ""
    effective_until: str = ""
    constraints: tuple[Constraint, ...] = ()
    variables: tuple[Variable, ...] = ()
    launch_contexts: tuple[str, ...] = ()
    signature: SignatureRule | None = None
    worked_examples: tuple[WorkedExample, ...] = ()
    unsupported: tuple[str, ...] = ()
    source: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False, hash=False)
    by_link_id: Mapping[str, Item] = field(
        default_factory=dict, repr=False, compare=False, hash=False
    )

    @property
    def ref(self) -> InstrumentRef:
        """What a record keeps to name the form it was filled with."""
        return InstrumentRef(self.url, self.version, self.content_hash)

    @property
    def sections(self) -> tuple[Item, ...]:
        """The top-level items, and the tabs and pages right below one, in reading order."""
        below = (child for item in self.items for child in (item, *item.children))
        return tuple(one for one in below if one.section == one.link_id)

    def item(self, link_id: str) -> Item:
        """The item of this linkId. Raises KeyError."""
        return self.by_link_id[link_id]

    def item_with_role(self, role: str) -> Item | None:
        """The first item that carries ``role``."""
        return next((item for item in self.by_link_id.values() if item.role == role), None)


def all_items(items: tuple[Item, ...]) -> list[Item]:
    """The items and everything below them, in reading order."""
    found: list[Item] = []
    for item in items:
        found.append(item)
        found.extend(all_items(item.children))
    return found
