"""How a person is reached, and who may know that the person is here."""

from tests.pictures.care_scenes import part_of, then
from tests.pictures.filled_site import LATE, MINOR, TWICE
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
)
