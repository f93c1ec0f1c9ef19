"""In which order the pages of a form are answered, where the form says so (SDC entryMode).

Source: http://hl7.org/fhir/uv/sdc/StructureDefinition-sdc-questionnaire-entryMode.html: random
(also where nothing is said), prior-edit: in order, but earlier answers may be changed, sequential:
in order and not back again. The order is held by page. Alerts and Complete go where they have to.
"""

from enum import StrEnum

from desktop.forms.answers import Unanswered
from desktop.forms.session import ItemKey
from desktop.forms.signing import WHOLE_FORM
from desktop.services.standing_signatures import unsigned
from desktop.views.interview.interview import Interview
from desktop.views.interview.sections import Section, wanting_keys

_IN_ORDER = frozenset({"sequential", "prior-edit"})
_NOT_BACK = "sequential"


class Closed(StrEnum):
    """Why a page cannot be opened now."""

    AHEAD = "ahead"
    BEHIND = "behind"


def closed(interview: Interview, section: Section) -> Closed | None:
    """Why the form's order keeps a page closed; None where it may be opened."""
    mode = interview.session.questionnaire.entry_mode
    shown = interview.shown_sections()
    if mode not in _IN_ORDER or section not in shown or interview.section not in shown:
        return None
    here, there = shown.index(interview.section), shown.index(section)
    if there < here:
        is_back = mode == _NOT_BACK and not _still_wants(interview, section)
        return Closed.BEHIND if is_back else None
    return Closed.AHEAD if any(holding_keys(interview, one) for one in shown[:there]) else None


def holding_keys(interview: Interview, section: Section) -> tuple[ItemKey, ...]:
    """What has to be done on a page before the next one opens. Any reason for no answer lets go,
    "later" too: nobody is held at a bedside."""
    session = interview.session
    return tuple(
        key
        for key in wanting_keys(session, section)
        if any(one.is_blocking for one in session.state(key).problems)
        or (session.is_missing(key) and isinstance(session.state(key).answer, Unanswered))
    )


def _still_wants(interview: Interview, section: Section) -> bool:
    if holding_keys(interview, section):
        return True
    waiting = unsigned(interview.session, interview.signatures)
    targets = (one.target for one in waiting if one.target != WHOLE_FORM)
    return any(interview.section_of(target) is section for target in targets)
