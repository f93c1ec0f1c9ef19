"""What is watched over people's data: accesses to review, erasures to agree to, holds, the rule."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.break_glass import BrokenGlass
from desktop.records.display import display_name
from desktop.records.erasure import Erased, ErasureWish, LegalHold, person_reference
from desktop.records.ids import PersonId, StaffId
from desktop.records.kinds import EPISODE
from desktop.records.roles import Permission
from desktop.services.own_caseload import CASELOAD_RULE
from desktop.services.part2_notes import SHOW_EXISTS
from desktop.services.ports import Loan, Setting
from desktop.services.work import Work

_ROOT = "root"


@dataclass(frozen=True, slots=True)
class AccessLine:
    """One access with a reason. ``note`` is there for the privacy officer alone."""

    glass: BrokenGlass
    person_name: str
    """The alias for whoever may see it, else the reference."""
    opened_by: str
    is_mine: bool
    is_late: bool
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class HeldLine:
    """One legal hold. ``is_mine_to_end``: somebody else asked, so this person may agree."""

    hold: LegalHold
    person_name: str
    set_by: str
    end_asked_by: str
    is_mine_to_end: bool


@dataclass(frozen=True, slots=True)
class WishLine:
    """One wish to erase."""

    wish: ErasureWish
    person_name: str
    asked_by: str


@dataclass(frozen=True, slots=True)
class ErasedLine:
    """One person erased."""

    erased: Erased
    reference: str
    asked_by: str
    erased_by: str
    kept_in: tuple[str, ...] = ()
    """Older stores that a restore moved aside and that still hold the keys: their folders."""


@dataclass(frozen=True, slots=True)
class LoanLine:
    """What is lent to the signed-in officer, and whether it is open."""

    loan: Loan
    reference: str
    lender: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Oversight:
    """Each list is for the roles that act on it and empty for the others."""

    to_review: tuple[AccessLine, ...] = ()
    reviewed: tuple[AccessLine, ...] = ()
    wishes: tuple[WishLine, ...] = ()
    holds: tuple[HeldLine, ...] = ()
    erased: tuple[ErasedLine, ...] = ()
    loans: tuple[LoanLine, ...] = ()
    kept_in: tuple[str, ...] = ()
    """Folders of older stores that hold the keys of whoever is erased now."""
    may_review: bool = False
    may_guard: bool = False
    may_read_lent: bool = False
    may_set: bool = False
    caseload_rule: bool = True
    restricted_shown: bool = False
    now: datetime | None = None


def read_oversight(work: Work) -> Oversight:
    """Everything at once. Readable to nurse managers, privacy officers and administrators."""
    me = work.session.me
    may_review, may_guard = me.may(Permission.REVIEW_ACCESS), me.may(Permission.GUARD_DATA)
    work.need(Permission.REVIEW_ACCESS if may_review else Permission.GUARD_DATA)
    reader = _Reader(work)
    accesses = [reader.access(each) for each in work.session.glass_desk.all()] if may_review else []
    work.audit_list(AuditAction.OVERSIGHT_READ, len(accesses))
    desk, settings = work.session.erasure_desk, work.session.site.settings()
    may_read_lent = me.may(Permission.READ_LENT)
    return Oversight(
        to_review=tuple(each for each in accesses if each.glass.outcome is None),
        reviewed=tuple(each for each in accesses[::-1] if each.glass.outcome is not None),
        wishes=tuple(reader.wish(each) for each in desk.wishes()),
        holds=tuple(reader.hold(each) for each in desk.holds()),
        erased=tuple(reader.erased(each) for each in desk.erased()),
        loans=reader.loans() if may_read_lent else (),
        kept_in=tuple(each.name for each in reader.kept),
        may_review=may_review,
        may_guard=may_guard,
        may_read_lent=may_read_lent,
        may_set=me.may(Permission.SET_SITE),
        caseload_rule=settings.get(CASELOAD_RULE) != "off",
        restricted_shown=settings.get(SHOW_EXISTS) == "on",
        now=work.session.store_time(),
    )


def switch_caseload_rule(work: Work, *, is_on: bool) -> None:
    """Whether clinicians see their own caseload only; an administrator decides for the site."""
    work.need(Permission.SET_SITE)
    _switch(work, CASELOAD_RULE, is_on=is_on)


def switch_restricted_line(work: Work, *, is_on: bool) -> None:
    """Whether clinicians who are not named are told that restricted notes exist."""
    work.need(Permission.SET_SITE)
    _switch(work, SHOW_EXISTS, is_on=is_on)


def _switch(work: Work, name: str, *, is_on: bool) -> None:
    value = "on" if is_on else "off"
    work.session.site.change_setting(Setting(name, value))
    work.audit(AuditAction.SETTING_CHANGED, name, value)


class _Reader:
    """Names of people as far as the signed-in person may see them."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._me = work.session.me
        self.kept = tuple(work.session.backups.kept())
        self._staff: Mapping[StaffId, str] = {
            member.staff_id: member.display_name for member in work.session.site.staff()
        }

    def access(self, glass: BrokenGlass) -> AccessLine:
        now = self._work.session.store_time()
        has_note = glass.has_note and self._me.may(Permission.READ_LENT)
        return AccessLine(
            glass,
            self._person(glass.person_id),
            self._name(glass.opened_by),
            glass.opened_by == self._me.staff_id,
            glass.outcome is None and now > glass.review_by,
            self._note(glass.glass_id) if has_note else "",
        )

    def hold(self, hold: LegalHold) -> HeldLine:
        asked = hold.end_asked_by
        return HeldLine(
            hold,
            self._person(hold.person_id),
            self._name(hold.set_by),
            self._name(asked) if asked else "",
            asked is not None and asked != self._me.staff_id,
        )

    def wish(self, wish: ErasureWish) -> WishLine:
        return WishLine(wish, self._person(wish.person_id), self._name(wish.asked_by))

    def erased(self, erased: Erased) -> ErasedLine:
        return ErasedLine(
            erased,
            person_reference(erased.person_id),
            self._name(erased.asked_by),
            self._name(erased.erased_by),
            tuple(each.name for each in self.kept if each.moved_at <= erased.erased_at),
        )

    def loans(self) -> tuple[LoanLine, ...]:
        desk = self._work.session.glass_desk
        return tuple(
            LoanLine(
                loan,
                person_reference(loan.person_id),
                self._name(loan.lender_id),
                desk.standing(loan.person_id) is not None,
            )
            for loan in desk.loans()
            if loan.officer_id == self._me.staff_id
        )

    def _name(self, staff_id: StaffId) -> str:
        return "" if staff_id == _ROOT else self._staff.get(staff_id, "")

    def _note(self, glass_id: str) -> str:
        try:
            return self._work.session.glass_desk.note_of(glass_id)
        except KnownError as error:
            if error.message_id != "store.no-key":
                raise
            return ""  # the auditor's key was not handed on yet

    def _person(self, person_id: PersonId) -> str:
        """The alias of the newest case for whoever may see cases, else the reference."""
        if self._me.may(Permission.READ_CASES):
            try:
                found = self._work.session.records.list_newest(EPISODE, person_id)
            except KnownError as error:
                if error.message_id not in ("person.erased", "store.damaged"):
                    raise
                found = ()
            if found:
                return display_name(found[-1].value)
        return person_reference(person_id)
