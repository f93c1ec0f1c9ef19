"""How a person is reached, and who may know that the person is here."""

from desktop.services.read_packet_desk import read_packet_desk
from desktop.views.shell.place import Desk, Place
from tests.journeys.packet_pages import ComposerPage
from tests.pictures.care_scenes import part_of, then
from tests.pictures.filled_site import LATE, MINOR, TWICE
from tests.pictures.not_told import WITH_LETTER
from tests.pictures.reach import go, open_case, ref_of
from tests.pictures.scene import Scene
from tests.services.bench import DESK
from tests.support.journey import Traveller

EDIT = ("person-identity-show", "person-identity-edit")


def name_asked(at: Traveller) -> None:
    """The composer asks before a letter names the person."""
    open_case(at, WITH_LETTER)
    go(at, Place(Desk.PACKET, ref_of(at, WITH_LETTER)))
    page = ComposerPage(at)
    page.until_made()
    at.press("packet-parts-letter-1")
    page.until_made()
    at.press("packet-send")
    at.opened.until(lambda: at.hands.sees("packet-name"))


def person_only(at: Traveller) -> None:
    """The desk hands a packet to the person only."""
    at.sign_in(DESK)
    at.opened.until(lambda: len(at.hands.names("desk-ready-")) > 1)
    (row,) = [row.packet_id for row in read_packet_desk(at.work).ready if row.alias == WITH_LETTER]
    at.press(f"desk-ready-{row}")
    at.opened.until_idle()
    at.press("desk-print")
    at.press(f"desk-printed-{row}")
    at.opened.until_idle()
    at.press("desk-hand-over")


REACHING: tuple[Scene, ...] = (
    Scene(
        then("identity way edited", *EDIT, "identity-address-edit", alias=TWICE),
        ("IdentityPanel", "WayPanel"),
    ),
    Scene(
        then("identity way removed", *EDIT, "identity-own-remove", "identity-add", alias=TWICE),
        ("IdentityPanel", "WayPanel"),
    ),
    Scene(
        part_of(then("p", alias=TWICE), "person-confidential", "no information"),
        ("ConfidentialCard",),
    ),
    Scene(
        part_of(then("p", alias=LATE), "person-confidential", "no information late"),
        ("ConfidentialCard",),
    ),
    Scene(
        then(
            "no information set",
            "person-confidential-set",
            "confidential-set-asked-person",
            alias=MINOR,
        ),
        ("SetConfidentialPanel",),
    ),
    Scene(
        then("no information lifted", "person-confidential-lift", "person-do", alias=TWICE),
        ("LiftConfidentialPanel",),
    ),
    Scene(
        then("may know shown", "person-may-know-show", alias=TWICE),
        ("ConfidentialCard",),
    ),
    Scene(
        then(
            "may know",
            "person-may-know-show",
            "person-may-know-edit",
            "may-know-1-edit",
            alias=TWICE,
        ),
        ("MayKnowPanel",),
    ),
    Scene(
        then("may know nobody", "person-may-know-show", "person-may-know-edit", alias=MINOR),
        ("MayKnowPanel",),
    ),
    Scene(name_asked, ("NameConfirmPanel",)),
    Scene(person_only, ("HandOverPanel",)),
)
