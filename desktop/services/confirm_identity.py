"""The password again before a sensitive act, and whether it was given for that kind just now."""

from desktop.errors import KnownError
from desktop.services.confirmations import ConfirmedAct
from desktop.services.work import Work


def confirm_identity(work: Work, act: ConfirmedAct, password: str) -> None:
    """Check the signed-in person's password: slow, counted and audited like a sign-in.

    KnownErrors ``sign-in.wrong-password``, ``sign-in.wait``, ``sign-in.stopped``.
    """
    work.session.confirm_password(password, act.value)
    work.confirmed.note(act, work.clock.monotonic())


def is_confirmed(work: Work, act: ConfirmedAct) -> bool:
    """Whether this kind of act was confirmed within the last five minutes."""
    return work.confirmed.holds(act, work.clock.monotonic())


def need_confirmed(work: Work, act: ConfirmedAct) -> None:
    """KnownError ``confirm.needed`` unless it was."""
    if not is_confirmed(work, act):
        raise KnownError("confirm.needed")
