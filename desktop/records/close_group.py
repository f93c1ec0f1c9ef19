"""What the ends of a case have in common: four short lists instead of one of fourteen."""

from enum import StrEnum

from desktop.records.episode import CloseReason


class CloseGroup(StrEnum):
    """How a case ends, in the order in which it is asked."""

    DONE = "done"
    GOES_ON = "goes-on"
    """Life or another place goes on with it; no failure of the person or of the program."""
    STOPPED = "stopped"
    NOT_BEGUN = "not-begun"


CLOSE_GROUPS = {
    CloseGroup.DONE: (CloseReason.COMPLETED, CloseReason.PARTIAL),
    CloseGroup.GOES_ON: (
        CloseReason.TRANSFERRED,
        CloseReason.HURT_AGAIN,
        CloseReason.MOVED,
        CloseReason.IN_CUSTODY,
        CloseReason.OTHER_PATHWAY,
    ),
    CloseGroup.STOPPED: (
        CloseReason.LOST,
        CloseReason.DECLINED,
        CloseReason.CONSENT_WITHDRAWN,
        CloseReason.STAFF_SAFETY,
        CloseReason.DIED,
    ),
    CloseGroup.NOT_BEGUN: (CloseReason.NEVER_REACHED, CloseReason.DUPLICATE),
}
"""Every end once. Who reached their goals and then stayed away is *done*: in Newark some of those
whom the program had helped simply disengaged (safetylit.org citjournalarticle_729951_16), which is
no failure."""
