"""What may be done on a way to reach somebody: nothing that the person did not mark as safe."""

from enum import StrEnum

from desktop.records.person import ContactKind, ContactPath


class ContactAct(StrEnum):
    """One thing that can be safe to do on a way to reach."""

    CALL = "call"
    TEXT = "text"
    LEAVE_MESSAGE = "message"
    WRITE = "write"
    MAIL = "mail"


_PHONE = (ContactAct.CALL, ContactAct.TEXT, ContactAct.LEAVE_MESSAGE)

ACTS_OF: dict[ContactKind, tuple[ContactAct, ...]] = {
    ContactKind.OWN_PHONE: _PHONE,
    ContactKind.TRUSTED_PERSON: _PHONE,
    ContactKind.EMAIL: (ContactAct.WRITE,),
    ContactKind.SOCIAL: (ContactAct.WRITE,),
    ContactKind.MAILING: (ContactAct.MAIL,),
}
"""What can be done on each kind at all, in the order in which it is asked."""


def safe_acts(path: ContactPath) -> tuple[ContactAct, ...]:
    """What the person marked as safe on this way, of what can be done on its kind; a mark that
    belongs to another kind counts for nothing. Empty: this is no way to reach anybody."""
    marked = {
        ContactAct.CALL: path.safe_to_call,
        ContactAct.TEXT: path.safe_to_text,
        ContactAct.LEAVE_MESSAGE: path.safe_to_leave_message,
        ContactAct.WRITE: path.safe_to_text,
        ContactAct.MAIL: path.safe_to_mail,
    }
    return tuple(act for act in ACTS_OF[path.kind] if marked[act])


def with_safe_acts(
    kind: ContactKind,
    value: str,
    acts: frozenset[ContactAct],
    *,
    owner: str = "",
    service: str = "",
    best_times: str = "",
) -> ContactPath:
    """A way to reach with these marks; what cannot be done on its kind is left out."""
    may = acts & frozenset(ACTS_OF[kind])
    return ContactPath(
        kind,
        value,
        owner,
        safe_to_call=ContactAct.CALL in may,
        safe_to_text=bool({ContactAct.TEXT, ContactAct.WRITE} & may),
        safe_to_leave_message=ContactAct.LEAVE_MESSAGE in may,
        best_times=best_times,
        service=service,
        safe_to_mail=ContactAct.MAIL in may,
    )
