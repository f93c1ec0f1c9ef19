"""Consents: each by itself, signed, answered, taken back; a minor's."""

from desktop.views.shell.place import Desk, Place
from tests.journeys.ways_of_care import Way
from tests.pictures.filled_site import AGAIN, ALL_STEPS, MINOR
from tests.pictures.reach import go, ref_of
from tests.pictures.scene import Scene
from tests.services.bench import ROSA
from tests.support.journey import Traveller


def guardian(at: Traveller) -> None:
    """A guardian is noted."""
    consent_of(MINOR)(at)
    at.press("consent-who-new")
    at.write("consent-guardian-name", "Gwen Guardian")
    at.write("consent-guardian-right", "mother")


def consent_of(alias: str, tab: int = 0) -> Way:
    """A consent of a case."""

    def way(at: Traveller) -> None:
        at.sign_in(ROSA)
        go(at, Place(Desk.CONSENTS, ref_of(at, alias)))
        at.press(f"consent-tabs-{tab}")

    way.__name__ = f"consent {tab} of {alias.split()[0]}"
    return way


def signed(at: Traveller) -> None:
    """A consent with its signature, its copy, and who is told."""
    consent_of(ALL_STEPS, 2)(at)
    at.write("consent-name", "Robin Placeholder")
    at.draw_signature("consent-signature")
    at.press("consent-sign")


def agreed(at: Traveller) -> None:
    """What was agreed to, on the person's page."""
    signed(at)
    at.press("consent-banner-back")
    at.opened.until(lambda: at.hands.sees("person-steps-contact"))


def withdrawing(at: Traveller) -> None:
    """Taking it back."""
    signed(at)
    at.press("consent-withdraw")


def withdrawn(at: Traveller) -> None:
    """Taken back, and who must be told."""
    withdrawing(at)
    at.press("consent-how-in-person")
    at.press("consent-withdraw-now")


def release(name: str, *presses: str) -> Way:
    """A release to a partner, and what is pressed then."""

    def way(at: Traveller) -> None:
        consent_of(ALL_STEPS, 2)(at)
        for one in presses:
            at.press(one)

    way.__name__ = name
    return way


CONSENTS: tuple[Scene, ...] = (
    *(
        Scene(consent_of(ALL_STEPS, tab), ("ConsentView", "TextPanel", "SidePanel"))
        for tab in range(7)
    ),
    Scene(consent_of(AGAIN, 0), ("ConsentView",), is_english=True),
    Scene(consent_of(MINOR, 1), ("MinorPanel",), is_english=True),
    Scene(guardian, ("MinorPanel",), is_english=True),
    Scene(release("unsigned", "consent-sign"), ("SignArea", "ScopeLinesView")),
    Scene(
        release("consent cannot sign", "consent-cannot-sign", "consent-way-mark"), ("CannotSign",)
    ),
    Scene(release("consent scope", "consent-change"), ("ScopeEditor",)),
    Scene(release("consent answered", "consent-no"), ("Answered",)),
    Scene(signed, ("Answered", "Afterwards")),
    Scene(agreed, ("ConsentsCard",)),
    Scene(withdrawing, ("Withdraw",)),
    Scene(withdrawn, ("Afterwards",)),
)
