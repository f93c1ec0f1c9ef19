"""What the worklist shows: frozen rows and words, made by the reader."""

from dataclasses import dataclass

from desktop.views.widgets.row_item import RowItem


@dataclass(frozen=True, slots=True)
class Reach:
    """How many of those who arrived were reached."""

    reached: int
    arrived: int
    words: str
    second: str


@dataclass(frozen=True, slots=True)
class WorklistState:
    """Row keys of cases are episode ids; of drafts and comments they are record ids."""

    second: str
    reach: Reach
    eligible: tuple[RowItem, ...] = ()
    call_list: tuple[RowItem, ...] = ()
    in_progress: tuple[RowItem, ...] = ()
    missed: tuple[RowItem, ...] = ()
    closed: tuple[RowItem, ...] = ()
    outside: tuple[RowItem, ...] = ()
    due: tuple[RowItem, ...] = ()
    drafts: tuple[RowItem, ...] = ()
    returned: tuple[RowItem, ...] = ()
    selected: str = ""
    selected_alias: str = ""
    can_log: bool = False
    is_empty: bool = False
    is_finding: bool = False
