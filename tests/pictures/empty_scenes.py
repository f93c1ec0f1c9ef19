"""The first day: each desk before anything was done there."""

from tests.journeys.ways_of_care import review_queue, worklist
from tests.journeys.ways_of_desks import backups, forms, people, texts
from tests.pictures.care_scenes import then
from tests.pictures.scene import Scene
from tests.services.bench import ADMIN, DESK, NADIA, OFFICER, ROSA
from tests.support.journey import Traveller


def first_case(at: Traveller) -> None:
    """The panel for the first person."""
    at.sign_in(ROSA)
    at.press("worklist-first")


EMPTY: tuple[Scene, ...] = tuple(
    Scene(
        way,
        name=f"first day {way.__name__}",
        is_first_day=True,
        is_english=way is texts,
    )
    for way in (
        worklist,
        first_case,
        review_queue,
        then("packet desk", who=DESK),
        forms,
        texts,
        backups,
        people,
        then("contacts", "rail-contacts", who=ADMIN),
        then("oversight", "rail-oversight", who=NADIA),
        then("audit", "rail-audit", who=OFFICER),
    )
)
