"""Invented ways to reach somebody, one of each kind."""

from desktop.records.contact_acts import ContactAct, with_safe_acts
from desktop.records.person import ContactKind

_CALLS = frozenset({ContactAct.CALL, ContactAct.LEAVE_MESSAGE})
_WRITES = frozenset({ContactAct.WRITE, ContactAct.TEXT})

WAYS = (
    with_safe_acts(ContactKind.OWN_PHONE, "860-555-0177", _CALLS, best_times="afternoons"),
    with_safe_acts(ContactKind.TRUSTED_PERSON, "860-555-0136", _WRITES, owner="Aunt Fern"),
    with_safe_acts(ContactKind.EMAIL, "oscar@invented.example", frozenset()),
    with_safe_acts(ContactKind.SOCIAL, "oscar.invented", _WRITES, service="Chirper"),
    with_safe_acts(
        ContactKind.MAILING,
        "1 Nowhere Street, Exampleton 00000",
        frozenset({ContactAct.MAIL}),
    ),
)
"""Numbers and names of nobody."""
