"""Under which of 64 counts a name that nobody has is counted: the name itself is kept nowhere."""

from desktop.storage.crypto.framing import frame
from desktop.storage.crypto.hkdf import hkdf
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.site_secret import SiteSecret

SLOTS = 64


def name_slot(secret: SiteSecret, hospital: str, name: str) -> int:
    """0 to 63, the same for the same normal ``name`` of one store.

    HKDF-SHA256 (RFC 5869) under the site secret, so that nobody with the file alone can tell which
    names were typed, nor choose names that share a count.
    """
    info = frame(Label.NAME_SLOT.octets, hospital.encode(), name.encode())
    return hkdf(secret.material, info=info)[0] % SLOTS
