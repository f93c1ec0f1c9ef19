"""Small steps that several scenes share: to a case, a place, a part that is scrolled away."""

from PySide6.QtWidgets import QApplication, QWidget

from desktop.services.ports import EpisodeRef
from desktop.services.read_worklist import read_worklist
from desktop.views.shell.place import Desk, Place
from tests.journeys.pages import InterviewPage
from tests.journeys.ways_of_care import Way
from tests.services.bench import ROSA
from tests.support.journey import Traveller


def go(at: Traveller, place: Place) -> None:
    """Open a place as a screen would ask the shell for it."""
    at.opened.signed_in.shell.open(place)
    at.opened.until_idle()


def ref_of(at: Traveller, alias: str) -> EpisodeRef:
    """The case of this alias, for whoever is signed in."""
    lists = read_worklist(at.work)
    cards = (*lists.eligible, *lists.call_list, *lists.in_progress, *lists.closed, *lists.missed)
    return next(card.ref for card in cards if card.alias == alias)


def open_case(at: Traveller, alias: str, who: str = ROSA) -> EpisodeRef:
    """Sign in, and open the case of this alias."""
    at.sign_in(who)
    ref = ref_of(at, alias)
    go(at, Place(Desk.PERSON, ref))
    at.opened.until(lambda: at.hands.sees("person-steps-contact"))
    return ref


def press_first(at: Traveller, start: str) -> None:
    """Press the first control whose name begins so."""
    at.opened.until(lambda: bool(_open(at, start)))
    at.press(_open(at, start)[0])


def show(at: Traveller, name: str) -> None:
    """Scroll to a part, and put the focus there."""
    at.hands.look_at(name)
    found = at.hands.find(name)
    inner = [one for one in found.findChildren(QWidget) if one.focusPolicy().value & 1]
    for one in (found, *inner):
        one.setFocus()
        if QApplication.focusWidget() is one:
            break
    at.hands.look_at(name)
    at.opened.until_idle()


def in_spanish_too(way: Way) -> Way:
    """A form in Spanish where the window speaks Spanish, whatever the person reads."""

    def further(at: Traveller) -> None:
        way(at)
        if at.opened.window.language == "es":
            InterviewPage(at).choose_language("es")

    further.__name__ = way.__name__
    return further


def _open(at: Traveller, start: str) -> list[str]:
    names = [name for name in at.hands.names(start) if not name.endswith("-panel")]
    return [name for name in names if name != start and at.hands.sees(name)]
