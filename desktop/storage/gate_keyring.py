"""What a gate asks of the system's keyring: the keys of its store, made, found and forgotten."""

from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress

from desktop.errors import KnownError
from desktop.storage.crypto.hpke_wrap import PublicKey
from desktop.storage.crypto.keyring_port import Keyring, StoreKeyring, check_keyring
from desktop.storage.crypto.site_secret import SiteSecret
from desktop.storage.crypto.workstation_secret import WorkstationPlace


class GateKeyring:
    """The keyring is made when it is first needed; ``make`` None: there is none."""

    def __init__(self, make: Callable[[], Keyring] | None) -> None:
        self._make = make

    def system(self) -> Keyring:
        """The keyring itself; KnownError ``keyring.unavailable``."""
        if self._make is None:
            raise KnownError("keyring.unavailable")
        return self._make()

    def of(self, store_id: str) -> StoreKeyring:
        """The entries of one store."""
        return StoreKeyring(self.system(), store_id)

    def of_enrolled(self, store_id: str) -> StoreKeyring:
        """As above, for a store that was enrolled here: without a keyring it stays closed."""
        try:
            return self.of(store_id)
        except KnownError as error:
            if error.message_id != "keyring.unavailable":
                raise
            raise KnownError("keyring.not-here") from None

    def make_device_key(self, store_id: str, undo: ExitStack) -> PublicKey:
        """A new key in a keyring that was seen to keep things; ``undo`` forgets it again."""
        keyring = self.system()
        check_keyring(keyring)
        entries = StoreKeyring(keyring, store_id)
        undo.callback(entries.forget)
        return entries.make_device_key().public

    def opened(self, entries: StoreKeyring, place: WorkstationPlace, sealed: bytes) -> SiteSecret:
        """The site secret by the key in use, else by the one that an enrolment cut off prepared.

        KnownErrors ``keyring.*`` and ``store.damaged`` are those of the key in use.
        """
        try:
            return place.open_with_device(sealed, entries.device_key())
        except KnownError:
            with suppress(KnownError):
                secret = place.open_with_device(sealed, entries.prepared_key())
                entries.take_prepared()
                entries.take_closed()  # the enrolment wrote to the trail since
                return secret
            raise

    def forget(self, store_ids: Iterable[str]) -> None:
        """Remove keys of set-ups that were never finished."""
        for store_id in store_ids:
            # A keyring that is locked now keeps a key that opens nothing any more.
            with suppress(KnownError):
                self.of(store_id).forget()
