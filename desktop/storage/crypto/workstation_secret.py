"""How a workstation keeps the site secret: under a device key in its keyring, or a passphrase."""

from dataclasses import dataclass

from desktop.errors import KnownError
from desktop.storage.crypto.context import SealContext
from desktop.storage.crypto.failures import Damaged, WrongKey
from desktop.storage.crypto.framing import frame
from desktop.storage.crypto.hkdf import KEY_BYTES, hkdf
from desktop.storage.crypto.hpke_wrap import (
    KeyPair,
    PublicKey,
    open_secret_from,
    seal_secret_to,
)
from desktop.storage.crypto.keywrap import unwrap_key, wrap_key
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.password_kdf import KdfCost, KdfParameters, stretch
from desktop.storage.crypto.password_seal import (
    add_checksum,
    open_with_password,
    seal_with_password_key,
    strip_checksum,
)
from desktop.storage.crypto.site_secret import SiteSecret
from desktop.storage.crypto.symmetric_key import SymmetricKey


@dataclass(frozen=True, slots=True)
class WorkstationPlace:
    """Which workstation of which hospital, and the epoch of the site secret it keeps."""

    hospital: str
    workstation: str
    epoch: int

    def _context(self, how: str) -> SealContext:
        return SealContext(
            hospital=self.hospital,
            compartment="site",
            object_type=f"site-secret-{how}",
            epoch=self.epoch,
            record_id=self.workstation,
        )

    def seal_to_device(self, secret: SiteSecret, device: PublicKey) -> bytes:
        """S sealed to the device key whose private half is in the system's keyring."""
        return seal_secret_to(device, self._context("device"), secret.material)

    def open_with_device(self, sealed: bytes, device: KeyPair) -> SiteSecret:
        """S; raises KnownError ``keyring.changed`` for another device key, ``store.damaged``."""
        try:
            material = open_secret_from(device, self._context("device"), sealed)
        except WrongKey:
            raise KnownError("keyring.changed") from None
        return self._secret(material)

    def seal_with_passphrase(
        self, secret: SiteSecret, passphrase: str, cost: KdfCost, *, allow_weak: bool = False
    ) -> bytes:
        """S sealed under the workstation's passphrase; one slow derivation."""
        parameters = cost.new_parameters()
        key = self._passphrase_key(passphrase, parameters, allow_weak)
        return seal_with_password_key(
            key, parameters, self._context("passphrase"), Label.WORKSTATION_BLOB, secret.material
        )

    def open_with_passphrase(
        self, sealed: bytes, passphrase: str, *, allow_weak: bool = False
    ) -> SiteSecret:
        """S; raises KnownError ``workstation.wrong-passphrase`` or ``store.damaged``."""
        try:
            material = open_with_password(
                sealed,
                self._context("passphrase"),
                Label.WORKSTATION_BLOB,
                lambda parameters: self._passphrase_key(passphrase, parameters, allow_weak),
            )
        except WrongKey:
            raise KnownError("workstation.wrong-passphrase") from None
        return self._secret(material)

    def seal_to_root(self, secret: SiteSecret, root: PublicKey) -> bytes:
        """S for whoever has two recovery codes: another workstation is made with it."""
        return add_checksum(seal_secret_to(root, self._context("root"), secret.material))

    def open_with_root(self, sealed: bytes, root: KeyPair) -> SiteSecret:
        """S; raises KnownError ``store.damaged``."""
        try:
            return self._secret(
                open_secret_from(root, self._context("root"), strip_checksum(sealed))
            )
        except WrongKey:
            raise Damaged from None

    def seal_key(self, secret: SiteSecret, pair: KeyPair) -> bytes:
        """The private half of the workstation's own key, to which hand-over files are sealed."""
        own = SymmetricKey(pair.private)
        return add_checksum(wrap_key(self._key_of(secret), self._context("key"), own))

    def open_key(self, secret: SiteSecret, sealed: bytes) -> KeyPair:
        """Undo :meth:`seal_key`; raises KnownError ``store.damaged``."""
        try:
            key = unwrap_key(self._key_of(secret), self._context("key"), strip_checksum(sealed))
        except WrongKey:
            raise Damaged from None
        return KeyPair(key.material)

    def _key_of(self, secret: SiteSecret) -> SymmetricKey:
        info = frame(
            Label.WORKSTATION_KEY.octets, self.hospital.encode(), self.workstation.encode()
        )
        return SymmetricKey(hkdf(secret.material, info=info))

    def _passphrase_key(
        self, passphrase: str, parameters: KdfParameters, allow_weak: bool
    ) -> SymmetricKey:
        stretched = stretch(passphrase, parameters, allow_weak=allow_weak)
        info = frame(
            Label.WORKSTATION_KEK.octets,
            self.hospital.encode(),
            self.workstation.encode(),
            parameters.encode(),
        )
        return SymmetricKey(hkdf(stretched, info=info))

    def _secret(self, material: bytes) -> SiteSecret:
        if len(material) != KEY_BYTES:
            raise Damaged
        return SiteSecret(self.epoch, material)
