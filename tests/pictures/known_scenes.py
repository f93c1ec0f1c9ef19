"""Instruments that a hospital loaded, and the alerts that they offer."""

import hashlib

from desktop.views.widgets.picker import Picker
from tests.forms.known.instrument_forms import nine
from tests.journeys.pages import InterviewPage
from tests.pictures.care_scenes import form_of, part_of
from tests.pictures.desk_scenes import desk, loading
from tests.pictures.reach import show
from tests.pictures.scene import Scene
from tests.services.bench import ADMIN
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


def deciding(at: Traveller) -> None:
    """A loaded instrument of which it is decided anew for whom it is."""
    loading(whole=nine())(at)
    at.press("forms-do")
    at.press(f"forms-list-{HASH}")
    at.press("loaded-form-decide")


def guide(at: Traveller) -> None:
    """Which instrument is for whom, and the facts of one."""
    desk(ADMIN, "forms", "forms-guide")(at)
    picker = at.opened.window.findChild(Picker, "known-guide-pick")
    assert picker is not None
    picker.setCurrentIndex(picker.findData("phq-9"))
    picker.activated.emit(picker.currentIndex())
    at.opened.until_idle()


def outside_total(at: Traveller) -> None:
    """A total of another team that its instrument cannot have."""
    form_of("outside-results")(at)
    page = InterviewPage(at)
    page.fill({"mood": {"mood.done": "done", "mood.which": "phq-9", "mood.result": "concern"}})
    page.write("mood.phq-9-total", "28")
    page.answer("mood.source", "chart")
    show(at, "answer-mood.phq-9-total")


KNOWN: tuple[Scene, ...] = (
    Scene(part_of(offered_alerts, "proposed-alerts-panel", "offered alerts"), ("ProposedAlerts",)),
    Scene(desk(ADMIN, "forms", "forms-guide"), ("GuidePanel", "KnownGuide"), "guide by age"),
    Scene(guide, ("GuidePanel", "KnownGuide")),
    Scene(
        part_of(desk(ADMIN, "help"), "help-instruments", "help of instruments"),
        ("InstrumentsPanel", "KnownGuide"),
    ),
    Scene(
        part_of(loading(adding=nine()), "form-known-adds-up", "import adds up"), ("KnownFields",)
    ),
    Scene(deciding, ("DecidePanel", "KnownFields")),
    Scene(outside_total, ("InterviewView",)),
    Scene(offered_alert, ("SiteAlertPanel", "ProposedAlerts")),
)
