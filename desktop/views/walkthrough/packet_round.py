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
    yield stage.idle()
    yield stage.seen("packet-preview-page")
    stage.pictures.take("packet")
    hands.press("packet-send")
    yield stage.idle()
    yield from stage.sign_out()
    yield from stage.sign_in("theo.placeholder", "desk-print")
    stage.pictures.take("packet-desk")
    if not pictures_only:
        hands.press("desk-save")
        yield stage.idle()
