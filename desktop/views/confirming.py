"""How a screen does what asks for the password again."""

from collections.abc import Callable

from desktop.services.confirm_identity import is_confirmed
from desktop.services.confirmations import ConfirmedAct
from desktop.views.screen import ScreenContext


def confirm_then(context: ScreenContext, act: ConfirmedAct, then: Callable[[], None]) -> None:
    """``then`` at once when the password was given for this kind just now, else after it."""
    if is_confirmed(context.work, act):
        then()
    else:
        context.navigator.ask_password(act, then)
