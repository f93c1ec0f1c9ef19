"""Agree to erase a person, or drop the wish: somebody else than who asked, with the password."""

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.erasure import Erased, person_reference, same_reference
from desktop.records.ids import PersonId
from desktop.records.roles import Permission
from desktop.services.confirm_identity import confirm_identity
from desktop.services.confirmations import ConfirmedAct
from desktop.services.work import Work


def erase_person(work: Work, person_id: PersonId, typed_reference: str, password: str) -> Erased:
    """Destroy every data key of the person. Nothing brings them back.

    KnownErrors ``erasure.reference-differs``, ``erasure.held``, ``erasure.not-asked``,
    ``erasure.changed-since``, ``person.erased``, ``store.log-not-emptied`` (done, but traces stay
    until the next start), and those of the password.
    """
    work.need(Permission.GUARD_DATA)
    if not same_reference(typed_reference, person_reference(person_id)):
        raise KnownError("erasure.reference-differs")
    confirm_identity(work, ConfirmedAct.ERASURE, password)
    try:
        erased = work.session.erasure_desk.erase(person_id)
    except KnownError as error:
        if error.message_id == "store.log-not-emptied":  # the keys are gone all the same
            work.audit(AuditAction.PERSON_ERASED, person_id, person=person_id)
        raise
    work.audit(AuditAction.PERSON_ERASED, person_id, erased.reason.value, person_id)
    return erased


def drop_erasure(work: Work, person_id: PersonId) -> None:
    """The person is not erased after all; KnownError ``erasure.not-asked``."""
    may = work.session.me.may(Permission.ASK_ERASURE)
    work.need(Permission.ASK_ERASURE if may else Permission.GUARD_DATA)
    work.session.erasure_desk.drop(person_id)
    work.audit(AuditAction.ERASURE_DROPPED, person_id, person=person_id)
