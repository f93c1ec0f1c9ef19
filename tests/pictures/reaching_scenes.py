"""How a person is reached, and who may know that the person is here."""

from tests.pictures.care_scenes import then
from tests.pictures.filled_site import TWICE
from tests.pictures.scene import Scene

EDIT = ("person-identity-show", "person-identity-edit")

REACHING: tuple[Scene, ...] = (
    Scene(
        then("identity way edited", *EDIT, "identity-address-edit", alias=TWICE),
        ("IdentityPanel", "WayPanel"),
    ),
    Scene(
        then("identity way removed", *EDIT, "identity-own-remove", "identity-add", alias=TWICE),
        ("IdentityPanel", "WayPanel"),
    ),
)
