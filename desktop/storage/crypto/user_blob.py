"""A user's private keys and PIN verifier, sealed under the password."""

from dataclasses import dataclass, field

from desktop.errors import KnownError
from desktop.storage.crypto.context import SealContext
from desktop.storage.crypto.failures import WrongKey
from desktop.storage.crypto.framing import frame, unframe
from desktop.storage.crypto.identity import Identity
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.password_kdf import KdfCost, KdfParameters
from desktop.storage.crypto.password_seal import open_with_password, seal_with_password_key
from desktop.storage.crypto.pin import PinVerifier
from desktop.storage.crypto.site_secret import SiteSecret, derive_user_kek
from desktop.storage.crypto.symmetric_key import SymmetricKey


@dataclass(frozen=True, slots=True)
class UserSecrets:
    """What a correct password opens."""

    identity: Identity = field(repr=False)
    pin: PinVerifier = field(repr=False)


@dataclass(frozen=True, slots=True)
class UserPlace:
    """Whose blob, in which hospital, under which site secret."""

    hospital: str
    user: str
    site_secret: SiteSecret = field(repr=False)

    def _context(self) -> SealContext:
        return SealContext(
            hospital=self.hospital,
            compartment="user",
            object_type="user-blob",
            epoch=self.site_secret.epoch,
            record_id=self.user,
        )

    def _kek(self, password: str, parameters: KdfParameters, allow_weak: bool) -> SymmetricKey:
        return derive_user_kek(
            password,
            parameters,
            self.site_secret,
            hospital=self.hospital,
            user=self.user,
            allow_weak=allow_weak,
        )

    def seal(
        self, password: str, secrets: UserSecrets, cost: KdfCost, *, allow_weak: bool = False
    ) -> bytes:
        """The blob, with a fresh salt and nonce; one slow derivation.

        Changing a password rewrites this blob and nothing else.
        """
        parameters = cost.new_parameters()
        kek = self._kek(password, parameters, allow_weak)
        plaintext = frame(secrets.identity.encode(), secrets.pin.encode())
        return seal_with_password_key(kek, parameters, self._context(), Label.USER_BLOB, plaintext)

    def open(self, password: str, blob: bytes, *, allow_weak: bool = False) -> UserSecrets:
        """The user's secrets.

        Raises KnownError ``sign-in.wrong-password``, or ``store.damaged`` (also
        ``store.newer-version``); both verdicts take one slow derivation.
        """
        try:
            plaintext = open_with_password(
                blob,
                self._context(),
                Label.USER_BLOB,
                lambda parameters: self._kek(password, parameters, allow_weak),
            )
        except WrongKey:
            raise KnownError("sign-in.wrong-password") from None
        identity, pin = unframe(plaintext, 2)
        return UserSecrets(
            Identity.decode(identity), PinVerifier.decode(pin, allow_weak=allow_weak)
        )

    def refuse(self, password: str, cost: KdfCost, *, allow_weak: bool = False) -> KnownError:
        """Spend what :meth:`open` would, for a name that does not exist; returns what to raise.

        A wrong name and a wrong password then look and take the same (ASVS 5.0 6.3.8).
        """
        self._kek(password, cost.new_parameters(), allow_weak)
        return KnownError("sign-in.wrong-password")
