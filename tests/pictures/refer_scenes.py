"""Referrals to partners: the list, one to add, and what happened with one."""

from desktop.views.shell.place import Desk, Place
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.row_list import RowList
from tests.journeys.ways_of_care import Way
from tests.pictures.reach import go, ref_of, show
from tests.pictures.referred import REFERRED
from tests.pictures.scene import Scene
from tests.services.bench import ROSA
from tests.support.journey import Traveller


def _needs(at: Traveller) -> None:
    at.sign_in(ROSA)
    go(at, Place(Desk.NEEDS, ref_of(at, REFERRED)))
    at.opened.until(lambda: at.hands.sees("referrals-list"))


def referrals(at: Traveller) -> None:
    """Every state that a row can have."""
    _needs(at)
    show(at, "referrals")


def referral_new(at: Traveller) -> None:
    """Needs chosen, and who can be asked."""
    _needs(at)
    at.press("referrals-add")
    at.press("new-referral-needs-housing-instability")


def referral_row(number: int, title: str, *presses: str) -> Way:
    """One referral at the side, and what is pressed there."""

    def way(at: Traveller) -> None:
        _needs(at)
        rows = at.opened.window.findChild(RowList, "referrals-list").rows()
        at.press(rows[number].objectName())
        for one in presses:
            at.press(one)

    way.__name__ = title
    return way


def referral_sent(at: Traveller) -> None:
    """A new one that a consent covers: how the partner is asked."""
    referral_new(at)
    at.press("new-referral-needs-transportation-insecurity")
    rows = at.opened.window.findChild(OptionGroup, "new-referral-partner").rows()
    covered = next(row for row in rows if "Lantern House" in row.item.key)
    at.press(covered.objectName())
    at.press("needs-do")
    at.opened.until(lambda: at.hands.sees("referral-act"))
    at.press("referral-act-send")


REFERRALS = (
    Scene(referrals, ("ReferralsPanel",)),
    Scene(referral_new, ("NewReferralPanel",)),
    Scene(referral_row(0, "referral said yes", "referral-act-yes"), ("ReferralPanel",)),
    Scene(referral_row(0, "referral said no", "referral-act-no"), ("ReferralPanel",)),
    Scene(referral_row(1, "referral stopped"), ("ReferralPanel",)),
    Scene(referral_row(2, "referral draft refused"), ("ReferralPanel",)),
    Scene(referral_sent, ("ReferralPanel",)),
)
