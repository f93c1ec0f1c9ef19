"""What the needs of a case are: named by the answers of all its forms, and noted by staff.

An answer names a need by the ``need`` extension of its question. A question of that kind whose
answer has one of the codes in ``SAYS`` says where the need stands instead. The newest form that
says anything of a need says where it stands; what staff noted comes before both.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from desktop.forms.answers import answer_values
from desktop.forms.findings import answer_code, needs_of
from desktop.forms.instances import ItemKey
from desktop.forms.session import FormSession
from desktop.forms.wording import LocalText
from desktop.records.ids import RecordId
from desktop.records.need import LAST, PRIVATE, NeedMark, NeedsNote, NeedState
from desktop.services.episode_records import needs_note_of
from desktop.services.needs_forms import NeedsForm, needs_forms
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.work import Work

SAYS = {
    "met": NeedState.MET,
    "not-needed": NeedState.NOT_NEEDED,
    "no-longer": NeedState.DECLINED,
}
"""Option codes of a question about a need that say where it stands."""
MATTERS_MOST = "matters-most"
"""The role of the question what matters most: its option codes are categories."""


@dataclass(frozen=True, slots=True)
class NeedSource:
    """An answer that spoke of a need. ``is_private``: it is asked in private only."""

    form_id: RecordId
    form: LocalText
    key: ItemKey
    question: LocalText = field(repr=False)
    at: datetime
    says: NeedState
    is_private: bool
    is_held_back: bool


@dataclass(frozen=True, slots=True)
class NamedNeed:
    """One need. ``said`` is where the answers say it stands, ``mark`` what staff noted.

    ``matters_most``: the person said so in a form, and gave no places since.
    """

    category: str
    sources: tuple[NeedSource, ...]
    said: NeedState | None
    mark: NeedMark | None
    matters_most: bool

    @property
    def state(self) -> NeedState:
        """Where it stands."""
        noted = self.mark.state if self.mark is not None else None
        return noted or self.said or NeedState.IDENTIFIED

    @property
    def priority(self) -> int | None:
        """The place that the person gave it."""
        return self.mark.priority if self.mark is not None else None

    @property
    def is_open(self) -> bool:
        """Whether help is wanted."""
        return self.state is NeedState.IDENTIFIED

    @property
    def was_named_again(self) -> bool:
        """Whether a newer answer wants help where staff noted none, or the other way round."""
        if self.mark is None or self.mark.state is None or self.said is None:
            return False
        is_newer = any(one.at > self.mark.noted_at for one in self.sources)
        wants_help = self.said is NeedState.IDENTIFIED
        return is_newer and wants_help is not (self.mark.state is NeedState.IDENTIFIED)

    @property
    def is_private(self) -> bool:
        """Whether it is known only from what is asked in private, or says too much by its name."""
        return self.category in PRIVATE or _all_of(self.sources, "is_private")

    @property
    def is_held_back(self) -> bool:
        """Whether nothing of it goes on paper before somebody puts it there."""
        return self.is_private or _all_of(self.sources, "is_held_back")


@dataclass(frozen=True, slots=True)
class CaseNeeds:
    """The needs of a case in order, the forms that they are from, and the note of the staff."""

    needs: tuple[NamedNeed, ...]
    forms: tuple[NeedsForm, ...]
    unreadable: int
    note: Revision[NeedsNote] | None

    @property
    def is_known(self) -> bool:
        """Whether anything could have named a need yet."""
        return bool(self.needs) or bool(self.forms)

    @property
    def open(self) -> tuple[NamedNeed, ...]:
        """Those that help is wanted with."""
        return tuple(one for one in self.needs if one.is_open)


def case_needs(work: Work, ref: EpisodeRef) -> CaseNeeds:
    """The needs as all completed forms name them and staff noted them; a draft names none."""
    forms, unreadable = needs_forms(work, ref)
    note = needs_note_of(work, ref)
    needs = needs_from(forms, note.value if note is not None else None)
    return CaseNeeds(needs, forms, unreadable, note)


def needs_from(forms: Sequence[NeedsForm], note: NeedsNote | None) -> tuple[NamedNeed, ...]:
    """By the places that the person gave, then what matters most, then as they were named."""
    sources = [one for form in forms for one in _spoken_of(form)]
    marks = note.marks if note is not None else ()
    first = "" if any(one.priority for one in marks) else most_important(forms)
    named = [one for one, source in sources if source.says is NeedState.IDENTIFIED]
    spoken = [one for one, _ in sources]
    order = dict.fromkeys([*named, *spoken, *(one.category for one in marks)])
    found = [
        NamedNeed(
            category,
            tuple(source for one, source in sources if one == category),
            _said(source for one, source in sources if one == category),
            note.mark_of(category) if note is not None else None,
            category == first,
        )
        for category in order
    ]
    shown = [one for one in found if one.mark is not None or one.category in named]
    return tuple(sorted(shown, key=_place))


def _place(need: NamedNeed) -> tuple[bool, int, bool]:
    return not need.is_open, need.priority or LAST + 1, not need.matters_most


def most_important(forms: Sequence[NeedsForm]) -> str:
    """What the newest form that asks says matters most, "" when none was told."""
    for form in reversed(forms):
        said = code_with_role(form.session, MATTERS_MOST)
        if said:
            return said
    return ""


def code_with_role(session: FormSession, role: str) -> str:
    """The code of the answer to the question with this role, "" when there is none."""
    item = session.questionnaire.item_with_role(role)
    if item is None:
        return ""
    for instance in session.tree.by_link_id.get(item.link_id, ()):
        state = session.state(instance.key)
        for value in answer_values(state.answer) if state.enabled else ():
            return answer_code(value)
    return ""


def _spoken_of(form: NeedsForm) -> Iterable[tuple[str, NeedSource]]:
    """Every answer of a form that says something of a need."""
    session = form.session
    for key, instance in session.tree.by_key.items():
        rules = instance.item.marks.needs
        state = session.state(key) if rules else None
        if state is None or not state.enabled:
            continue
        named = {need.category for need in needs_of(instance, state.answer)}
        codes = [answer_code(value) for value in answer_values(state.answer)]
        otherwise = next((SAYS[code] for code in codes if code in SAYS), None)
        for category in dict.fromkeys(rule.category for rule in rules):
            says = NeedState.IDENTIFIED if category in named else otherwise
            if says is not None:
                yield (
                    category,
                    NeedSource(
                        form.record_id,
                        form.title,
                        key,
                        state.text,
                        form.at,
                        says,
                        instance.is_private,
                        form.is_held_back,
                    ),
                )


def _said(sources: Iterable[NeedSource]) -> NeedState | None:
    """What the newest form says; that somebody needs it comes before what else it says."""
    found = list(sources)
    newest = [one for one in found if one.at == max(each.at for each in found)]
    if any(one.says is NeedState.IDENTIFIED for one in newest):
        return NeedState.IDENTIFIED
    return newest[0].says if newest else None


def _all_of(sources: tuple[NeedSource, ...], what: str) -> bool:
    named = [one for one in sources if one.says is NeedState.IDENTIFIED]
    return bool(named) and all(getattr(one, what) for one in named)
