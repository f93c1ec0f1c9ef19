"""How each desk is reached from the sign-in, by keys and buttons."""

from desktop.records.roles import StaffMember
from tests.services.bench import ADMIN, DESK, NADIA, ROSA
from tests.support.journey import Traveller

NIA = "nia"


def packet_desk(at: Traveller) -> None:
    """One packet ready, its pages at the right."""
    at.sign_in(DESK)
    at.opened.until(lambda: at.hands.sees("desk-print"))


def packet_desk_refusing(at: Traveller) -> None:
    """Why it cannot be printed."""
    packet_desk(at)
    at.press("desk-refuse")


def texts(at: Traveller) -> None:
    """Texts that the site approves."""
    at.sign_in(ADMIN)


def forms(at: Traveller) -> None:
    """Forms that the site loaded."""
    at.sign_in(ADMIN)
    at.press("rail-forms")
    at.opened.until(lambda: at.hands.sees("forms-load"))


def rules(at: Traveller) -> None:
    """What the site decides for itself, one rule being changed."""
    at.sign_in(ADMIN)
    at.press("rail-rules")
    at.opened.until(lambda: bool(at.hands.names("rules-reach-")))
    at.press("rules-reach-first-contact-target-min")


def backups(at: Traveller) -> None:
    """Where backups go, before anybody chose."""
    at.sign_in(ADMIN)
    at.press("rail-backups")
    at.opened.until(lambda: at.hands.sees("backups-empty"))


def backup_plan(at: Traveller) -> None:
    """The panel for folder and hour."""
    backups(at)
    at.press("backups-plan")


def people(at: Traveller) -> None:
    """Everybody's account, for an administrator."""
    at.sign_in(ADMIN)
    at.press("rail-people")
    at.opened.until(lambda: at.hands.sees("people-panel"))
    at.opened.until_idle()


def add_administrator(at: Traveller) -> None:
    """Somebody new, with two recovery codes."""
    people(at)
    at.press("people-add")
    at.press("person-role-administrator")


def one_time_code(at: Traveller) -> None:
    """The code of somebody new, shown once."""
    people(at)
    at.press("people-add")
    at.write("person-name", "Noa Example")
    at.press("person-role-specialist")
    at.press("people-do")
    at.confirm()
    at.opened.until(lambda: at.hands.sees("code-groups"))
    at.opened.until_idle()


def account(at: Traveller) -> None:
    """What an administrator can do with one account."""
    people(at)
    at.press(first_row(at, "people-list-"))


def account_ends(at: Traveller) -> None:
    """What the end of an account means."""
    account(at)
    at.press("account-end")


def keys_to_give(at: Traveller) -> None:
    """Somebody waits for keys and somebody left, for a nurse manager."""
    at.sign_in(NADIA)
    at.press("rail-people")
    at.opened.until(lambda: at.hands.sees("people-new-keys"))


def give_keys(at: Traveller) -> None:
    """The code to compare and the password."""
    keys_to_give(at)
    at.press(first_row(at, "people-waiting-"))


def without_keys(at: Traveller) -> None:
    """A newcomer whom nobody gave keys."""
    at.sign_in(NIA)
    at.opened.until(lambda: at.hands.sees("waiting-sign-out"))


def first_row(at: Traveller, prefix: str) -> str:
    """The first row of a list of people, by its staff id; oneself is no good example."""
    me = at.opened.signed_in.shell.work.session.me.staff_id
    names = [f"{prefix}{each.staff_id}" for each in members(at) if each.staff_id != me]
    return next(name for name in names if at.hands.sees(name))


def members(at: Traveller) -> tuple[StaffMember, ...]:
    """Everybody, newcomers included."""
    entries = at.opened.signed_in.shell.work.session.staff_desk.people()
    return tuple(entry.member for entry in entries)


def help_page(at: Traveller) -> None:
    """Shortcuts and display."""
    at.sign_in(ROSA)
    at.press("rail-help")
