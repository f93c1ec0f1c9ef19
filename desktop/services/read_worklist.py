"""The worklist: who was not seen yet, whom to call, what is in progress, what came back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from itertools import chain

from desktop.records.audit_event import AuditAction
from desktop.records.caseload import is_in_caseload
from desktop.records.episode import CloseReason
from desktop.records.ids import EpisodeId, RecordId
from desktop.records.referral_due import ReferralDue, first_due
from desktop.records.roles import Permission
from desktop.records.visit import ReviewState
from desktop.services.caseload import CaseloadState, read_caseload
from desktop.services.cases import CaseCard, card_from, report_hours, target_minutes
from desktop.services.count_reach import NOT_ELIGIBLE
from desktop.services.draft_cards import DraftCard, draft_card
from desktop.services.draft_session import OpenDraft, open_drafts
from desktop.services.earlier_wish import people_with_wish
from desktop.services.episode_records import visits_of
from desktop.services.linked_people import linked_people
from desktop.services.local_day import local_day
from desktop.services.own_caseload import clinicians_here, has_rule, with_drafts
from desktop.services.ports import EpisodeRef, Report
from desktop.services.read_referrals import due_days
from desktop.services.readable import readable
from desktop.services.untold_alerts import families_that_may_leave_one, untold_alerts
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
    missed: tuple[CaseCard, ...]
    """Closed as never reached, of the people who arrived this calendar month, newest first."""
    closed: tuple[CaseCard, ...]
    """All other ends, and older ones."""
    away: tuple[CaseCard, ...] = ()
    """At another workstation: on no list of what is to do here."""
    referrals_due: Mapping[EpisodeId, ReferralDue] = field(default_factory=dict)
    """Of open cases: what of a referral is due today, the longest of each case."""
    outside: tuple[OutsideCase, ...] = ()
    """Cases of other people by alias: opening one needs a reason."""
    unreadable: int = 0
    """How many people or drafts could not be opened and are on no list."""


def read_worklist(work: Work, report: Report | None = None) -> Worklist:
    """Everything at once, each list in its own order; ``report`` as for ``read_caseload``."""
    work.need(Permission.READ_CASES)
    drafts, lost_drafts = open_drafts(work)
    caseload = read_caseload(work, report)
    every_case = _with_linked_quiet(work, _with_wishes(work, _cases(work, caseload, drafts)))
    elsewhere = work.session.hand_over_desk.away()
    mine = [case for case in every_case if case.is_own]
    cases = [case for case in mine if case.card.ref.person_id not in elsewhere]
    own = {case.card.ref for case in cases}
    drafts = [draft for draft in drafts if draft.state.ref in own]
    cards, lost_forms = _with_untold(work, [case.card for case in cases], drafts)
    came_back = [case.card for case in cases if case.has_returned]
    returned, lost_visits = readable(came_back, partial(_returned, work))
    still_open = [card for card in cards if not card.is_closed]
    unseen = [card for card in still_open if card.reached_at is None and not card.has_died]
    reached = [card for card in still_open if card.reached_at is not None or card.has_died]
    month = work.clock.now().astimezone().strftime("%Y-%m")
    eligible = [case.card for case in mine if _is_eligible(case.card)]
    arrived = [c for c in eligible if c.arrived_at.astimezone().strftime("%Y-%m") == month]
    missed = [
        c
        for c in arrived
        if c.close_reason is CloseReason.NEVER_REACHED and c.ref.person_id not in elsewhere
    ]
    apart = {card.ref.episode_id for card in missed}
    ended = [c for c in cards if c.is_closed and c.ref.episode_id not in apart]
    shown = len(mine) + sum(not case.is_own for case in every_case)
    work.audit_list(AuditAction.WORKLIST_READ, shown)
    return Worklist(
        eligible=_longest_wait(card for card in unseen if not card.left_before_contact),
        call_list=tuple(sorted((c for c in unseen if c.left_before_contact), key=_due)),
        in_progress=tuple(sorted(reached, key=_due)),
        drafts=_draft_cards(work, drafts),
        returned=_mine_first(chain.from_iterable(returned)),
        reached_count=sum(card.reached_at is not None for card in arrived),
        arrived_count=len(arrived),
        missed=_longest_wait(missed)[::-1],
        closed=_longest_wait(ended)[::-1],
        away=_longest_wait(c.card for c in mine if c.card.ref.person_id in elsewhere),
        referrals_due=_referrals_due(work, still_open),
        outside=_outside(every_case),
        unreadable=lost_drafts + lost_visits + lost_forms + caseload.unreadable,
    )


@dataclass(frozen=True, slots=True)
class _Case:
    """One case: its card, whether it is in the reader's caseload, whether a visit came back."""

    card: CaseCard
    is_own: bool
    has_returned: bool


