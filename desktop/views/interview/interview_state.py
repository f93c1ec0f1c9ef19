"""What the interview screen shows: frozen pieces that its parts are rebuilt from at any time."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from desktop.forms.earlier_answers import EarlierAnswer
from desktop.forms.session import ItemKey, ItemState
from desktop.records.room import Presence
from desktop.records.site_contact import SiteContact
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.interview.asides import Aside
from desktop.views.theme.state_icons import State
from desktop.views.widgets.meter import MeterPart
from desktop.views.widgets.ticks import Tick


class Gate(StrEnum):
    """Whether a section may be asked now."""

    OPEN = "open"
    LOCKED = "locked"
    """Opens only while it is private."""
    WARN = "warn"
    """Asks to have visitors step out first, or for a reason to go on."""


@dataclass(frozen=True, slots=True)
class CommentNote:
    """One thread about an answer, as it is shown beside the question."""

    author_name: str
    when: str
    text: str = field(repr=False)
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class CardState:
    """One question or line of text on the page. ``problem`` says what is wrong, ``warning`` what is
    worth a second look; both may be "".

    ``meter`` and ``hint`` stand over a plan's group. ``is_closed`` hides the question while it is
    not private; ``has_parked`` says that an answer is kept aside then. ``value_words`` stands for
    a calculated value.
    """

    item: ItemState = field(repr=False)
    number: str
    mode: LanguageMode
    is_closed: bool = False
    has_parked: bool = False
    problem: str = ""
    warning: str = ""
    hint: str = ""
    value_words: str = ""
    comments: tuple[CommentNote, ...] = ()
    meter: tuple[MeterPart, ...] = ()
    asides: tuple[Aside, ...] = ()
    """Help, prompt, unit and the like that the form puts beside it."""
    rich_number: str = ""
    """``number`` with the marks of the form's prefix, "" where it is shown plain."""
    required_words: str = ""
    """That an answer is needed, where the form asks for one and the card should say so."""
    earlier: tuple[EarlierAnswer, ...] = ()
    """Answers of other days that may be taken now; nothing is answered by them."""
    looks_back: bool = False
    """Whether there are any, now or in private."""
    level: int = 1
    """Of a heading: 1 right below the page's title, 2 and more are quieter."""

    @property
    def key(self) -> ItemKey:
        """The key of the item."""
        return self.item.key


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """One line of the section list; ``mark`` is what the form says beside the title, or ""."""

    section: str
    title: str
    state: State
    answered: int
    total: int
    is_private: bool
    is_closed: bool
    mark: str = ""


@dataclass(frozen=True, slots=True)
class MissingEntry:
    """One line of the list that jumps: to a question, or to the first of another section.

    Without ``second`` it stands for those that are not listed, and goes to the first of them.
    """

    key: ItemKey
    title: str
    second: str
    state: State
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class ScoreWords:
    """The score now: ``value`` None while withheld; ``band`` what its height means, or ""."""

    label: str
    value: Decimal | None
    missing: int
    total: int
    band: str = ""


@dataclass(frozen=True, slots=True)
class ScoreState:
    """The panel at the right."""

    title: str
    note: str
    ticks: tuple[Tick, ...]
    answered: int
    total: int
    score: ScoreWords | None
    open_alerts: int
    missing: tuple[MissingEntry, ...]
    missing_count: int
    alert_note: str = ""
    """What to say of Complete where it waits for none of the open alerts."""
    unchecked: str = ""
    """That a score which could raise an alert is withheld."""
    is_held: bool = False
    """The form's order keeps the next page closed."""


@dataclass(frozen=True, slots=True)
class RoomBarState:
    """Who is here, and whether it is private: None until somebody said.

    ``interpreting`` says how it is interpreted, "" until somebody said.
    """

    present: frozenset[Presence]
    private_now: bool | None
    interpreting: str = ""


@dataclass(frozen=True, slots=True)
class ActionState:
    """What the buttons at the bottom can do. ``is_last`` turns Next into Complete."""

    can_undo: bool
    can_redo: bool
    has_previous: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class HeadState:
    """Over the page: section title, "Question 7 of 9" and the language segment.

    Where the form is complete in one language only (not ``speaks_both``), there is none to choose.
    """

    title: str
    second_title: str
    number: int
    total: int
    mode: LanguageMode
    speaks_both: bool = True


@dataclass(frozen=True, slots=True)
class AlertState:
    """One alert. ``told`` is the line it folds to once somebody was told; ``tries`` the others.

    ``title`` is what anybody at the bed may read; ``about`` names the matter, for staff alone.
    """

    code: str
    title: str
    about: str = field(repr=False)
    what_to_do: str
    detail: str
    is_open: bool
    is_here: bool
    told: str = field(default="", repr=False)
    tries: tuple[str, ...] = field(default=(), repr=False)
    contacts: tuple[SiteContact, ...] = ()
    """Who can be chosen as told."""
    waiting: str = ""
    """The words for an open hand-off for which Complete does not wait."""
