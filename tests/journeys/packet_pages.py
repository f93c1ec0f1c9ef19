"""Page objects of the packet: the composer of the specialist and the desk that prints."""

from dataclasses import dataclass

from desktop.rendering.read_back import page_texts
from desktop.views.packet.packet_view import PacketView
from tests.journeys.pages import Page
from tests.support.fake_printers import DESK_QUEUE


@dataclass
class ComposerPage(Page):
    """Builds a packet and shows it page by page."""

    def until_made(self) -> None:
        """Wait until the pages are there."""
        self.at.opened.until(self._is_made)
        self.at.opened.until_idle()

    def _is_made(self) -> bool:
        screen = self.at.opened.signed_in.shell.screen
        assert screen is not None
        view = screen.view
        return isinstance(view, PacketView) and not view.is_making

    def choose(self, *, language: str, size: str) -> None:
        """Language and size of the text on paper."""
        self.at.press(f"packet-language-{language}")
        self.at.press(f"packet-size-{size}")
        self.until_made()

    def part(self, key: str) -> str:
        """What the row of a part says."""
        return self.at.hands.find(f"packet-parts-{key}").accessibleName()

    def can_choose(self, key: str) -> bool:
        """Whether a part can be put in or left out."""
        return self.at.hands.sees(f"packet-parts-{key}") and not self.is_closed(key)

    def is_closed(self, key: str) -> bool:
        """Whether the row says why it is not to be had, and has no box."""
        row = self.at.hands.find(f"packet-parts-{key}")
        return not bool(row.property("checkable"))

    def toggle(self, key: str) -> None:
        """Put a part in, or leave it out."""
        self.at.press(f"packet-parts-{key}")
        self.until_made()

    def ask_consent(self, number: int) -> None:
        """Go from a closed letter to its consent."""
        self.at.press(f"packet-ask-{number}")
        self.at.opened.until(lambda: self.at.hands.sees("consent-tabs"))

    def places_of_pages(self) -> list[str]:
        """ "Page n of m" of every page, turned one by one."""
        return turn_all(self, "packet-preview")

    def send(self) -> None:
        """To the packet desk."""
        self.at.press("packet-send")

    def allow_name(self) -> None:
        """Make the paper with the legal name though no caller is told."""
        self.at.opened.until(lambda: self.at.hands.sees("packet-name"))
        self.at.press("packet-name-go-on")

    def print_here(self, *, names_quietly: bool = False) -> str:
        """Print beside the bed; the text of what came to the printer. ``names_quietly``: with the
        name of somebody of whom no caller is told, which is asked for once more."""
        self.at.press("packet-print-here")
        queue = f"packet-queue-{DESK_QUEUE.name}"
        if not self.at.is_chosen(queue):
            self.at.press(queue)
        before = len(self.at.station.printers.jobs)
        self.at.press("packet-print-now")
        if names_quietly:
            self.allow_name()
        assert len(self.at.station.printers.jobs) == before + 1, self.message()
        return "\n".join(page_texts(self.at.station.printers.jobs[-1].pdf))

    def back(self) -> None:
        """To the person."""
        self.at.press("banner-back")
        self.at.opened.until(lambda: self.at.hands.sees("person-steps-contact"))


@dataclass
class DeskPage(Page):
    """Ready packets and nothing else."""

    def rail(self) -> list[str]:
        """The desks on the rail."""
        fixed = ("rail-cover", "rail-lock", "rail-help")
        return [name for name in self.at.hands.names("rail-") if name not in fixed]

    def ready(self) -> list[str]:
        """What each ready packet says of itself."""
        hands = self.at.hands
        names = [one for one in hands.names("desk-ready-") if one != "desk-ready-panel"]
        return [hands.find(name).accessibleName() for name in names]

    def places_of_pages(self) -> list[str]:
        """ "Page n of m" of every page, turned one by one."""
        return turn_all(self, "desk-preview")

    def print(self) -> None:
        """Print the chosen packet."""
        self.at.press("desk-print")


def turn_all(page: Page, preview: str) -> list[str]:
    """Turn every page of a preview and note where one is."""
    at = page.at
    shown = at.hands.find(preview)
    places = [at.words_of(f"{preview}-page")]
    while at.hands.sees(f"{preview}-next"):
        at.press(f"{preview}-next")
        places.append(at.words_of(f"{preview}-page"))
    assert shown.isVisible()
    return places
