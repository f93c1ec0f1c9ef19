"""Reads the further forms of a case, and those that can be begun, into rows."""

from collections.abc import Callable
from datetime import date

from desktop.messages import sentence
from desktop.services.form_offers import FormOffer
from desktop.services.further_plans import is_plan
from desktop.services.offered_forms import LineState, LoadedFormLine
from desktop.services.person_steps import StepState
from desktop.services.read_person import PersonPage
from desktop.views.forms.fact_words import version_inside, version_label, version_target
from desktop.views.person.step_looks import STATE_ICONS, STATE_TONES
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.row_item import RowItem

START = "start:"
"""Begins the key of a row that begins a form; the form's hash follows. Others are record ids."""

CARRY = "carry:"
"""Begins the key of a row that carries answers over; the record's id follows."""

GIVERS = ("caregiver", "family", "staff")
"""Who gives the answers of a form where that is not the person."""

_STATES = {
    LineState.DRAFT: StepState.IN_PROGRESS,
    LineState.SOMEONE_ELSES: StepState.WAITING,
    LineState.COMPLETE: StepState.DONE,
    LineState.SUBMITTED: StepState.DONE,
    LineState.RETURNED: StepState.LOOK_HERE,
    LineState.SIGNED: StepState.DONE,
    LineState.CARRIED: StepState.DONE,
}


def own_form_rows(page: PersonPage, today: date, language: str) -> tuple[RowItem, ...]:
    """Our own further forms but that of a step: what was begun or done, then what can be begun."""
    steps = ("", page.talk)
    return _rows(page, today, language, lambda own: own not in steps and not is_plan(own))


def plan_rows(page: PersonPage, today: date, language: str) -> tuple[RowItem, ...]:
    """The safety plans beside the general one."""
    return _rows(page, today, language, is_plan)


def more_form_rows(page: PersonPage, today: date, language: str) -> tuple[RowItem, ...]:
    """The forms of the site that the case has first, then what can be begun."""
    lines = [_line(one, today, language) for one in page.loaded if not one.own]
    if not page.card.is_closed:
        to_carry = (*page.loaded, *page.own_to_carry)
        lines += [_carry(one, language) for one in to_carry if one.newer is not None]
    offers = (one for one in page.offered if not one.own)
    return (*lines, *(_offer(one, today, language) for one in offers))


def _rows(
    page: PersonPage, today: date, language: str, wanted: Callable[[str], bool]
) -> tuple[RowItem, ...]:
    lines = [_line(one, today, language) for one in page.loaded if wanted(one.own)]
    offers = (one for one in page.offered if wanted(one.own))
    return (*lines, *(_offer(one, today, language) for one in offers))


def _line(line: LoadedFormLine, today: date, language: str) -> RowItem:
    state = _STATES[line.state]
    if line.next_due is not None and state is StepState.DONE:
        return _due_line(line, line.next_due, today, language)
    tone = STATE_TONES.get(state, Tone.MUTED)
    return RowItem(
        key=line.record_id,
        title=line.title.in_language(language),
        second=_with_giver(line.for_whom, _summary(line, language), language),
        icon=STATE_ICONS[state],
        right=_right(line, state, language),
        right_tone=tone,
        is_right_strong=tone is not Tone.MUTED,
        has_chevron=True,
        is_large=True,
    )


def _right(line: LoadedFormLine, state: StepState, language: str) -> str:
    if line.state is LineState.CARRIED:
        return sentence("more-forms.closed", language)
    return sentence(f"step-state.{state.value}", language)


def _summary(line: LoadedFormLine, language: str) -> str:
    if line.state is LineState.DRAFT and line.draft is not None:
        card = line.draft
        return sentence(
            "step-summary.form.draft",
            language,
            answered=card.answered,
            total=card.total,
            reasons=card.with_reason,
        )
    if line.state is LineState.SOMEONE_ELSES and line.draft is not None:
        name = line.draft.author_name
        return sentence("step-summary.form.someone-elses", language, name=name)
    if line.state is LineState.RETURNED:
        return sentence("more-forms.returned", language)
    if line.state is LineState.CARRIED:
        version = version_target(line.went_on or "", language)
        return sentence("more-forms.carried", language, version=version)
    return sentence(f"step-summary.form.{line.state.value}", language)


def _due_line(line: LoadedFormLine, due: date, today: date, language: str) -> RowItem:
    """Done, with a part that was put off to a day."""
    is_past = due < today
    return RowItem(
        key=line.record_id,
        title=line.title.in_language(language),
        second=_with_giver(line.for_whom, _summary(line, language), language),
        icon=State.LATER,
        right=sentence("more-forms.next-due", language, day=due.isoformat()),
        right_tone=Tone.WARNING if is_past else Tone.MUTED,
        is_right_strong=is_past,
        has_chevron=True,
        is_large=True,
    )


def _carry(line: LoadedFormLine, language: str) -> RowItem:
    return RowItem(
        key=CARRY + line.record_id,
        title=sentence(
            "more-forms.carry", language, version=version_target(line.newer or "", language)
        ),
        second=sentence(
            "more-forms.carry-from",
            language,
            title=line.title.in_language(language),
            version=version_inside(line.version, language),
        ),
        icon=State.PLANNED,
        has_chevron=True,
        is_large=True,
    )


def _offer(form: FormOffer, today: date, language: str) -> RowItem:
    if form.not_before is not None:
        return RowItem(
            key=START + form.content_hash,
            title=form.title.in_language(language),
            second=_not_yet(form, language),
            icon=State.LATER,
            right=sentence("more-forms.from", language, day=form.not_before.isoformat()),
            is_large=True,
            is_closed=True,
        )
    is_late = form.due is not None and form.due < today
    return RowItem(
        key=START + form.content_hash,
        title=form.title.in_language(language),
        second=_with_giver(form.rule.for_whom, _when(form, today, language), language),
        second_tone=Tone.WARNING if is_late else Tone.MUTED,
        icon=State.NOT_STARTED,
        right=sentence("more-forms.start", language),
        right_tone=Tone.ACCENT,
        is_right_strong=True,
        has_chevron=True,
        is_large=True,
    )


def _not_yet(form: FormOffer, language: str) -> str:
    words = version_label(form.version, language)
    return _giver(form.rule.for_whom, language) or words if form.own else words


def _with_giver(for_whom: str, words: str, language: str) -> str:
    """Who gives the answers, before when or how far."""
    return " · ".join(filter(None, (_giver(for_whom, language), words)))


def _giver(for_whom: str, language: str) -> str:
    """Whose answers they are; nothing where it is the person, as nearly always."""
    return sentence(f"more-forms.for.{for_whom}", language) if for_whom in GIVERS else ""


def _when(form: FormOffer, today: date, language: str) -> str:
    if form.due is None and form.own:
        return sentence("more-forms.again" if form.is_again else "more-forms.any-time", language)
    if form.due is None:
        return version_label(form.version, language)
    says = "more-forms.was-due" if form.due < today else "more-forms.due"
    return sentence(says, language, day=form.due.isoformat())
