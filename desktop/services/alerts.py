"""Which alerts of a form are still open: raised by an answer, told to nobody by name."""

from collections.abc import Iterable

from desktop.forms.findings import Alert
from desktop.records.alert import HandOff


def open_alerts(session_alerts: Iterable[Alert], hand_offs: Iterable[HandOff]) -> tuple[Alert, ...]:
    """The alerts with an answer that nobody was told of, one for each code, in reading order.

    A hand-off covers the answers that stood when it was made: danger that is told later, or by
    another answer, opens the alert again.
    """
    acts = tuple(hand_offs)
    found: dict[str, Alert] = {}
    for alert in session_alerts:
        if not any(act.covers(alert.code, alert.key) for act in acts):
            found.setdefault(alert.code, alert)
    return tuple(found.values())


def raised_by(session_alerts: Iterable[Alert], code: str) -> tuple[str, ...]:
    """The answers that raise this alert now, for ``HandOff.about``."""
    return tuple(alert.key for alert in session_alerts if alert.code == code)
