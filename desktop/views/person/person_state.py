"""What the person page shows: frozen rows and words, made by the reader."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.records.form_record import FormKind
from desktop.views.person.confidential_card import ConfidentialState
from desktop.views.person.consents_card import ConsentsState
from desktop.views.person.draft_card_panel import DraftWords
from desktop.views.person.next_act import NextAct
from desktop.views.person.person_banner import PersonBannerState
from desktop.views.person.report_card import ReportState
from desktop.views.person.timeline_panel import TimelineLine
from desktop.views.widgets.row_item import RowItem


@dataclass(frozen=True, slots=True)
class PersonState:
    """``current`` is the step that the next act is about; keys of steps are step kinds."""

    banner: PersonBannerState
    steps: tuple[RowItem, ...]
    current: str
    next_act: NextAct
    drafts: Mapping[FormKind, DraftWords]
    own_forms: tuple[RowItem, ...]
    """Those of ours beside assessment and plan."""
    own_plans: tuple[RowItem, ...]
    """The safety plans beside the general one."""
    more_forms: tuple[RowItem, ...]
    """Those that the site loaded."""
    room_lines: tuple[str, ...]
    reach_lines: tuple[str, ...]
    consents: ConsentsState
    report: ReportState
    confidential: ConfidentialState
    timeline_title: str
    timeline: tuple[TimelineLine, ...]
    is_closed: bool
    can_send: bool
    can_amend: bool
    can_print: bool
    can_begin_again: bool = False
    """Whether a new case of the person can be opened from here."""
