"""Reads the needs of a case into rows and words, in the interface language."""

from dataclasses import dataclass

from desktop.messages import sentence
from desktop.records.need import NeedState
from desktop.records.need_codes import TABLE_YEAR, code_hint
from desktop.services.named_needs import NamedNeed, NeedSource
from desktop.services.person_steps import StepState
from desktop.services.read_needs import NeedsPage
from desktop.views.needs.referrals_reader import partner_words
from desktop.views.person.step_looks import STATE_ICONS, STATE_TONES
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.row_item import RowItem

HIDDEN = "hidden"
"""The key of the row that stands for what is shown in private only; others are categories."""

_LOOKS = {
    NeedState.IDENTIFIED: StepState.IN_PROGRESS,
    NeedState.MET: StepState.DONE,
    NeedState.NOT_NEEDED: StepState.PLANNED,
    NeedState.DECLINED: StepState.SAID_NO,
}


@dataclass(frozen=True, slots=True)
class NeedWords:
    """One need for its panel. ``answers`` is where the answers say it stands, "" for nowhere."""

    category: str
    title: str
    sources: tuple[str, ...]
    answers: str
    named_again: str
    code: str


def need_rows(page: NeedsPage, language: str, *, shows_private: bool) -> tuple[RowItem, ...]:
    """The needs in order; those known in private only are one row until somebody opens it."""
    hidden = 0 if shows_private else sum(one.is_private for one in page.needs)
    shown = (one for one in page.needs if shows_private or not one.is_private)
    rows = [_row(page, one, language) for one in shown]
    if hidden:
        rows.append(
            RowItem(
                key=HIDDEN,
                title=sentence("needs.hidden", language, count=hidden),
                second=sentence("needs.hidden-why", language),
                icon=Icon.EYE_OFF,
                right=sentence("needs.show", language),
                right_tone=Tone.ACCENT,
                is_right_strong=True,
                has_chevron=True,
                is_large=True,
            )
        )
    return tuple(rows)


def need_words(need: NamedNeed, language: str) -> NeedWords:
    """What the panel says of a need."""
    hint = code_hint(need.category)
    code = ""
    if hint is not None:
        code = sentence("needs.code", language, code=hint.code, title=hint.title, year=TABLE_YEAR)
    again = need.was_named_again and need.said is not None
    return NeedWords(
        need.category,
        sentence(f"need.{need.category}", language),
        tuple(_source(one, language) for one in need.sources)
        or (sentence("needs.added", language),),
        sentence(f"need-state.{need.said.value}", language) if need.said else "",
        sentence("needs.named-again", language) if again else "",
        code,
    )


def category_choices(page: NeedsPage, language: str) -> tuple[tuple[str, str], ...]:
    """What can be added, by its words."""
    found = [(one, sentence(f"need.{one}", language)) for one in page.to_add]
    return tuple(sorted(found, key=lambda pair: pair[1].casefold()))


def _row(page: NeedsPage, need: NamedNeed, language: str) -> RowItem:
    look = _LOOKS[need.state]
    partner = partner_words(page, need.category, language)
    tone = STATE_TONES.get(look, Tone.MUTED)
    title = sentence(f"need.{need.category}", language)
    if need.priority is not None:
        title = sentence("needs.placed", language, place=need.priority, need=title)
    return RowItem(
        key=need.category,
        title=title,
        second=_second(need, language, partner),
        second_tone=Tone.WARNING if need.was_named_again else Tone.MUTED,
        icon=STATE_ICONS[look],
        right=sentence(f"need-state.{need.state.value}", language),
        right_tone=tone,
        is_right_strong=tone is not Tone.MUTED,
        has_chevron=page.may_write,
        is_large=True,
    )


def _second(need: NamedNeed, language: str, partner: str) -> str:
    if need.was_named_again:
        return sentence("needs.named-again", language)
    forms = dict.fromkeys(one.form.in_language(language) for one in need.sources)
    parts = [sentence("needs.matters-most", language)] if need.matters_most else []
    parts += [", ".join(forms) or sentence("needs.added", language)]
    parts += [partner] if partner else []
    return " · ".join(parts)


def _source(source: NeedSource, language: str) -> str:
    return sentence(
        "needs.source",
        language,
        form=source.form.in_language(language),
        day=source.at.astimezone().date().isoformat(),
        question=source.question.in_language(language),
        says=sentence(f"need-state.{source.says.value}", language),
    )
