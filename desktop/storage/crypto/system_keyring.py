"""The operating system's own keyring: one named backend for each system, never a fallback."""

import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from desktop.errors import KnownError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "firstlight"
T = TypeVar("T")


LOCAL_MACHINE = "local machine"
"""Windows: kept on this computer. The backend's own choice, "enterprise", would carry the key of
this workstation to every computer that a roaming profile reaches (CREDENTIALW, Persist)."""


def system_keyring(platform: str = sys.platform) -> "SystemKeyring":
    """The keyring of this computer; ``platform`` as ``sys.platform`` names it.

    Raises KnownError ``keyring.unavailable`` when there is none; a null, file or chained backend
    is never taken instead. Run ``check_keyring`` before trusting it with anything.
    """
    if platform == "win32":
        return _windows()
    if platform == "darwin":
        return _macos()
    return _secret_service()


def _secret_service() -> "SystemKeyring":
    try:
        import secretstorage
        from keyring.backends import SecretService
    except ImportError:
        raise KnownError("keyring.unavailable") from None
    exceptions = secretstorage.exceptions
    failures = (exceptions.SecretStorageException, OSError, KeyError)
    return _usable(SecretService.Keyring, failures, (exceptions.LockedException,))


def _windows() -> "SystemKeyring":
    try:
        from keyring.backends import Windows

        errors = importlib.import_module("win32ctypes.pywin32.pywintypes")
    except ImportError:
        raise KnownError("keyring.unavailable") from None
    found = _usable(Windows.WinVaultKeyring, (OSError, errors.error), ())
    if isinstance(found.backend, Windows.WinVaultKeyring):
        found.backend.persist = LOCAL_MACHINE
    return found


def _macos() -> "SystemKeyring":
    from keyring.backends import macOS

    return _usable(macOS.Keyring, (OSError,), ())


def _usable(
    backend: "type[KeyringBackend]",
    failures: tuple[type[Exception], ...],
    locked: tuple[type[Exception], ...],
) -> "SystemKeyring":
    """Construct, when the backend itself says that it can run here."""
    from keyring.errors import KeyringError, KeyringLocked

    all_failures: tuple[type[Exception], ...] = (KeyringError, RuntimeError, *failures)
    try:
        is_usable = backend.priority > 0  # its own check: raises when it cannot run here
    except all_failures:
        is_usable = False
    if not is_usable:
        raise KnownError("keyring.unavailable")
    return SystemKeyring(backend(), all_failures, (KeyringLocked, *locked))


@dataclass(frozen=True, slots=True)
class SystemKeyring:
    """One keyring backend as a ``Keyring``; each entry is a service of its own.

    WinVault keeps one user name per service and moves older ones aside, hence the name goes into
    the service.
    """

    backend: "KeyringBackend"
    failures: tuple[type[Exception], ...]
    locked: tuple[type[Exception], ...]

    def get(self, name: str) -> str | None:
        """The secret, or None."""
        return self._run(lambda: self.backend.get_password(f"{SERVICE}/{name}", SERVICE))

    def set(self, name: str, value: str) -> None:
        """Keep or replace."""
        self._run(lambda: self.backend.set_password(f"{SERVICE}/{name}", SERVICE, value))

    def delete(self, name: str) -> None:
        """Remove; quietly when there is none."""
        if self.get(name) is not None:
            self._run(lambda: self.backend.delete_password(f"{SERVICE}/{name}", SERVICE))

    def _run(self, act: Callable[[], T]) -> T:
        try:
            return act()
        except self.failures as error:
            is_locked = isinstance(error, self.locked)
            raise KnownError("keyring.locked" if is_locked else "keyring.failed") from None