def _with_linked_quiet(work: Work, cases: list[_Case]) -> list[_Case]:
    """A summary knows of its own id alone: "no information" holds for linked people too."""
    quiet = {
        one.card.ref.person_id: one.card.confidential_review
        for one in cases
        if one.card.confidential_review is not None
    }
    linked, _ = readable(quiet, lambda who: (quiet[who], linked_people(work, who)))
    days = {other: day for day, others in linked for other in others if other not in quiet}
    return [_reviewed_by(one, days.get(one.card.ref.person_id)) for one in cases]


def _with_wishes(work: Work, cases: list[_Case]) -> list[_Case]:
    """A summary knows of its own case alone: a wish for no contact is told in the others too."""
    wishing = (one.card.ref.person_id for one in cases if one.card.asks_no_contact)
    asked = people_with_wish(work, wishing)
    return [
        replace(one, card=replace(one.card, wishes_elsewhere=True))
        if one.card.standing is None and one.card.ref.person_id in asked
        else one
        for one in cases
    ]


def _reviewed_by(case: _Case, day: date | None) -> _Case:
    if day is None:
        return case
    return replace(case, card=replace(case.card, confidential_review=day))


def _cases(work: Work, caseload: CaseloadState, drafts: list[OpenDraft]) -> list[_Case]:
    """Every case of everyone, by person."""
    of_case = defaultdict[EpisodeId, list[OpenDraft]](list)
    for draft in drafts:
        of_case[draft.state.started.episode_id].append(draft)
    rule, here = has_rule(work), clinicians_here(work)
    me, target_min, hours = work.session.me.staff_id, target_minutes(work), report_hours(work)
    found, takers = [], work.session.hand_over_desk.takers()
    for person_id, person in sorted(caseload.people.items()):
        for case in person.cases:
            begun = of_case.get(case.episode_id, [])
            hands = with_drafts(case.hands, (draft.state for draft in begun))
            alerts = sum(len(draft.open_alerts) for draft in begun)
            found.append(
                _Case(
                    card_from(person_id, case, target_min, alerts, hours),
                    not rule or me in takers.get(person_id, ()) or is_in_caseload(me, hands, here),
                    case.has_returned,
                )
            )
    return found


def _with_untold(
    work: Work, cards: list[CaseCard], drafts: list[OpenDraft]
) -> tuple[list[CaseCard], int]:
    """The cards with the alerts of completed forms counted too, where a rule can leave any.

    Only open cases are looked into: their forms are opened for it. Also how many could not be.
    """
    if not families_that_may_leave_one(work):
        return cards, 0
    counted, lost = [], 0
    for card in cards:
        begun = [draft for draft in drafts if draft.state.ref == card.ref]
        alerts, unknown = ((), 0) if card.is_closed else untold_alerts(work, card.ref, begun)
        counted.append(replace(card, open_alerts=card.open_alerts + len(alerts)))
        lost += unknown
    return counted, lost


def _referrals_due(work: Work, cards: Iterable[CaseCard]) -> dict[EpisodeId, ReferralDue]:
    days, today = due_days(work), local_day(work)
    found = ((card.ref.episode_id, first_due(card.referrals, days, today)) for card in cards)
    return {episode_id: due for episode_id, due in found if due is not None}


def _outside(cases: Iterable[_Case]) -> tuple[OutsideCase, ...]:
    found = [OutsideCase(one.card.ref, one.card.alias) for one in cases if not one.is_own]
    return tuple(sorted(found, key=lambda case: case.alias.casefold()))


def _is_eligible(card: CaseCard) -> bool:
    return not card.is_family and card.close_reason not in NOT_ELIGIBLE


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


def _mine_first(cards: Iterable[ReturnedCard]) -> tuple[ReturnedCard, ...]:
    return tuple(sorted(cards, key=lambda each: (not each.is_mine, each.at)))


def _returned(work: Work, card: CaseCard) -> tuple[ReturnedCard, ...]:
    """Open comments of the visits of one case that came back."""
    me = work.session.me.staff_id
    return tuple(
        ReturnedCard(
            card.ref,
            card.alias,
            visit.visit_id,
            comment.form_id,
            comment.item_key,
            comment.text,
            comment.author_name,
            comment.at,
            visit.wrote(me),
        )
        for visit in (revision.value for revision in visits_of(work, card.ref))
        if visit.state is ReviewState.RETURNED
        for comment in visit.open_comments
    )
