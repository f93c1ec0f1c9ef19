"""How a case goes on or ends: what follows from an attempt, a death, a family, capacity."""

from tests.pictures.care_scenes import then
from tests.pictures.filled_site import DIED
from tests.pictures.reach import show
from tests.pictures.scene import Scene
from tests.support.journey import Traveller

TALKED = ("person-go", "person-attempt-mode-bedside", "person-attempt-group-spoke")
GONE = ("person-go", "person-attempt-mode-bedside", "person-attempt-group-gone")
PANEL = ("AttemptPanel", "AfterOutcome")


def cannot_decide(at: Traveller) -> None:
    """Room and capacity of somebody who cannot decide now."""
    then("room", "person-room-note", "room-capacity-absent", alias="Maple 12")(at)
    at.pick("room-capacity-by", "physician")
    at.pick("room-capacity-why", "sedated")


def noting_the_event(at: Traveller) -> None:
    """The two facts about the event."""
    then("event", "person-event-note", alias="Maple 12")(at)
    at.pick("event-setting", "public")
    at.pick("police-report", "yes")


def event_noted(at: Traveller) -> None:
    """What was noted, on the page."""
    noting_the_event(at)
    at.press("person-do")
    show(at, "person-event")


COURSE: tuple[Scene, ...] = (
    Scene(
        then(
            "attempt declined now",
            *TALKED,
            "person-attempt-outcome-declined-now",
            "person-attempt-later-no",
            alias="Maple 12",
        ),
        PANEL,
    ),
    Scene(then("attempt died", *GONE, "person-attempt-outcome-died", alias="Maple 12"), PANEL),
    Scene(then("person died", alias=DIED), ("FamilyOffer",)),
    Scene(then("family page", "person-family", alias=DIED), ("FamilyPanel",)),
    Scene(cannot_decide, ("RoomPanel", "CapacityFields")),
    Scene(noting_the_event, ("EventPanel",)),
    Scene(event_noted, ("EventCard",)),
)
