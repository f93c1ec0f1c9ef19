"""What a capacity note whose check is due changes in the step "consent" of the person page."""

from dataclasses import replace
from datetime import datetime

from desktop.records.room import CapacityCheck
from desktop.services.person_steps import Step, StepState

CHECK_AGAIN = "step-summary.consent.check-again"


def with_recheck(step: Step, capacity: CapacityCheck | None, now: datetime) -> Step:
    """The step that waits for the person to be able to decide; from the time on that was set for
    looking again it says so, and stays locked until somebody noted anew.

    Capacity is of the moment, and that it is missing often passes (reliasmedia.com, 144995).
    """
    due = capacity.recheck_due if capacity is not None else None
    if step.state is not StepState.LOCKED or due is None or now < due:
        return step
    return replace(step, summary_id=CHECK_AGAIN, params={})
