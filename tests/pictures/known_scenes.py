"""Instruments that a hospital loaded, and the alerts that they offer."""

import hashlib

from tests.forms.known.instrument_forms import nine
from tests.pictures.care_scenes import part_of
from tests.pictures.desk_scenes import loading
from tests.pictures.scene import Scene
from tests.services.loaded_forms import data_of
from tests.support.journey import Traveller

HASH = hashlib.sha256(data_of(nine())).hexdigest()


def offered_alerts(at: Traveller) -> None:
    """What a loaded instrument offers on the desk of alerts."""
    loading(whole=nine())(at)
    at.press("forms-do")
    at.press(f"forms-list-{HASH}")
    at.press("forms-do")
    at.press("rail-contacts")


def offered_alert(at: Traveller) -> None:
    """One of them, opened."""
    offered_alerts(at)
    at.press("proposed-alerts-1")


KNOWN: tuple[Scene, ...] = (
    Scene(part_of(offered_alerts, "proposed-alerts-panel", "offered alerts"), ("ProposedAlerts",)),
    Scene(offered_alert, ("SiteAlertPanel", "ProposedAlerts")),
)
