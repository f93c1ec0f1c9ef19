"""Add a case whose person is spoken with at this moment: case and first contact in one act."""

from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.services.add_case import NewCase, add_case
from desktop.services.cases import CaseCard
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.work import Work


def add_case_at_bed(work: Work, new: NewCase) -> CaseCard:
    """Keep the case, and that the person was reached at the bedside now.

    KnownErrors as ``add_case``. Should the attempt not be kept, the case is, and asks for it. Whom
    another program takes is kept closed, and not begun with.
    """
    card = add_case(work, new)
    if card.is_closed:
        return card
    return log_attempt(work, card.ref, NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.ENGAGED))
