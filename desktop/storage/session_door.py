"""What a session still needs of the door that it came through."""

from collections.abc import Callable
from typing import Protocol

from desktop.records.roles import StaffMember
from desktop.services.ports import SecretsChange
from desktop.storage.crypto.audit_chain import ChainHead
from desktop.storage.crypto.certificates import Certificate
from desktop.storage.crypto.signing import SigningKey
from desktop.storage.crypto.site_secret import SiteSecret
from desktop.storage.crypto.user_blob import UserSecrets
from desktop.storage.throttle import Throttle


class SessionDoor(Protocol):
    """Passwords again, the count of failed tries, and the anchor outside the file."""

    @property
    def secret(self) -> SiteSecret:
        """The site secret, which opens the workstation's own key."""
        ...

    @property
    def throttle(self) -> Throttle:
        """Failed tries of each account."""
        ...

    @property
    def keep_anchor(self) -> Callable[[ChainHead], None]:
        """Remember outside the file how long the audit chain is."""
        ...

    def confirm(
        self,
        member: StaffMember,
        password: str,
        act: str = "",
        signer: SigningKey | None = None,
    ) -> tuple[Certificate, UserSecrets]:
        """Someone's password again, for ``act``. KnownErrors ``sign-in.*``.

        ``signer`` is their key where they are who is signed in.
        """
        ...

    def change_secrets(
        self, member: StaffMember, change: SecretsChange, signer: SigningKey
    ) -> None:
        """Another password or PIN. KnownErrors ``sign-in.*``, ``password.*``, ``pin.*``."""
        ...
