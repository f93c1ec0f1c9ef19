"""Which alerts of a form are still open: raised by an answer, told to nobody by name."""

from collections.abc import Iterable

from desktop.forms.findings import Alert
from desktop.records.alert import HandOff


def open_alerts(session_alerts: Iterable[Alert], hand_offs: Iterable[HandOff]) -> tuple[Alert, ...]:
    """The alerts without a closing act, one for each code, in the order of the questions."""
    closed = {act.alert_code for act in hand_offs if act.closes}
    found: dict[str, Alert] = {}
    for alert in session_alerts:
        if alert.code not in closed:
            found.setdefault(alert.code, alert)
    return tuple(found.values())
