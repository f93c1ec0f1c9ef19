"""Journey 4: build the packet, send it, and print it from the packet desk."""

from desktop.views.walkthrough.driver import Script
from desktop.views.walkthrough.first_touch import ALIAS
from desktop.views.walkthrough.stage import Stage


def play_packet(stage: Stage, *, pictures_only: bool) -> Script:
    """The specialist builds and sends; the desk previews every page."""
    hands = stage.hands
    yield from stage.sign_in("rosa.sample", "worklist-new")
    hands.press_row("worklist-seen", ALIAS)
    hands.press("worklist-open")
    yield stage.seen("person-steps-packet")
    hands.press("person-steps-packet")
    yield stage.seen("packet-send")
    hands.press("packet-size-large")
    yield stage.seen("packet-preview-next")
    yield from stage.picture("packet")
    hands.press("packet-send")
    yield stage.idle()
    yield from stage.sign_out()
    yield from stage.sign_in("theo.placeholder", "desk-refresh")
    yield stage.seen("desk-preview-next")
    yield from stage.picture("packet-desk")
    while hands.sees("desk-preview-next"):
        hands.press("desk-preview-next")
        yield stage.idle()
    if not pictures_only:
        hands.press("desk-save")
        yield from stage.confirm()
        hands.name_file("desk-save-dialog", stage.out / "packet.pdf")
        yield stage.idle()
    yield from stage.picture("packet-desk-last-page")
    yield from stage.sign_out()
