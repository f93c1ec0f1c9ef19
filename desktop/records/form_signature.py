"""A signature under a form or a part of it: who, as what, how, and what exactly was signed."""

from dataclasses import dataclass, field
from datetime import datetime

from desktop.errors import KnownError
from desktop.forms.instances import ItemKey
from desktop.records.consent import WITNESSED_MODES, WRITTEN_MODES, ConsentMode
from desktop.records.ids import StaffId
from desktop.records.signature import Signature


@dataclass(frozen=True, slots=True)
class FormSignature:
    """Final once it is kept; a later answer in what it covers voids it, also when taken back.

    ``target`` is the key of the item that it covers, "" for the whole form; ``role`` the form's
    code of who signs. ``content`` is the digest of what was signed
    (``desktop.forms.signing.content_digest``). ``signature`` is None for a spoken yes.
    Source of the voiding rule: REDCap, where unlocking a record voids its e-signature.
    """

    target: ItemKey
    role: str
    mode: ConsentMode
    printed_name: str = field(repr=False)
    signature: Signature | None = field(repr=False)
    signed_at: datetime
    workstation: str
    recorded_by: StaffId
    content: str
    witness: str = field(default="", repr=False)
    authority: str = field(default="", repr=False)
    """By what right a representative signed."""

    @property
    def place(self) -> tuple[ItemKey, str]:
        """What and as whom: a newer signature at the same place replaces the older."""
        return self.target, self.role

    def need_whole(self) -> None:
        """Refuse one that says too little.

        KnownErrors ``form-signature.name-missing``, ``.empty``, ``.witness-missing`` and
        ``.authority-missing``, as with a consent.
        """
        if self.mode in WRITTEN_MODES and (self.signature is None or self.signature.is_empty):
            raise KnownError("form-signature.empty")
        if not self.printed_name.strip():
            raise KnownError("form-signature.name-missing")
        if self.mode in WITNESSED_MODES and not self.witness.strip():
            raise KnownError("form-signature.witness-missing")
        if self.mode is ConsentMode.REPRESENTATIVE and not self.authority.strip():
            raise KnownError("form-signature.authority-missing")
