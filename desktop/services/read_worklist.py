"""The worklist: who was not seen yet, whom to call, what is in progress, what came back."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from desktop.records.caseload import is_in_caseload
from desktop.records.episode import Episode
from desktop.records.ids import EpisodeId, PersonId, RecordId
from desktop.records.kinds import EPISODE
from desktop.records.roles import Permission
from desktop.records.visit import ReviewState, Visit
from desktop.services.cases import CaseCard, card_of
from desktop.services.draft_cards import DraftCard, draft_card
from desktop.services.draft_session import OpenDraft, open_drafts
from desktop.services.episode_records import visits_of
from desktop.services.own_caseload import clinicians_here, has_rule, quick_hands
from desktop.services.ports import EpisodeRef
from desktop.services.readable import readable
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class ReturnedCard:
    """One open comment of a returned visit."""

    ref: EpisodeRef
    alias: str
    visit_id: RecordId
    form_id: RecordId
    item_key: str
    comment_text: str = field(repr=False)
    author_name: str
    at: datetime
    is_mine: bool
    """Whether the signed-in person wrote the visit."""


@dataclass(frozen=True, slots=True)
class OutsideCase:
    """A case outside the signed-in person's caseload: no more than its alias."""

    ref: EpisodeRef
    alias: str


@dataclass(frozen=True, slots=True)
class Worklist:
    """All lists of the worklist; the counts are of people who arrived this calendar month."""

    eligible: tuple[CaseCard, ...]
    call_list: tuple[CaseCard, ...]
    in_progress: tuple[CaseCard, ...]
    drafts: tuple[DraftCard, ...]
    returned: tuple[ReturnedCard, ...]
    reached_count: int
    arrived_count: int
    closed: tuple[CaseCard, ...]
    outside: tuple[OutsideCase, ...] = ()
    """Cases of other people by alias: opening one needs a reason."""
    unreadable: int = 0
    """How many people or drafts could not be opened and are on no list."""


def read_worklist(work: Work) -> Worklist:
    """Everything at once, each list in its own order."""
    work.need(Permission.READ_CASES)
    drafts, lost_drafts = open_drafts(work)
    found, lost_people = readable(work.session.records.persons(), partial(_cases, work, drafts))
    every_case = [case for of_person in found for case in of_person]
    cases = [case for case in every_case if case.is_own]
    own = {case.card.ref for case in cases}
    drafts = [draft for draft in drafts if draft.state.ref in own]
    cards = [case.card for case in cases]
    still_open = [card for card in cards if not card.is_closed]
    unseen = [card for card in still_open if card.reached_at is None]
    reached = [card for card in still_open if card.reached_at is not None]
    month = work.clock.now().astimezone().strftime("%Y-%m")
    arrived = [c for c in cards if c.arrived_at.astimezone().strftime("%Y-%m") == month]
    return Worklist(
        eligible=_longest_wait(card for card in unseen if not card.left_before_contact),
        call_list=tuple(sorted((c for c in unseen if c.left_before_contact), key=_due)),
        in_progress=tuple(sorted(reached, key=_due)),
        drafts=_draft_cards(work, drafts),
        returned=_returned(work, cases),
        reached_count=sum(card.reached_at is not None for card in arrived),
        arrived_count=len(arrived),
        closed=_longest_wait(card for card in cards if card.is_closed)[::-1],
        outside=_outside(every_case),
        unreadable=lost_drafts + lost_people,
    )


@dataclass(frozen=True, slots=True)
class _Case:
    """One case with its visits."""

    card: CaseCard
    is_own: bool
    visits: tuple[Visit, ...]


def _cases(work: Work, drafts: list[OpenDraft], person_id: PersonId) -> list[_Case]:
    """The cases of one person."""
    alerts = Counter[EpisodeId]()
    for draft in drafts:
        alerts[draft.state.started.episode_id] += len(draft.open_alerts)
    cases = []
    for revision in work.session.records.list_newest(EPISODE, person_id):
        card = card_of(work, revision.value, alerts[revision.value.episode_id])
        visits = tuple(visit.value for visit in visits_of(work, card.ref))
        is_own = _is_own(work, revision.value, drafts)
        cases.append(_Case(card, is_own, visits))
    return cases


def _is_own(work: Work, episode: Episode, drafts: list[OpenDraft]) -> bool:
    if not has_rule(work):
        return True
    states = [one.state for one in drafts if one.state.started.episode_id == episode.episode_id]
    hands = quick_hands(work, episode, states)
    return is_in_caseload(work.session.me.staff_id, hands, clinicians_here(work))


def _outside(cases: Iterable[_Case]) -> tuple[OutsideCase, ...]:
    found = [OutsideCase(one.card.ref, one.card.alias) for one in cases if not one.is_own]
    return tuple(sorted(found, key=lambda case: case.alias.casefold()))


def _longest_wait(cards: Iterable[CaseCard]) -> tuple[CaseCard, ...]:
    return tuple(sorted(cards, key=lambda card: card.arrived_at))


def _due(card: CaseCard) -> tuple[bool, datetime]:
    """What is due first; cases without a date follow, longest known first."""
    return (card.next_due is None, card.next_due or card.arrived_at)


def _draft_cards(work: Work, drafts: list[OpenDraft]) -> tuple[DraftCard, ...]:
    """One's own first, each group newest first."""
    newest = sorted(drafts, key=lambda draft: draft.state.changed_at, reverse=True)
    cards = [draft_card(work, draft) for draft in newest]
    return tuple(sorted(cards, key=lambda card: not card.is_mine))


def _returned(work: Work, cases: list[_Case]) -> tuple[ReturnedCard, ...]:
    me = work.session.me.staff_id
    found = [
        ReturnedCard(
            case.card.ref,
            case.card.alias,
            visit.visit_id,
            comment.form_id,
            comment.item_key,
            comment.text,
            comment.author_name,
            comment.at,
            visit.wrote(me),
        )
        for case in cases
        for visit in case.visits
        if visit.state is ReviewState.RETURNED
        for comment in visit.open_comments
    ]
    return tuple(sorted(found, key=lambda card: (not card.is_mine, card.at)))
