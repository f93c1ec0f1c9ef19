"""A completed plan, read on the person's own screen."""

from tests.pictures.filled_site import ALL_STEPS
from tests.pictures.reach import open_case, press_first, show
from tests.pictures.scene import Scene
from tests.support.journey import Traveller


def plan_shown(at: Traveller) -> None:
    """From the page of the case."""
    open_case(at, ALL_STEPS)
    press_first(at, "person-show-plan-")
    at.opened.until(lambda: at.hands.sees("patient-give-back"))


def plans_offered(at: Traveller) -> None:
    """The panel at the side of the page."""
    open_case(at, ALL_STEPS)
    show(at, "person-show-plan-panel")


PLANS: tuple[Scene, ...] = (
    Scene(plans_offered, ("ShowPlanPanel",)),
    Scene(plan_shown, ("ReadOver", "PatientFoot")),
)
